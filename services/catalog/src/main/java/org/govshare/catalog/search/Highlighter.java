package org.govshare.catalog.search;

import java.util.ArrayList;
import java.util.BitSet;
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
    Mapped mapped = new Mapped(text);
    BitSet hit = new BitSet(text.length());
    for (String word : words) {
      mapped.mark(word, hit);
    }
    List<Span> spans = new ArrayList<>();
    for (int start = hit.nextSetBit(0); start >= 0; ) {
      int end = hit.nextClearBit(start);
      spans.add(new Span(start, end));
      start = hit.nextSetBit(end);
    }
    return spans;
  }

  /** Whether a word can be the initials of Chinese characters. */
  public static boolean mayBeInitials(String word) {
    return word.chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
        && word.chars().anyMatch(c -> c >= 'a');
  }

  /** A text in normal form that knows which original character each of its own came from. */
  private static final class Mapped {

    private final String normal;
    private final int[] starts;
    private final int[] ends;
    private final int[] characters;

    Mapped(String text) {
      StringBuilder built = new StringBuilder(text.length());
      List<int[]> origins = new ArrayList<>();
      for (int at = 0; at < text.length(); ) {
        int character = text.codePointAt(at);
        int next = at + Character.charCount(character);
        int before = built.length();
        SearchText.appendNormal(built, character);
        for (int i = before; i < built.length(); i++) {
          origins.add(new int[] {at, next});
        }
        at = next;
      }
      normal = built.toString();
      starts = origins.stream().mapToInt(origin -> origin[0]).toArray();
      ends = origins.stream().mapToInt(origin -> origin[1]).toArray();
      characters = normal.chars().toArray();
    }

    void mark(String word, BitSet hit) {
      boolean found = false;
      for (int at = normal.indexOf(word); at >= 0; at = normal.indexOf(word, at + 1)) {
        mark(at, word.length(), hit);
        found = true;
      }
      if (!found && mayBeInitials(word)) {
        for (int at = 0; at + word.length() <= characters.length; at++) {
          if (Initials.match(word, characters, at)) {
            mark(at, word.length(), hit);
          }
        }
      }
    }

    private void mark(int at, int length, BitSet hit) {
      hit.set(starts[at], ends[at + length - 1]);
    }
  }
}
