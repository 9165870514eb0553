package org.govshare.catalog.library.element;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.govshare.catalog.library.element.ElementSuggestion.Match;
import org.govshare.catalog.search.NameSimilarity;
import org.govshare.catalog.search.SearchText;

/** Finds which of some standard data elements a name means. Immutable once made. */
public final class ElementMatcher {

  /** Below this, two names have nothing to say to each other. */
  private static final double FLOOR = 0.4;

  private static final Comparator<ElementSuggestion> BEST_FIRST =
      Comparator.comparing(ElementSuggestion::match)
          .thenComparing(Comparator.comparingDouble(ElementSuggestion::similarity).reversed())
          .thenComparing(ElementSuggestion::identifier);

  private record Name(DataElement element, String bare, Set<String> pairs, boolean synonym) {}

  private final Map<String, List<Name>> byPair = new HashMap<>();

  ElementMatcher(List<DataElement> elements) {
    for (DataElement element : elements) {
      element.names().forEach(name -> add(element, name));
    }
  }

  private void add(DataElement element, String name) {
    Set<String> pairs = NameSimilarity.pairs(name);
    Name added = new Name(element, SearchText.folded(name), pairs, !name.equals(element.name()));
    pairs.forEach(pair -> byPair.computeIfAbsent(pair, ignored -> new ArrayList<>()).add(added));
  }

  /** The elements a name may mean, the likeliest first. */
  public List<ElementSuggestion> matching(String name, int limit) {
    String bare = SearchText.folded(name);
    Set<String> pairs = NameSimilarity.pairs(name);
    Set<Name> candidates = new LinkedHashSet<>();
    pairs.forEach(pair -> candidates.addAll(byPair.getOrDefault(pair, List.of())));
    Set<DataElement> told = new HashSet<>();
    return candidates.stream()
        .map(candidate -> Map.entry(candidate.element(), suggestion(candidate, bare, pairs)))
        .filter(found -> found.getValue().similarity() >= FLOOR)
        .sorted(Map.Entry.comparingByValue(BEST_FIRST))
        .filter(found -> told.add(found.getKey()))
        .limit(limit)
        .map(Map.Entry::getValue)
        .toList();
  }

  /** The one element of exactly this name or synonym, if there is just one. */
  public Optional<ElementSuggestion> exact(String name) {
    List<ElementSuggestion> best =
        matching(name, 2).stream().filter(found -> found.match() != Match.SIMILAR).toList();
    boolean clear =
        best.size() == 1 || (best.size() == 2 && best.get(0).match() != best.get(1).match());
    return clear ? Optional.of(best.get(0)) : Optional.empty();
  }

  private static ElementSuggestion suggestion(Name name, String bare, Set<String> pairs) {
    if (name.bare().equals(bare)) {
      return ElementSuggestion.of(name.element(), name.synonym() ? Match.SYNONYM : Match.NAME, 1);
    }
    return ElementSuggestion.of(
        name.element(), Match.SIMILAR, NameSimilarity.between(name.pairs(), pairs));
  }
}
