package org.govshare.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** How alike names are. */
class NameSimilarityTest {

  private static final String CHARACTERS = "企业法人登记信息许可名称代码ABab12 （";

  @Test
  void likeNamesScoreByThePairsTheyShare() {
    assertThat(NameSimilarity.of("企业登记信息", "企业登记信息")).isEqualTo(1);
    assertThat(NameSimilarity.of("企业登记信息", "企业登记")).isCloseTo(0.75, within(0.001));
    assertThat(NameSimilarity.of("企业登记信息", "低保家庭")).isZero();
    assertThat(NameSimilarity.of("ＡＢＣ", "abc")).isEqualTo(1);
    assertThat(NameSimilarity.of("企业（登记） 信息", "企业登记信息")).isEqualTo(1);
    assertThat(NameSimilarity.of("水", "水")).isEqualTo(1);
    assertThat(NameSimilarity.of("水", "火")).isZero();
  }

  @Test
  void theNameThatWasMeantIsTheLikestOne() {
    List<String> known = List.of("社会团体管理处", "社会救助处", "办公室");
    assertThat(NameSimilarity.closest("社会团体处", known)).contains("社会团体管理处");
    assertThat(NameSimilarity.closest("社会救助", known)).contains("社会救助处");
    assertThat(NameSimilarity.closest("社团管理处", known)).contains("社会团体管理处");
    assertThat(NameSimilarity.closest("财务处", known)).isEmpty();
  }

  @Test
  void similarityIsSymmetricAndBetweenNothingAndAll() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int i = 0; i < 2_000; i++) {
      String one = name(random);
      String other = name(random);
      assertThat(NameSimilarity.of(one, other))
          .as("%s and %s, seed %d", one, other, seed)
          .isBetween(0.0, 1.0)
          .isEqualTo(NameSimilarity.of(other, one));
      assertThat(NameSimilarity.of(one, one)).as("%s, seed %d", one, seed).isEqualTo(1);
    }
  }

  private static String name(Random random) {
    StringBuilder name = new StringBuilder();
    int length = 1 + random.nextInt(12);
    for (int i = 0; i < length; i++) {
      name.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
    }
    return name.toString();
  }
}
