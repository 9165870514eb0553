package org.govshare.catalog.identifier.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The check of an identifier, and what it suggests. */
class IdentifierSchemeTest {

  private static final List<Segment> SEGMENTS =
      List.of(
          new Segment(SegmentSource.CATEGORY, 6, null),
          new Segment(SegmentSource.REGION, 6, null),
          new Segment(SegmentSource.DEPARTMENT, 4, null));

  private static final IdentifierScheme SCHEME =
      IdentifierScheme.of(
          3,
          SEGMENTS,
          Map.of(
              SegmentSource.CATEGORY, Set.of("010201", "020100"),
              SegmentSource.DEPARTMENT, Set.of("0001", "12")));

  @Test
  void anIdentifierIsMadeOfItsSegments() {
    String prefix = SCHEME.prefix(new SegmentValues("010201", "12", "130600"));
    assertThat(IdentifierScheme.identifier(prefix, 42)).isEqualTo("0102011306000012/00042");
  }

  @ParameterizedTest
  @CsvSource({
    "0102011306000001/00001, ",
    "0201009999990012/99999, ",
    "0102011306000001/00000, identifier-number-zero",
    "9999991306000001/00001, identifier-unknown-category",
    "0102011306000002/00001, identifier-unknown-department",
    "010201130600001/00001, identifier-too-short",
    "010201, identifier-too-short",
    "0102011306000001/0000123, identifier-too-long",
    "010201130600000100001, identifier-malformed",
    "0102011306000001-00001, identifier-malformed",
    "机密, identifier-malformed",
    "'', required",
  })
  void aFaultIsNamed(String identifier, String reason) {
    assertThat(SCHEME.check(identifier).reason()).isEqualTo(Optional.ofNullable(reason));
  }

  @ParameterizedTest
  @CsvSource({
    "010201130600000100001, 0102011306000001/00001",
    "'0102011306000001 / 00001', 0102011306000001/00001",
    "0102011306000001-00001, 0102011306000001/00001",
    "０１０２０１１３０６００００１２／００００７, 0102011306000012/00007",
    "010201-1306000001-00001, 0102011306000001/00001",
    "0102011306000001/7, 0102011306000001/00007",
  })
  void whatWasProbablyMeantIsSuggested(String identifier, String suggestion) {
    assertThat(SCHEME.check(identifier).suggestion()).contains(suggestion);
  }

  @Test
  void nothingIsSuggestedThatWouldNotPass() {
    assertThat(SCHEME.check("9999991306000001-00001").suggestion()).isEmpty();
    assertThat(SCHEME.check("010201").suggestion()).isEmpty();
  }

  @Test
  void theArgumentsTellWhichDigits() {
    assertThat(SCHEME.check("0102011306000002/00001").arguments()).containsExactly(13, 16, "0002");
    IdentifierScheme constant =
        IdentifierScheme.of(
            0,
            List.of(
                new Segment(SegmentSource.CATEGORY, 6, null),
                new Segment(SegmentSource.CONSTANT, 10, "1300000001")),
            Map.of());
    assertThat(constant.check("0102011306000001/00001").arguments())
        .containsExactly(7, 16, "1300000001", "1306000001");
  }

  @Test
  void whatTheSchemeMakesPassesItsCheck() {
    long seed = 20170609;
    Random random = new Random(seed);
    for (int i = 0; i < 2_000; i++) {
      String category = random.nextBoolean() ? "010201" : "020100";
      String department = random.nextBoolean() ? "0001" : "12";
      String region = String.valueOf(100_000 + random.nextInt(900_000));
      String identifier =
          IdentifierScheme.identifier(
              SCHEME.prefix(new SegmentValues(category, department, region)),
              1 + random.nextInt(99_999));
      assertThat(SCHEME.check(identifier).isValid()).as("seed %s: %s", seed, identifier).isTrue();
      String broken = identifier.replace("/", random.nextBoolean() ? " " : "");
      assertThat(SCHEME.check(broken).suggestion())
          .as("seed %s: %s", seed, broken)
          .contains(identifier);
    }
  }
}
