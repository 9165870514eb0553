package org.govshare.catalog.authority;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What names amount to. */
class ItemKeysTest {

  private static final ItemKeys KEYS =
      new ItemKeys(
          List.of(
              new ComparedWord("信用代码", "统一社会信用代码", false),
              new ComparedWord("社会信用代码", "统一社会信用代码", false),
              new ComparedWord("法人代表", "法定代表人", false),
              new ComparedWord("A", "B", false),
              new ComparedWord("B", "A", false),
              new ComparedWord("性别代码", "性别代码", true),
              new ComparedWord("性别", "性别代码", true),
              new ComparedWord("信用代码", "机构信用代码", true),
              new ComparedWord("名称", "产品名称", true),
              new ComparedWord("名称", "企业名称", true),
              new ComparedWord("机构名称", "机构名称", true),
              new ComparedWord("机构名称", "单位名称", true)));

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

  @Test
  void synonymsOfElementsCountOnlyAsWholeNames() {
    assertThat(KEYS.of("性 别")).isEqualTo("性别代码");
    assertThat(KEYS.of("性别代码")).isEqualTo("性别代码");
    assertThat(KEYS.of("性别说明")).isEqualTo("性别说明");
  }

  @Test
  void theListOfSynonymsGoesBeforeTheLibrary() {
    assertThat(KEYS.of("信用代码")).isEqualTo("统一社会信用代码");
  }

  @Test
  void whatMayMeanSeveralElementsStaysAsItIs() {
    assertThat(KEYS.of("名称")).isEqualTo("名称");
    assertThat(KEYS.of("机构名称")).isEqualTo("机构名称");
  }
}
