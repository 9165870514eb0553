package org.govshare.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class InitialsTest {

  @Test
  void eachCharacterGivesItsInitial() {
    assertThat(Initials.of("企业法人")).isEqualTo("qyfr");
  }

  @Test
  void everyReadingCounts() {
    assertThat(Initials.of("企业信息").split(" ")).containsExactly("qyxx", "qysx");
    assertThat(Initials.of("银行").split(" ")).containsExactlyInAnyOrder("yx", "yh");
  }

  @Test
  void otherLettersStayAndWordsWithoutChineseAreLeftOut() {
    assertThat(Initials.of("gis数据2026\nabc")).contains("gissj2026").doesNotContain("abc");
  }

  @Test
  void aWordOfManyReadingsKeepsTheCommonOnesWithOneChanged() {
    List<String> readings = List.of(Initials.of("行行行行行行行行").split(" "));

    assertThat(readings).hasSizeLessThanOrEqualTo(Initials.READING_LIMIT);
    assertThat(readings).contains("xxxxxxxx", "hxxxxxxx", "xxxhxxxx", "xxxxxxxh");
  }

  @Test
  void placesAreShownInTheTextAsItWasWritten() {
    assertThat(new Highlighter(List.of("qyxx")).spans("省企业信息表")).containsExactly(new Span(1, 5));
    assertThat(new Highlighter(List.of("abc", "信息")).spans("ＡＢＣ㈱信息ABC"))
        .containsExactly(new Span(0, 3), new Span(4, 9));
    assertThat(new Highlighter(List.of("株")).spans("ＡＢＣ㈱信息")).containsExactly(new Span(3, 4));
    assertThat(new Highlighter(List.of("野家")).spans("𠮷野家")).containsExactly(new Span(2, 4));
    assertThat(new Highlighter(List.of("没有")).spans("信息")).isEmpty();
  }
}
