package org.govshare.catalog.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Tables as comma-separated values. */
class CsvTableTest {

  @Test
  void rowsAreWrittenAsTheStandardSays() throws IOException {
    StringBuilder text = new StringBuilder();
    try (CsvTable table = new CsvTable(text, true)) {
      table.row(List.of("名称", "说明"));
      table.row(Arrays.asList("甲,\"乙\"", "第一行\n第二行", null, 7, new BigDecimal("1E+3")));
      table.row(List.of("=HYPERLINK(1)", "-5"));
    }
    assertThat(text)
        .hasToString(
            "\uFEFF名称,说明\r\n"
                + "\"甲,\"\"乙\"\"\",\"第一行\n第二行\",,7,1000\r\n"
                + "'=HYPERLINK(1),'-5\r\n");
  }

  @Test
  void everyWordIsThereInBothLanguages() {
    Labels labels = new Labels();
    assertThat(labels.of("Need.state.OBJECTED", Locale.CHINESE)).isEqualTo("异议中");
    assertThat(labels.of("Need.state.OBJECTED", Locale.ENGLISH)).isEqualTo("Objected to");
    assertThat(labels.of("Need.nothing", Locale.ENGLISH)).isEqualTo("Need.nothing");
  }
}
