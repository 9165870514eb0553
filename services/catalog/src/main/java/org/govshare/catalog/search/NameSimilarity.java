package org.govshare.catalog.search;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * How alike two names are: the Dice coefficient of their pairs of neighbouring characters, after
 * punctuation, spaces and forms of letters have been evened out.
 */
public final class NameSimilarity {

  private static final double ENOUGH_TO_SUGGEST = 0.4;

  private NameSimilarity() {}

  /** Pairs of a name; a name of one character is its own pair. */
  public static Set<String> pairs(String name) {
    int[] characters = SearchText.folded(name).codePoints().toArray();
    Set<String> pairs = new LinkedHashSet<>();
    for (int i = 0; i + 1 < characters.length; i++) {
      pairs.add(new String(characters, i, 2));
    }
    return characters.length == 1 ? Set.of(new String(characters, 0, 1)) : pairs;
  }

  /**
   * Of two names.
   *
   * @return 0 for nothing in common, 1 for the same pairs; names without a letter or digit are
   *     alike only if they are the same
   */
  public static double of(String one, String other) {
    return one.equals(other) ? 1 : between(pairs(one), pairs(other));
  }

  /** Of two names by their pairs, from 0, nothing in common, to 1, the same. */
  public static double between(Set<String> some, Set<String> others) {
    if (some.isEmpty() || others.isEmpty()) {
      return 0;
    }
    Set<String> common = new HashSet<>(some);
    common.retainAll(others);
    return 2.0 * common.size() / (some.size() + others.size());
  }

  /**
   * The known name that was probably meant by the one written, if any comes near. Single characters
   * count like pairs here, so that a shortened name (社保) is found by its long form (社会保险).
   */
  public static Optional<String> closest(String written, Collection<String> known) {
    record Likeness(String name, double score) {}
    Set<String> parts = parts(written);
    return known.stream()
        .map(name -> new Likeness(name, between(parts, parts(name))))
        .filter(likeness -> likeness.score() >= ENOUGH_TO_SUGGEST)
        .max(
            Comparator.comparingDouble(Likeness::score)
                .thenComparing(Likeness::name, Comparator.reverseOrder()))
        .map(Likeness::name);
  }

  private static Set<String> parts(String name) {
    Set<String> parts = new HashSet<>(pairs(name));
    SearchText.folded(name).codePoints().mapToObj(Character::toString).forEach(parts::add);
    return parts;
  }

  /** A score as it is shown, to three digits. */
  public static double rounded(double score) {
    return Math.round(score * 1000) / 1000.0;
  }
}
