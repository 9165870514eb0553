package org.govshare.catalog.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The form of region codes, and what they say. */
class RegionCodeTest {

  private static final long SEED = 20_261_123;

  @Test
  void theCodeSaysLevelAndParent() {
    check("130000", RegionLevel.PROVINCE, null, "13");
    check("130100", RegionLevel.PREFECTURE, "130000", "1301");
    check("130682", RegionLevel.COUNTY, "130600", "130682");
    check("130682001", RegionLevel.TOWN, "130682", "130682001");
    check("130682001002", RegionLevel.VILLAGE, "130682001", "130682001002");
  }

  private static void check(String digits, RegionLevel level, String parent, String prefix) {
    RegionCode code = RegionCode.of(digits).orElseThrow();
    assertThat(code.level()).isEqualTo(level);
    assertThat(code.parent()).isEqualTo(Optional.ofNullable(parent));
    assertThat(code.prefix()).isEqualTo(prefix);
  }

  @Test
  void nothingElseIsACode() {
    for (String text :
        List.of(
            "",
            "13",
            "13000",
            "1300000",
            "13000a",
            "030000",
            "130001",
            "130100001",
            "130000001",
            "130682000",
            "130682001000",
            "1306820010",
            "1306820010021",
            " 130682",
            "１３０６８２")) {
      assertThat(RegionCode.of(text)).as(text).isEmpty();
    }
    assertThat(RegionCode.of(null)).isEmpty();
  }

  @Test
  void standardsHaveTheirLengths() {
    assertThat(new RegionCode("130682").fits(RegionStandard.GBT_2260)).isTrue();
    assertThat(new RegionCode("130682").fits(RegionStandard.GBT_10114)).isFalse();
    assertThat(new RegionCode("130682001").fits(RegionStandard.GBT_10114)).isTrue();
    assertThat(new RegionCode("130682001").fits(RegionStandard.GBT_2260)).isFalse();
    assertThat(new RegionCode("133100").fits(RegionStandard.LOCAL)).isTrue();
  }

  @Test
  void whatIsAboveIsTheBeginningOfItsCode() {
    Random random = new Random(SEED);
    for (int i = 0; i < 20_000; i++) {
      int length = 6 + 3 * random.nextInt(3);
      StringBuilder digits = new StringBuilder();
      for (int j = 0; j < length; j++) {
        digits.append(random.nextInt(3) == 0 ? 0 : random.nextInt(10));
      }
      RegionCode.of(digits.toString())
          .flatMap(RegionCode::parent)
          .ifPresent(
              parent -> {
                RegionCode above = RegionCode.of(parent).orElseThrow();
                assertThat(digits.toString()).as("seed " + SEED).startsWith(above.prefix());
                assertThat(above.level().ordinal())
                    .as("seed " + SEED)
                    .isEqualTo(new RegionCode(digits.toString()).level().ordinal() - 1);
              });
    }
  }
}
