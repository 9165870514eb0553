package org.govshare.catalog.authority;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What names amount to. */
class ItemKeysTest {

  private static final ItemKeys KEYS =
      new ItemKeys(
          List.of(
              new Synonym.Pair("信用代码", "统一社会信用代码"),
              new Synonym.Pair("社会信用代码", "统一社会信用代码"),
              new Synonym.Pair("法人代表", "法定代表人"),
              new Synonym.Pair("A", "B"),
              new Synonym.Pair("B", "A")));

  @Test
  void punctuationWidthAndCaseDoNotMatter() {
    assertThat(KEYS.of("企业（名称） ")).isEqualTo(KEYS.of("企业-名称"));
    assertThat(KEYS.of("ＩＤ号")).isEqualTo(KEYS.of("id号"));
    assertThat(KEYS.of("——")).isEmpty();
  }

  @Test
  void wordsAreReplacedByTheirMeaningOnce() {
    assertThat(KEYS.of("法人代表姓名")).isEqualTo("法定代表人姓名");
    assertThat(KEYS.of("法定代表人姓名")).isEqualTo("法定代表人姓名");
    assertThat(KEYS.of("信用代码")).isEqualTo("统一社会信用代码");
    assertThat(KEYS.of("社会信用代码")).isEqualTo("统一社会信用代码");
    assertThat(KEYS.of("统一社会信用代码")).isEqualTo("统一社会信用代码");
  }

  @Test
  void wordsThatMeanEachOtherEnd() {
    assertThat(KEYS.of("aab")).isEqualTo("bba");
  }
}
