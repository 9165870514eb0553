package org.govshare.catalog.bulk.reading;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.govshare.catalog.search.NameSimilarity;
import org.govshare.catalog.search.SearchText;

/** What departments have of one kind, for example offices, by name. */
public final class DepartmentEntries {

  private final Map<String, Map<String, UUID>> ids = new HashMap<>();
  private final Map<String, Map<String, String>> names = new HashMap<>();

  /** Adds one of a department's. */
  public void add(String department, String name, UUID id) {
    String folded = SearchText.folded(name);
    ids.computeIfAbsent(department, key -> new HashMap<>()).put(folded, id);
    names.computeIfAbsent(department, key -> new HashMap<>()).put(folded, name);
  }

  /** Identity of the one of a department's with a name. */
  Optional<UUID> named(String department, String name) {
    return Optional.ofNullable(ids.getOrDefault(department, Map.of()).get(SearchText.folded(name)));
  }

  /** Name of the one of a department's that was probably meant. */
  Optional<String> closest(String department, String name) {
    return NameSimilarity.closest(name, names.getOrDefault(department, Map.of()).values());
  }
}
