package org.govshare.catalog.demand;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.govshare.catalog.search.SearchText;

/** How alike two names are, by the pairs of characters that search goes by. */
final class Similarity {

  private Similarity() {}

  /**
   * Twice the pairs in common, divided by all pairs of both.
   *
   * @return 0 for nothing in common, 1 for the same pairs; names too short for a pair are alike
   *     only if they are the same
   */
  static double of(String one, String other) {
    String first = SearchText.normalise(one).strip();
    String second = SearchText.normalise(other).strip();
    int[] ofFirst = SearchText.pairs(List.of(first));
    int[] ofSecond = SearchText.pairs(List.of(second));
    if (ofFirst.length == 0 || ofSecond.length == 0) {
      return first.equals(second) ? 1 : 0;
    }
    long common =
        Arrays.stream(ofFirst).filter(pair -> Arrays.binarySearch(ofSecond, pair) >= 0).count();
    return 2.0 * common / (ofFirst.length + ofSecond.length);
  }

  /** The pairs of neighbouring characters of a text in normal form, as texts. */
  static List<String> pairs(String normalised) {
    int[] characters = normalised.codePoints().toArray();
    return IntStream.range(0, Math.max(0, characters.length - 1))
        .mapToObj(i -> new String(characters, i, 2))
        .filter(pair -> !pair.isBlank())
        .distinct()
        .toList();
  }

  /** A score as it is shown, to three digits. */
  static double rounded(double score) {
    return Math.round(score * 1000) / 1000.0;
  }
}
