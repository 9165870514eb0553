package org.govshare.catalog.library.element;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.govshare.catalog.search.SearchText;

/**
 * How alike two names are: the Dice coefficient of their pairs of neighbouring characters, after
 * punctuation, spaces and forms of letters have been evened out.
 */
final class NameSimilarity {

  private NameSimilarity() {}

  /** The letters and digits of a name in normal form. */
  static String bare(String name) {
    StringBuilder bare = new StringBuilder(name.length());
    SearchText.normalise(name)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(bare::appendCodePoint);
    return bare.toString();
  }

  /** Pairs of a name; a name of one character is its own pair. */
  static Set<String> pairs(String name) {
    int[] characters = bare(name).codePoints().toArray();
    Set<String> pairs = new LinkedHashSet<>();
    for (int i = 0; i + 1 < characters.length; i++) {
      pairs.add(new String(characters, i, 2));
    }
    return characters.length == 1 ? Set.of(new String(characters, 0, 1)) : pairs;
  }

  /** From 0, nothing in common, to 1, the same. */
  static double between(Set<String> some, Set<String> others) {
    if (some.isEmpty() || others.isEmpty()) {
      return 0;
    }
    Set<String> common = new HashSet<>(some);
    common.retainAll(others);
    return 2.0 * common.size() / (some.size() + others.size());
  }
}
