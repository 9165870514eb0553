package org.govshare.catalog.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.govshare.platform.problem.InputChecks;

/**
 * Brings text into the form that search compares: compatibility forms are unified (NFKD), letters
 * are lower case, and what a text is found by are its overlapping pairs of characters. Pairs never
 * span white space, and a query is split into words at white space, so every substring of two
 * characters or more is found by its pairs.
 */
public final class SearchText {

  /** Longest query, in characters. */
  public static final int QUERY_LIMIT = 100;

  private static final int SURROGATES = 0xD800;
  private static final int SURROGATE_COUNT = 0x800;

  private SearchText() {}

  /**
   * The normal form of a text. It is made character by character and composes nothing, so that the
   * form of a part is a part of the form, wherever the text is cut.
   */
  public static String normalise(String text) {
    StringBuilder normal = new StringBuilder(text.length());
    for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
      appendNormal(normal, text.codePointAt(at));
    }
    return normal.toString();
  }

  /** The letters and digits of a text in normal form: what two ways of writing a name share. */
  public static String folded(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    normalise(text)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(folded::appendCodePoint);
    return folded.toString();
  }

  static void appendNormal(StringBuilder normal, int character) {
    if (isPlain(character)) {
      normal.appendCodePoint(character);
    } else {
      Normalizer.normalize(Character.toString(character), Normalizer.Form.NFKD)
          .codePoints()
          .map(Character::toLowerCase)
          .forEach(normal::appendCodePoint);
    }
  }

  /** How long the normal form of a character is, in UTF-16 units. */
  static int normalLength(int character) {
    if (isPlain(character)) {
      return 1;
    }
    StringBuilder normal = new StringBuilder();
    appendNormal(normal, character);
    return normal.length();
  }

  /** Most characters by far are their own form; asking for it costs a hundred times as much. */
  private static boolean isPlain(int character) {
    return (character >= 0x4E00 && character <= 0x9FFF)
        || (character < 0x80 && !(character >= 'A' && character <= 'Z'));
  }

  /** The text under which something with these fields is found, one field on each line. */
  public static String content(Stream<String> fields) {
    return fields
        .filter(Objects::nonNull)
        .map(field -> String.join(" ", words(field)))
        .collect(Collectors.joining("\n"));
  }

  /**
   * The different pairs of neighbouring characters of texts in normal form, each as one number:
   * sixteen bits for either character. Characters outside the basic plane share the numbers of the
   * surrogates, so a pair with one of them may stand for another such pair.
   */
  public static int[] pairs(Collection<String> normalised) {
    int[] pairs = new int[normalised.stream().mapToInt(String::length).sum()];
    int count = 0;
    for (String text : normalised) {
      int before = -1;
      for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
        int character = text.codePointAt(at);
        if (isSpace(character)) {
          before = -1;
        } else {
          if (before >= 0) {
            pairs[count++] = before << 16 | number(character);
          }
          before = number(character);
        }
      }
    }
    return Arrays.stream(pairs, 0, count).sorted().distinct().toArray();
  }

  private static int number(int character) {
    return Character.isBmpCodePoint(character)
        ? character
        : SURROGATES + character % SURROGATE_COUNT;
  }

  /** Whether every text that holds the pairs of this word holds the word. */
  public static boolean isOnePair(String word) {
    return word.length() == 2 && word.codePointCount(0, 2) == 2;
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
    return query == null ? List.of() : words(query).stream().distinct().toList();
  }

  /** A pattern for {@code LIKE … ESCAPE '\'} that finds the word anywhere. */
  public static String likePattern(String word) {
    return "%" + likePrefix(word);
  }

  /** A pattern for {@code LIKE … ESCAPE '\'} that finds what begins with the word. */
  public static String likePrefix(String word) {
    return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
  }

  private static List<String> split(String normalised) {
    List<String> words = new ArrayList<>(2);
    int start = -1;
    for (int at = 0; at < normalised.length(); at++) {
      if (isSpace(normalised.charAt(at))) {
        if (start >= 0) {
          words.add(normalised.substring(start, at));
        }
        start = -1;
      } else if (start < 0) {
        start = at;
      }
    }
    if (start >= 0) {
      words.add(start == 0 ? normalised : normalised.substring(start));
    }
    return words;
  }

  private static boolean isSpace(int character) {
    return (character >= '\t' && character <= '\r') || Character.isSpaceChar(character);
  }
}
