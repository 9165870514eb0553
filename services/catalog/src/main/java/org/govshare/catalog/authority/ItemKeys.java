package org.govshare.catalog.authority;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.govshare.catalog.search.SearchText;

/** What names of items amount to when they are compared, with the words of a moment. */
final class ItemKeys {

  /** Longer words first, so that a word within another does not hide it. */
  private final Map<String, String> meanings =
      new TreeMap<>(
          Comparator.comparingInt(String::length)
              .reversed()
              .thenComparing(Comparator.naturalOrder()));

  /** What a whole name is called in the library of standard data elements, all it may mean. */
  private final Map<String, Set<String>> elements = new HashMap<>();

  /** Keys by these words; of a word that has several whole meanings none is taken. */
  ItemKeys(Collection<ComparedWord> words) {
    for (ComparedWord word : words) {
      String folded = SearchText.folded(word.word());
      String meaning = SearchText.folded(word.meaning());
      if (word.whole()) {
        elements.computeIfAbsent(folded, ignored -> new HashSet<>()).add(meaning);
      } else {
        meanings.put(folded, meaning);
      }
    }
    // A meaning stands for itself, or a shorter word within it would be replaced once more.
    words.stream()
        .filter(word -> !word.whole())
        .map(word -> SearchText.folded(word.meaning()))
        .forEach(meaning -> meanings.putIfAbsent(meaning, meaning));
  }

  /** The key of a name. */
  String of(String name) {
    String folded = standard(SearchText.folded(name));
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

  private String standard(String folded) {
    Set<String> known = elements.getOrDefault(folded, Set.of());
    // The list of synonyms is kept for this comparison, and so goes before the library.
    return known.size() == 1 && !meanings.containsKey(folded) ? known.iterator().next() : folded;
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
