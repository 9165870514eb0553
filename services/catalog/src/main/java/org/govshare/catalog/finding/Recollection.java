package org.govshare.catalog.finding;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.govshare.catalog.finding.memory.Entry;
import org.govshare.catalog.finding.memory.Matches;
import org.govshare.catalog.finding.memory.Memory;

/**
 * What is searched as it was at one moment: a memory and what was written since it was made.
 *
 * @param base what was read at once
 * @param outdated numbers in the memory of what was written or deleted since
 * @param written what was written since and is still there
 * @param moment the snapshot of the database that all of this is of
 */
record Recollection(Memory base, BitSet outdated, Map<UUID, Entry> written, String moment) {

  Recollection(Memory base, String moment) {
    this(base, new BitSet(), Map.of(), moment);
  }

  /** The oldest transaction that was under way at that moment. */
  String oldest() {
    return moment.substring(0, moment.indexOf(':'));
  }

  /** The same at another moment until which nothing was written. */
  Recollection at(String later) {
    return new Recollection(base, outdated, written, later);
  }

  /**
   * What came of it.
   *
   * @param changed what was written, empty for what was deleted
   */
  Recollection with(Map<UUID, Optional<Entry>> changed, String later) {
    BitSet numbers = (BitSet) outdated.clone();
    Map<UUID, Entry> entries = new HashMap<>(written);
    changed.forEach(
        (id, entry) -> {
          int number = base.numberOf(id);
          if (number >= 0) {
            numbers.set(number);
          }
          entry.ifPresentOrElse(now -> entries.put(id, now), () -> entries.remove(id));
        });
    return new Recollection(base, numbers, Map.copyOf(entries), later);
  }

  /** Finds: the places of a page, perhaps one more, and the facets of everything in groups. */
  Selection select(ResourceQuery query, FacetFilter filter, Slice slice) {
    Count count = new Count(filter, query, slice);
    Matches matches = base.find(query.words());
    for (int number = matches.next(0); number >= 0; number = matches.next(number + 1)) {
      if (!outdated.get(number)) {
        count.add(matches, number);
      }
    }
    for (Entry entry : written.values()) {
      int rank = entry.rank(query.words());
      if (rank >= 0) {
        count.add(entry, rank, query.words());
      }
    }
    return count.selection();
  }

  /**
   * What was selected.
   *
   * @param places in their order
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Selection(List<Place> places, long[] facets, long[] found, long[] dated) {}

  /**
   * A resource that was found.
   *
   * @param hitsItem whether a word occurs in an item's name
   */
  record Place(int rank, long newest, UUID id, boolean hitsItem) implements Comparable<Place> {

    @Override
    public int compareTo(Place other) {
      if (rank != other.rank) {
        return Integer.compare(rank, other.rank);
      }
      if (newest != other.newest) {
        return Long.compare(other.newest, newest);
      }
      // As the database orders them; Java's own order takes the halves for signed numbers.
      int high =
          Long.compareUnsigned(id.getMostSignificantBits(), other.id.getMostSignificantBits());
      return high != 0
          ? high
          : Long.compareUnsigned(id.getLeastSignificantBits(), other.id.getLeastSignificantBits());
    }
  }

  /** Counts and selects. */
  private final class Count {

    private final FacetFilter filter;
    private final boolean always;
    private final long start;
    private final long end;
    private final Place after;
    private final int offset;
    private final int wanted;

    private final int[] found = new int[base.groupCount()];
    private final int[] dated = new int[base.groupCount()];
    // Whether the filter lets a group through: 0 if nobody asked yet.
    private final byte[] chosen = new byte[base.groupCount()];
    private final List<List<Place>> byRank = new ArrayList<>();
    private final List<Place> others = new ArrayList<>();
    private final Map<Long, long[]> otherGroups = new HashMap<>();

    Count(FacetFilter filter, ResourceQuery query, Slice slice) {
      this.filter = filter;
      DateRange published = query.published();
      this.always = published.isOpen();
      this.start = micros(published.start());
      this.end = micros(published.end());
      this.after = slice.after().map(Count::place).orElse(null);
      this.offset = slice.page().offset();
      this.wanted = offset + slice.page().size() + 1;
    }

    private static Place place(Position position) {
      return new Place(position.rank(), micros(position.newest()), position.id(), false);
    }

    private static long micros(Instant instant) {
      return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    void add(Matches matches, int number) {
      int group = base.group(number);
      found[group]++;
      if (!inRange(base.facets(group), base.newest(number))) {
        return;
      }
      dated[group]++;
      if (!isChosen(group)) {
        return;
      }
      int rank = matches.rank(number);
      while (byRank.size() <= rank) {
        byRank.add(new ArrayList<>());
      }
      // Within a rank they come in their order, so the first are enough.
      List<Place> places = byRank.get(rank);
      if (places.size() < wanted) {
        Place place =
            new Place(rank, base.newest(number), base.id(number), matches.hitsItem(number));
        if (isBehind(place)) {
          places.add(place);
        }
      }
    }

    void add(Entry entry, int rank, List<String> words) {
      long[] group = otherGroups.computeIfAbsent(entry.facets(), ignored -> new long[2]);
      group[0]++;
      if (!inRange(entry.facets(), entry.newest())) {
        return;
      }
      group[1]++;
      Place place = new Place(rank, entry.newest(), entry.id(), entry.hitsItem(words));
      if (chooses(entry.facets()) && isBehind(place)) {
        others.add(place);
      }
    }

    private boolean inRange(long facets, long newest) {
      return always || (Facet.YEAR.codeIn(facets) > 0 && newest >= start && newest < end);
    }

    private boolean isChosen(int group) {
      if (chosen[group] == 0) {
        chosen[group] = (byte) (chooses(base.facets(group)) ? 1 : -1);
      }
      return chosen[group] > 0;
    }

    private boolean chooses(long facets) {
      if (!filter.sees(facets)) {
        return false;
      }
      for (Facet facet : filter.wanted().keySet()) {
        if (!filter.passesOwn(facet, facets)) {
          return false;
        }
      }
      return true;
    }

    private boolean isBehind(Place place) {
      return after == null || place.compareTo(after) > 0;
    }

    Selection selection() {
      List<Place> places = new ArrayList<>(others);
      int fromBase = 0;
      for (List<Place> ofRank : byRank) {
        List<Place> taken = ofRank.subList(0, Math.min(ofRank.size(), wanted - fromBase));
        places.addAll(taken);
        fromBase += taken.size();
      }
      places.sort(null);
      int groups = otherGroups.size();
      for (int each : found) {
        groups += each > 0 ? 1 : 0;
      }
      long[] facets = new long[groups];
      long[] counts = new long[groups];
      long[] datedCounts = new long[groups];
      int at = 0;
      for (int group = 0; group < found.length; group++) {
        if (found[group] > 0) {
          facets[at] = base.facets(group);
          counts[at] = found[group];
          datedCounts[at++] = dated[group];
        }
      }
      for (Map.Entry<Long, long[]> group : otherGroups.entrySet()) {
        facets[at] = group.getKey();
        counts[at] = group.getValue()[0];
        datedCounts[at++] = group.getValue()[1];
      }
      int from = Math.min(offset, places.size());
      return new Selection(
          List.copyOf(places.subList(from, Math.min(wanted, places.size()))),
          facets,
          counts,
          datedCounts);
    }
  }
}
