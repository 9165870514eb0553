package org.govshare.catalog.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** How alike names are. */
class SimilarityTest {

  private static final String CHARACTERS = "企业法人登记信息许可名称代码ABab12 （";

  @Test
  void likeNamesScoreByThePairsTheyShare() {
    assertThat(Similarity.of("企业登记信息", "企业登记信息")).isEqualTo(1);
    assertThat(Similarity.of("企业登记信息", "企业登记")).isCloseTo(0.75, within(0.001));
    assertThat(Similarity.of("企业登记信息", "低保家庭")).isZero();
    assertThat(Similarity.of("ＡＢＣ", "abc")).isEqualTo(1);
    assertThat(Similarity.of("水", "水")).isEqualTo(1);
    assertThat(Similarity.of("水", "火")).isZero();
  }

  @Test
  void similarityIsSymmetricAndBetweenNothingAndAll() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int i = 0; i < 2_000; i++) {
      String one = name(random);
      String other = name(random);
      assertThat(Similarity.of(one, other))
          .as("%s and %s, seed %d", one, other, seed)
          .isBetween(0.0, 1.0)
          .isEqualTo(Similarity.of(other, one));
      assertThat(Similarity.of(one, one)).as("%s, seed %d", one, seed).isEqualTo(1);
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
