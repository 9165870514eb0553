package org.govshare.catalog.finding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import org.govshare.catalog.resource.DataStructure;
import org.govshare.catalog.resource.OpenType;
import org.govshare.catalog.resource.ResourceFormat;
import org.govshare.catalog.resource.ResourceState;
import org.govshare.catalog.resource.SharingType;
import org.govshare.catalog.resource.UpdateFrequency;

/**
 * Counts what was found from groups of equal facets: the total, and each facet with the filters of
 * the others applied.
 */
final class Tally {

  private static final Facet[] FACETS = Facet.values();

  private final Names names;
  private final long[][] counts = new long[FACETS.length][];
  private long total;

  private Tally(Names names) {
    this.names = names;
  }

  /**
   * Counts.
   *
   * @param facets the different facets among what the words found
   * @param found how many have each of them
   * @param dated how many of these were published in the range that the caller chose
   */
  static Tally of(Names names, FacetFilter filter, long[] facets, long[] found, long[] dated) {
    Tally tally = new Tally(names);
    for (Facet facet : FACETS) {
      tally.counts[facet.ordinal()] = new long[tally.size(facet)];
    }
    for (int i = 0; i < facets.length; i++) {
      if (filter.sees(facets[i])) {
        tally.add(filter, facets[i], found[i], dated[i]);
      }
    }
    return tally;
  }

  private void add(FacetFilter filter, long facets, long found, long dated) {
    int missed = 0;
    Facet only = null;
    for (Facet facet : filter.wanted().keySet()) {
      if (!filter.passesOwn(facet, facets)) {
        missed++;
        only = facet;
      }
    }
    if (missed == 0) {
      total += dated;
      for (Facet facet : FACETS) {
        count(facet, facets, facet == Facet.YEAR ? found : dated);
      }
    } else if (missed == 1) {
      count(only, facets, dated);
    }
  }

  private void count(Facet facet, long facets, long number) {
    long[] ofFacet = counts[facet.ordinal()];
    int code = facet.codeIn(facets);
    if (code < ofFacet.length) {
      ofFacet[code] += number;
    }
  }

  private int size(Facet facet) {
    return switch (facet) {
      case DEPARTMENT -> names.departmentCodes();
      case CATEGORY -> names.categoryCodes();
      default -> 256;
    };
  }

  long total() {
    return total;
  }

  Facets facets() {
    return new Facets(
        values(Facet.STATE, ResourceState.values()),
        departments(),
        categories(),
        values(Facet.SHARING_TYPE, SharingType.values()),
        values(Facet.OPEN_TYPE, OpenType.values()),
        values(Facet.FORMAT, ResourceFormat.values()),
        values(Facet.DATA_STRUCTURE, DataStructure.values()),
        values(Facet.UPDATE_FREQUENCY, UpdateFrequency.values()),
        years());
  }

  private List<FacetCount> values(Facet facet, Enum<?>[] values) {
    return counted(
        facet,
        code -> code <= values.length ? new Value(values[code - 1].name(), null, null) : null);
  }

  private List<FacetCount> departments() {
    return counted(Facet.DEPARTMENT, names::department).stream()
        .sorted(
            Comparator.comparingLong(FacetCount::count).reversed().thenComparing(FacetCount::value))
        .toList();
  }

  private List<FacetCount> categories() {
    long[] all = names.withDescendants(counts[Facet.CATEGORY.ordinal()]);
    return counted(all, names::category).stream()
        .sorted(Comparator.comparing(FacetCount::value))
        .toList();
  }

  private List<FacetCount> years() {
    return counted(
            Facet.YEAR, code -> new Value(String.valueOf(Facet.YEAR_ZERO + code), null, null))
        .reversed();
  }

  private List<FacetCount> counted(Facet facet, IntFunction<Value> valueOf) {
    return counted(counts[facet.ordinal()], valueOf);
  }

  private static List<FacetCount> counted(long[] ofFacet, IntFunction<Value> valueOf) {
    List<FacetCount> found = new ArrayList<>();
    for (int code = 1; code < ofFacet.length; code++) {
      Value value = ofFacet[code] == 0 ? null : valueOf.apply(code);
      if (value != null) {
        found.add(new FacetCount(value.code, value.label, value.parent, ofFacet[code]));
      }
    }
    return found;
  }

  /** A value of a facet as it is shown. */
  record Value(String code, String label, String parent) {}
}
