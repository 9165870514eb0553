package org.govshare.catalog.finding.memory;

import java.util.BitSet;
import java.util.List;

/** What words found in a memory, by the numbers that resources have there. */
public final class Matches {

  static final int NAME = 2;
  static final int KEYWORD = 3;
  static final int ITEM = 4;
  static final int OTHER = 5;

  private final Texts names;
  private final List<Word> words;
  private final char[] whole;
  private final BitSet all;

  Matches(Texts names, List<String> wholeWords, List<Word> words, BitSet all) {
    this.names = names;
    this.words = words;
    this.whole = String.join(" ", wholeWords).toCharArray();
    this.all = all;
  }

  /** The number of the next resource that was found, -1 if there is none. */
  public int next(int from) {
    return all.nextSetBit(from);
  }

  /**
   * How well the words hit: 0 the name itself, 1 its beginning, 2 within it, 3 a keyword, 4 an
   * item, 5 other text; of several words these are added. 0 if there are no words.
   */
  public int rank(int number) {
    int sum = 0;
    for (Word word : words) {
      sum += word.rank(number);
    }
    if (sum == NAME * words.size() && sum > 0 && names.startsWith(number, whole)) {
      return names.length(number) == whole.length ? 0 : 1;
    }
    return sum;
  }

  /** Whether one of the words occurs in an item's name. */
  public boolean hitsItem(int number) {
    for (Word word : words) {
      if (word.items.get(number)) {
        return true;
      }
    }
    return false;
  }

  /** Where one word was found. */
  record Word(BitSet names, BitSet keywords, BitSet items, BitSet any) {

    int rank(int number) {
      if (names.get(number)) {
        return NAME;
      }
      if (keywords.get(number)) {
        return KEYWORD;
      }
      return items.get(number) ? ITEM : OTHER;
    }
  }
}
