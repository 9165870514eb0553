package org.govshare.catalog.finding.memory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.govshare.catalog.search.SearchText;
import org.roaringbitmap.FastAggregation;
import org.roaringbitmap.RoaringBitmap;

/** Numbered texts in which words are looked for. Two bytes a character and the index of pairs. */
final class Texts {

  private static final int PAGE = 1 << 16;

  private final List<char[]> pages = new ArrayList<>();
  private final Map<Integer, RoaringBitmap> pairs = new HashMap<>();
  private int[] places = new int[1024];
  private int[] lengths = new int[1024];
  private int count;
  private int end = PAGE;

  /** Takes the next text and returns its number. */
  int add(String text) {
    if (count == places.length) {
      places = Arrays.copyOf(places, count + count / 2);
      lengths = Arrays.copyOf(lengths, count + count / 2);
    }
    // An empty text has a place too.
    if (end + Math.max(1, text.length()) > PAGE) {
      pages.add(new char[Math.max(PAGE, text.length())]);
      end = 0;
    }
    text.getChars(0, text.length(), pages.getLast(), end);
    places[count] = (pages.size() - 1) << 16 | end;
    lengths[count] = text.length();
    end = Math.min(PAGE, end + text.length());
    for (int pair : SearchText.pairs(List.of(text))) {
      pairs.computeIfAbsent(pair, ignored -> new RoaringBitmap()).add(count);
    }
    return count++;
  }

  /** To be called when all texts are there. */
  void finish() {
    places = Arrays.copyOf(places, count);
    lengths = Arrays.copyOf(lengths, count);
    for (RoaringBitmap numbers : pairs.values()) {
      numbers.runOptimize();
      numbers.trim();
    }
  }

  int size() {
    return count;
  }

  /**
   * Numbers of the texts in which a word occurs.
   *
   * @param settled texts that need not be looked into; if their pairs are there, they are told
   */
  BitSet find(String word, BitSet settled) {
    int[] wanted = SearchText.pairs(List.of(word));
    RoaringBitmap[] each = new RoaringBitmap[wanted.length];
    for (int i = 0; i < wanted.length; i++) {
      each[i] = pairs.get(wanted[i]);
      if (each[i] == null) {
        return new BitSet();
      }
    }
    BitSet found = new BitSet(count);
    RoaringBitmap candidates = each.length == 1 ? each[0] : FastAggregation.and(each);
    if (SearchText.isOnePair(word)) {
      candidates.forEach((int number) -> found.set(number));
    } else {
      char[] characters = word.toCharArray();
      candidates.forEach(
          (int number) -> {
            if (settled.get(number) || contains(number, characters)) {
              found.set(number);
            }
          });
    }
    return found;
  }

  private boolean contains(int number, char[] word) {
    char[] page = pages.get(places[number] >>> 16);
    int from = places[number] & (PAGE - 1);
    int last = from + lengths[number] - word.length;
    for (int at = from; at <= last; at++) {
      if (page[at] == word[0]
          && Arrays.mismatch(page, at, at + word.length, word, 0, word.length) < 0) {
        return true;
      }
    }
    return false;
  }

  /** Whether a text begins with another. */
  boolean startsWith(int number, char[] beginning) {
    int from = places[number] & (PAGE - 1);
    return beginning.length <= lengths[number]
        && Arrays.equals(
            pages.get(places[number] >>> 16),
            from,
            from + beginning.length,
            beginning,
            0,
            beginning.length);
  }

  int length(int number) {
    return lengths[number];
  }
}
