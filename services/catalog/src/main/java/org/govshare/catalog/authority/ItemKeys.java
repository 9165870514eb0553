package org.govshare.catalog.authority;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What names of items amount to when they are compared, with the synonyms of a moment. */
final class ItemKeys {

  /** Longer words first, so that a word within another does not hide it. */
  private final Map<String, String> meanings =
      new TreeMap<>(
          Comparator.comparingInt(String::length)
              .reversed()
              .thenComparing(Comparator.naturalOrder()));

  /** Keys by these words and meanings. */
  ItemKeys(List<Synonym.Pair> synonyms) {
    synonyms.forEach(pair -> meanings.put(fold(pair.word()), fold(pair.meaning())));
    // A meaning stands for itself, or a shorter word within it would be replaced once more.
    synonyms.forEach(pair -> meanings.putIfAbsent(fold(pair.meaning()), fold(pair.meaning())));
  }

  /** Letters and digits alone, in one form. */
  static String fold(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    Normalizer.normalize(text, Normalizer.Form.NFKC)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(folded::appendCodePoint);
    return folded.toString().toLowerCase(Locale.ROOT);
  }

  /** The key of a name. */
  String of(String name) {
    String folded = fold(name);
    StringBuilder key = new StringBuilder(folded.length());
    int at = 0;
    while (at < folded.length()) {
      String word = wordAt(folded, at);
      if (word == null) {
        key.append(folded.charAt(at++));
      } else {
        key.append(meanings.get(word));
        at += word.length();
      }
    }
    return key.toString();
  }

  private String wordAt(String text, int at) {
    for (String word : meanings.keySet()) {
      if (text.startsWith(word, at)) {
        return word;
      }
    }
    return null;
  }
}
