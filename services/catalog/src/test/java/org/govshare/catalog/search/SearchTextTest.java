package org.govshare.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SearchTextTest {

  @Test
  void widthAndCaseDoNotMatter() {
    assertThat(SearchText.normalise("企业ＡＢＣ①")).isEqualTo("企业abc1");
  }

  @Test
  void pairsOverlapAndDoNotSpanWhiteSpace() {
    assertThat(SearchText.pairs(SearchText.normalise("企业登记\u3000AB c")))
        .containsExactly("企业", "业登", "登记", "ab");
  }

  @Test
  void charactersOutsideTheBasicPlaneAreOne() {
    assertThat(SearchText.pairs("𠮷野家")).containsExactly("𠮷野", "野家");
  }

  @Test
  void quotesAndPatternsAreTakenLiterally() {
    assertThat(SearchText.pairQuery(List.of("a'b\\"))).isEqualTo("'a''' & '''b' & 'b\\\\'");
    assertThat(SearchText.likePattern("10%_\\")).isEqualTo("%10\\%\\_\\\\%");
  }

  @Test
  void nothingIsSearchedForInBlanks() {
    assertThat(SearchText.queryWords(null)).isEmpty();
    assertThat(SearchText.queryWords(" \u3000 ")).isEmpty();
  }

  @Test
  void everySubstringOfAWordHasItsPairsAmongTheTextsPairs() {
    Random random = new Random(1);
    for (int i = 0; i < 1_000; i++) {
      String text = text(random);
      Set<String> pairs = SearchText.pairs(SearchText.normalise(text));
      for (String word : SearchText.words(text)) {
        int[] characters = word.codePoints().toArray();
        int from = random.nextInt(characters.length);
        int count = 1 + random.nextInt(characters.length - from);
        String part = new String(characters, from, count);

        assertThat(pairs).as("'%s' in '%s'", part, text).containsAll(SearchText.pairs(part));
      }
    }
  }

  @Test
  void theNormalFormOfANormalFormIsItself() {
    Random random = new Random(2);
    for (int i = 0; i < 1_000; i++) {
      List<String> words = SearchText.words(text(random));

      assertThat(SearchText.words(String.join(" ", words))).isEqualTo(words);
    }
  }

  private static String text(Random random) {
    String characters = "企业登记信息表法定代表人ＡＢａｂabcABC①㈱ '\"\\%_&|!:*()-\u3000";
    StringBuilder text = new StringBuilder();
    int length = 1 + random.nextInt(40);
    for (int i = 0; i < length; i++) {
      text.append(characters.charAt(random.nextInt(characters.length())));
    }
    return text.toString();
  }
}
