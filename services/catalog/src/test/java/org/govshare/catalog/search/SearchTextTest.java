package org.govshare.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SearchTextTest {

  @Test
  void widthAndCaseDoNotMatter() {
    assertThat(SearchText.normalise("企业ＡＢＣ①")).isEqualTo("企业abc1");
  }

  @Test
  void pairsOverlapAndDoNotSpanWhiteSpace() {
    assertThat(pairs("企业登记\u3000AB c"))
        .containsExactlyInAnyOrder(pair('企', '业'), pair('业', '登'), pair('登', '记'), pair('a', 'b'));
  }

  private static int pair(int first, int second) {
    return first << 16 | second;
  }

  private static int[] pairs(String text) {
    return SearchText.pairs(List.of(SearchText.normalise(text)));
  }

  @Test
  void charactersOutsideTheBasicPlaneAreOne() {
    assertThat(pairs("𠮷野家")).hasSize(2).contains(pair('野', '家'));
    assertThat(SearchText.isOnePair("𠮷")).isFalse();
    assertThat(SearchText.isOnePair("𠮷野")).isFalse();
    assertThat(SearchText.isOnePair("野家")).isTrue();
  }

  @Test
  void combiningMarksStayByThemselves() {
    assertThat(SearchText.normalise("É")).isEqualTo(SearchText.normalise("e\u0301"));
    assertThat(SearchText.normalise("xé")).contains(SearchText.normalise("xe"));
  }

  @Test
  void patternsAreTakenLiterally() {
    assertThat(SearchText.likePattern("10%_\\")).isEqualTo("%10\\%\\_\\\\%");
    assertThat(SearchText.likePrefix("a_")).isEqualTo("a\\_%");
  }

  @Test
  void nothingIsSearchedForInBlanks() {
    assertThat(SearchText.queryWords(null)).isEmpty();
    assertThat(SearchText.queryWords(" \u3000 ")).isEmpty();
  }

  @Test
  void theFormOfAPartIsAPartOfTheFormWithAllItsPairs() {
    long seed = 1;
    Random random = new Random(seed);
    for (int i = 0; i < 2_000; i++) {
      String text = text(random);
      int[] characters = text.codePoints().toArray();
      int from = random.nextInt(characters.length);
      String part = new String(characters, from, 1 + random.nextInt(characters.length - from));

      assertThat(SearchText.normalise(text))
          .as("seed %d: '%s' in '%s'", seed, part, text)
          .contains(SearchText.normalise(part));
      assertThat(Arrays.stream(pairs(text)).boxed())
          .as("seed %d: '%s' in '%s'", seed, part, text)
          .containsAll(Arrays.stream(pairs(part)).boxed().toList());
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
    String characters = "企业登记信息表法定代表人ＡＢａｂabcABC①㈱é\u0301\u0323が\uFDFA𠮷😀\n '\"\\%_&|!:*()-\u3000";
    int[] alphabet = characters.codePoints().toArray();
    StringBuilder text = new StringBuilder();
    int length = 1 + random.nextInt(40);
    for (int i = 0; i < length; i++) {
      text.appendCodePoint(alphabet[random.nextInt(alphabet.length)]);
    }
    return text.toString();
  }
}
