package org.govshare.catalog.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Shows where words of a query occur in texts as they were written. */
public final class Highlighter {

  private final List<String> words;

  /**
   * @param words words of a query, in normal form
   */
  public Highlighter(List<String> words) {
    this.words = words;
  }

  /** Where the words occur in the text or, if they do not, in its pinyin initials. */
  public List<Span> spans(String text) {
    if (text == null || text.isEmpty()) {
      return List.of();
    }
    String normal = SearchText.normalise(text);
    List<Span> spans = null;
    for (String word : words) {
      int at = place(normal, word, 0);
      if (at >= 0) {
        spans = spans == null ? new ArrayList<>() : spans;
        int[] origins = origins(text, normal);
        for (; at >= 0; at = place(normal, word, at + 1)) {
          add(spans, origins, at, word.length());
        }
      }
    }
    return spans == null ? List.of() : joined(spans);
  }

  /** The next place of a word; of its characters' initials only if the word itself is nowhere. */
  private static int place(String normal, String word, int from) {
    int at = normal.indexOf(word, from);
    if (at >= 0 || !mayBeInitials(word) || normal.contains(word)) {
      return at;
    }
    for (int start = from; start + word.length() <= normal.length(); start++) {
      if (Initials.match(word, normal, start)) {
        return start;
      }
    }
    return -1;
  }

  /**
   * Where each character of a normal form begins in the text; null where it is at the same place.
   */
  private static int[] origins(String text, String normal) {
    if (normal.length() == text.length()
        && text.codePoints().allMatch(c -> SearchText.normalLength(c) == Character.charCount(c))) {
      return null;
    }
    int[] origins = new int[normal.length() + 1];
    int to = 0;
    for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
      for (int i = SearchText.normalLength(text.codePointAt(at)); i > 0; i--) {
        origins[to++] = at;
      }
    }
    origins[to] = text.length();
    return origins;
  }

  private static void add(List<Span> spans, int[] origins, int at, int length) {
    int end = at + length;
    if (origins == null) {
      spans.add(new Span(at, end));
      return;
    }
    // Of a character that has several in normal form, all is shown.
    while (end < origins.length - 1 && origins[end] == origins[end - 1]) {
      end++;
    }
    spans.add(new Span(origins[at], origins[end]));
  }

  private static List<Span> joined(List<Span> spans) {
    spans.sort(Comparator.comparingInt(Span::start));
    List<Span> joined = new ArrayList<>(spans.size());
    for (Span span : spans) {
      Span last = joined.isEmpty() ? null : joined.getLast();
      if (last != null && span.start() <= last.end()) {
        joined.set(joined.size() - 1, new Span(last.start(), Math.max(last.end(), span.end())));
      } else {
        joined.add(span);
      }
    }
    return joined;
  }

  /** Whether a word can be the initials of Chinese characters. */
  public static boolean mayBeInitials(String word) {
    return word.chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
        && word.chars().anyMatch(c -> c >= 'a');
  }
}
