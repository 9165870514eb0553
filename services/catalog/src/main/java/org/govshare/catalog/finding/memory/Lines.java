package org.govshare.catalog.finding.memory;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * Lines that many resources share, such as the names of items: each is kept once, with the numbers
 * of the resources that have it.
 */
final class Lines {

  private static final BitSet NONE = new BitSet();

  private final Texts texts;
  // The owners of a line begin at its start and end where those of the next begin.
  private final int[] starts;
  private final int[] owners;

  private Lines(Texts texts, int[] starts, int[] owners) {
    this.texts = texts;
    this.starts = starts;
    this.owners = owners;
  }

  /** Numbers of the resources that have a line in which a word occurs. */
  BitSet find(String word) {
    BitSet found = new BitSet();
    BitSet lines = texts.find(word, NONE);
    for (int line = lines.nextSetBit(0); line >= 0; line = lines.nextSetBit(line + 1)) {
      for (int i = starts[line]; i < starts[line + 1]; i++) {
        found.set(owners[i]);
      }
    }
    return found;
  }

  /** Collects lines. */
  static final class Builder {

    private final Texts texts = new Texts();
    private final Map<String, Integer> numbers = new HashMap<>();
    private int[] lines = new int[1024];
    private int[] owners = new int[1024];
    private int count;

    /** Takes the lines of a resource and returns how many characters had not been there. */
    int add(int owner, String text) {
      int fresh = 0;
      for (String line : text.split("\n")) {
        Integer number = numbers.get(line);
        if (number == null) {
          number = texts.add(line);
          numbers.put(line, number);
          fresh += line.length();
        }
        if (count == lines.length) {
          lines = Arrays.copyOf(lines, count + count / 2);
          owners = Arrays.copyOf(owners, count + count / 2);
        }
        lines[count] = number;
        owners[count++] = owner;
      }
      return fresh;
    }

    Lines build() {
      texts.finish();
      int[] starts = new int[texts.size() + 1];
      for (int i = 0; i < count; i++) {
        starts[lines[i] + 1]++;
      }
      for (int line = 0; line < texts.size(); line++) {
        starts[line + 1] += starts[line];
      }
      int[] next = Arrays.copyOf(starts, texts.size());
      int[] sorted = new int[count];
      for (int i = 0; i < count; i++) {
        sorted[next[lines[i]]++] = owners[i];
      }
      return new Lines(texts, starts, sorted);
    }
  }
}
