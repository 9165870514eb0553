package org.govshare.catalog.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No cell is taken for a formula, and none holds what a workbook cannot. */
class CellTextTest {

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+A1", "-2", "@SUM(A1)", "\t=1", "\n=1", "＝1", "＠x"})
  void whatBeginsLikeAFormulaGetsAnApostrophe(String text) {
    assertThat(CellText.of(text)).isEqualTo("'" + text);
  }

  @Test
  void aFormulaBehindControlCharactersIsOneToo() {
    assertThat(CellText.of("\u0000=1+1")).isEqualTo("'=1+1");
    assertThat(CellText.of("\r=1+1")).isEqualTo("'=1+1");
  }

  @Test
  void plainTextStaysAsItIs() {
    assertThat(CellText.of("")).isEmpty();
    assertThat(CellText.of("第一行\n第二行 a=b")).isEqualTo("第一行\n第二行 a=b");
    assertThat(CellText.of("𠮷野")).isEqualTo("𠮷野");
  }

  @Test
  void whatNoWorkbookHoldsIsLeftOut() {
    assertThat(CellText.of("甲\u0001乙\uFFFF丙\uD800")).isEqualTo("甲乙丙");
  }

  @Test
  void whatIsTooLongIsCutBetweenCharacters() {
    String text = "甲".repeat(CellText.LIMIT - 1) + "𠮷";
    assertThat(CellText.of(text)).isEqualTo("甲".repeat(CellText.LIMIT - 1));
    assertThat(CellText.of("乙".repeat(CellText.LIMIT + 9))).hasSize(CellText.LIMIT);
  }
}
