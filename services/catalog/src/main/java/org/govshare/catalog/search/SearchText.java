package org.govshare.catalog.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.govshare.platform.problem.InputChecks;

/**
 * Brings text into the form that search compares: compatibility forms are unified (NFKC), letters
 * are lower case, and what a text is found by are its overlapping pairs of characters. Pairs never
 * span white space, and a query is split into words at white space, so every substring of two
 * characters or more is found by its pairs.
 */
public final class SearchText {

  /** Longest query, in characters. */
  public static final int QUERY_LIMIT = 100;

  private SearchText() {}

  /** The normal form of a text. Letter by letter, so that a part's form is part of the form. */
  public static String normalise(String text) {
    StringBuilder lower = new StringBuilder(text.length());
    Normalizer.normalize(text, Normalizer.Form.NFKC)
        .codePoints()
        .map(Character::toLowerCase)
        .forEach(lower::appendCodePoint);
    return lower.toString();
  }

  /** The text under which something with these fields is found, one field on each line. */
  public static String content(Stream<String> fields) {
    return fields
        .filter(Objects::nonNull)
        .map(field -> String.join(" ", words(field)))
        .collect(Collectors.joining("\n"));
  }

  /** The different pairs of neighbouring characters of a text in normal form. */
  public static Set<String> pairs(String normalised) {
    Set<String> pairs = new LinkedHashSet<>();
    for (String word : split(normalised)) {
      int[] characters = word.codePoints().toArray();
      for (int i = 0; i + 1 < characters.length; i++) {
        pairs.add(new String(characters, i, 2));
      }
    }
    return pairs;
  }

  /** The words of a text or query, in normal form. */
  public static List<String> words(String text) {
    return split(normalise(text));
  }

  /**
   * The words of a query that a caller wrote.
   *
   * @param query may be absent
   * @return empty if there is nothing to search for
   */
  public static List<String> queryWords(String query) {
    new InputChecks().optionalText("q", query, QUERY_LIMIT).done();
    return query == null ? List.of() : words(query);
  }

  /** A pattern for {@code LIKE … ESCAPE '\'} that finds the word anywhere. */
  public static String likePattern(String word) {
    return "%" + word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
  }

  /**
   * A {@code tsquery} literal for texts that hold all pairs of all words; empty if there are none.
   */
  public static String pairQuery(List<String> words) {
    Set<String> pairs = new LinkedHashSet<>();
    words.forEach(word -> pairs.addAll(pairs(word)));
    List<String> quoted = new ArrayList<>();
    pairs.forEach(pair -> quoted.add("'" + pair.replace("\\", "\\\\").replace("'", "''") + "'"));
    return String.join(" & ", quoted);
  }

  private static List<String> split(String normalised) {
    return Arrays.stream(normalised.split("[\\s\\p{Z}]+")).filter(word -> !word.isEmpty()).toList();
  }
}
