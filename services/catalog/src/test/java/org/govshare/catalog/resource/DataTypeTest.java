package org.govshare.catalog.resource;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DataTypeTest {

  @ParameterizedTest
  @CsvSource({
    "C, anything, true",
    "N, -12.50, true",
    "N, '1,000', false",
    "N, 1e5, false",
    "I, 42, true",
    "I, 4.2, false",
    "D, 2026-02-03, true",
    "D, 2026-13-01, false",
    "D, 2026/02/03, false",
    "T, 2026-02-03T04:05:06.7Z, true",
    "T, 2026-02-03 04:05, true",
    "T, 2026-02-03, true",
    "T, 2026-02-03T24:00, false",
    "L, true, true",
    "L, ja, false"
  })
  void knowsHowItsValuesAreWritten(DataType type, String text, boolean good) {
    assertThat(type.reads(text)).isEqualTo(good);
  }
}
