package org.govshare.catalog.finding;

import java.util.BitSet;
import java.util.EnumMap;
import java.util.Map;

/**
 * Which codes of each facet are let through. A facet that is not named lets everything through.
 *
 * @param wanted what the caller chose
 * @param seenEverywhere codes of the states in which the caller sees every department's resources
 * @param inside code of the department whose resources the caller sees in all states, 0 for none
 */
record FacetFilter(Map<Facet, BitSet> wanted, BitSet seenEverywhere, int inside) {

  FacetFilter {
    wanted = new EnumMap<>(wanted);
  }

  /** Whether the caller may know of resources with these facets. */
  boolean sees(long facets) {
    return seenEverywhere.get(Facet.STATE.codeIn(facets))
        || (inside != 0 && Facet.DEPARTMENT.codeIn(facets) == inside);
  }

  /** Whether everything that the caller chose is seen in all departments. */
  boolean choosesPublicStates() {
    BitSet states = wanted.get(Facet.STATE);
    if (states == null) {
      return false;
    }
    BitSet hidden = (BitSet) states.clone();
    hidden.andNot(seenEverywhere);
    return hidden.isEmpty();
  }

  /** Whether a facet's own filter lets something through. */
  boolean passesOwn(Facet facet, long facets) {
    BitSet codes = wanted.get(facet);
    return codes == null || codes.get(facet.codeIn(facets));
  }
}
