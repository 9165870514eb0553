package org.govshare.catalog.authority;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.govshare.catalog.search.SearchText;

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
    synonyms.forEach(
        pair -> meanings.put(SearchText.folded(pair.word()), SearchText.folded(pair.meaning())));
    // A meaning stands for itself, or a shorter word within it would be replaced once more.
    synonyms.forEach(
        pair ->
            meanings.putIfAbsent(
                SearchText.folded(pair.meaning()), SearchText.folded(pair.meaning())));
  }

  /** The key of a name. */
  String of(String name) {
    String folded = SearchText.folded(name);
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
