package org.govshare.catalog.finding.memory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * All resources as they were at one moment, numbered in the order of lists: the newest first, then
 * by id. Immutable.
 */
public final class Memory {

  private final long[] high;
  private final long[] low;
  private final long[] newest;
  private final int[] groups;
  private final long[] facets;
  private final int[] byId;
  private final Texts names;
  private final Lines keywords;
  private final Lines items;
  private final Texts other;

  private Memory(Builder from) {
    high = Arrays.copyOf(from.high, from.count);
    low = Arrays.copyOf(from.low, from.count);
    newest = Arrays.copyOf(from.newest, from.count);
    groups = Arrays.copyOf(from.groups, from.count);
    facets = new long[from.groupOf.size()];
    from.groupOf.forEach((each, group) -> facets[group] = each);
    from.names.finish();
    from.other.finish();
    names = from.names;
    keywords = from.keywords.build();
    items = from.items.build();
    other = from.other;
    byId = sortedById();
  }

  private int[] sortedById() {
    Integer[] order = new Integer[high.length];
    Arrays.setAll(order, number -> number);
    Arrays.sort(order, (one, two) -> compare(one, high[two], low[two]));
    return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
  }

  private int compare(int number, long otherHigh, long otherLow) {
    int order = Long.compareUnsigned(high[number], otherHigh);
    return order != 0 ? order : Long.compareUnsigned(low[number], otherLow);
  }

  /** Looks for words that must all occur; each must have two characters or more. */
  public Matches find(List<String> words) {
    BitSet all = new BitSet(high.length);
    if (words.isEmpty()) {
      all.set(0, high.length);
    }
    List<Matches.Word> found = new ArrayList<>(words.size());
    for (String word : words) {
      found.add(find(word));
      if (found.size() == 1) {
        all.or(found.getFirst().any());
      } else {
        all.and(found.getLast().any());
      }
    }
    return new Matches(names, words, found, all);
  }

  private Matches.Word find(String word) {
    BitSet inNames = names.find(word, new BitSet());
    BitSet inKeywords = keywords.find(word);
    BitSet inItems = items.find(word);
    BitSet any = (BitSet) inNames.clone();
    any.or(inKeywords);
    any.or(inItems);
    any.or(other.find(word, any));
    return new Matches.Word(inNames, inKeywords, inItems, any);
  }

  /** How many resources there are. */
  public int size() {
    return high.length;
  }

  public UUID id(int number) {
    return new UUID(high[number], low[number]);
  }

  /** What lists are ordered by, in microseconds since 1970. */
  public long newest(int number) {
    return newest[number];
  }

  /** Number of the different facets that a resource has, below {@link #groupCount}. */
  public int group(int number) {
    return groups[number];
  }

  public int groupCount() {
    return facets.length;
  }

  /** The facets of a group. */
  public long facets(int group) {
    return facets[group];
  }

  /** The number of a resource, -1 if it is not there. */
  public int numberOf(UUID id) {
    int from = 0;
    int to = byId.length - 1;
    while (from <= to) {
      int middle = (from + to) >>> 1;
      int order = compare(byId[middle], id.getMostSignificantBits(), id.getLeastSignificantBits());
      if (order == 0) {
        return byId[middle];
      }
      if (order < 0) {
        from = middle + 1;
      } else {
        to = middle - 1;
      }
    }
    return -1;
  }

  /** Takes resources in the order of lists. */
  public static final class Builder {

    private final Texts names = new Texts();
    private final Lines.Builder keywords = new Lines.Builder();
    private final Lines.Builder items = new Lines.Builder();
    private final Texts other = new Texts();
    private final Map<Long, Integer> groupOf = new HashMap<>();
    private long[] high = new long[1024];
    private long[] low = new long[1024];
    private long[] newest = new long[1024];
    private int[] groups = new int[1024];
    private int count;
    private long characters;

    public void add(Entry entry) {
      if (count == high.length) {
        int more = count + count / 2;
        high = Arrays.copyOf(high, more);
        low = Arrays.copyOf(low, more);
        newest = Arrays.copyOf(newest, more);
        groups = Arrays.copyOf(groups, more);
      }
      high[count] = entry.id().getMostSignificantBits();
      low[count] = entry.id().getLeastSignificantBits();
      newest[count] = entry.newest();
      groups[count] = groupOf.computeIfAbsent(entry.facets(), ignored -> groupOf.size());
      boolean hasTexts = entry.name() != null;
      names.add(hasTexts ? entry.name() : "");
      other.add(hasTexts ? entry.other() : "");
      if (hasTexts) {
        characters += entry.name().length() + entry.other().length();
        characters += keywords.add(count, entry.keywords());
        characters += items.add(count, entry.items());
      }
      count++;
    }

    /** How many characters are kept so far; memory grows with them. */
    public long characters() {
      return characters;
    }

    public Memory build() {
      return new Memory(this);
    }
  }
}
