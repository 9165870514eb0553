package org.govshare.catalog.library;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.govshare.catalog.search.SearchText;

/**
 * The conditions of a list of entries, as a query on an entity with a {@code validity} and a {@code
 * searchText}.
 */
public final class EntryQuery {

  private final List<String> conditions = new ArrayList<>();
  private final List<Object> parameters = new ArrayList<>();

  /** Entries in whose text all these words occur. */
  public EntryQuery(List<String> words) {
    for (String word : words) {
      and("searchText like ?# escape '\\'", SearchText.likePattern(word));
    }
  }

  /** Narrows to a state on a day; does nothing without one. */
  public EntryQuery inState(EntryState state, LocalDate day) {
    if (state == null) {
      return this;
    }
    return switch (state) {
      case REPEALED -> and("validity.repealedOn <= ?#", day);
      case PLANNED ->
          and("validity.effectiveOn > ?#", day)
              .and("(validity.repealedOn is null or validity.repealedOn > ?#)", day);
      case IN_FORCE ->
          and("validity.effectiveOn <= ?#", day)
              .and("(validity.repealedOn is null or validity.repealedOn > ?#)", day);
    };
  }

  /** Narrows by a condition in which {@code ?#} stands for the value; not if it is absent. */
  public EntryQuery and(String condition, Object value) {
    if (value != null) {
      parameters.add(value);
      conditions.add(condition.replace("#", String.valueOf(parameters.size())));
    }
    return this;
  }

  /** The condition of all of it. */
  public String condition() {
    return conditions.isEmpty() ? "1 = 1" : String.join(" and ", conditions);
  }

  /** The values of its parameters in their order. */
  public Object[] parameters() {
    return parameters.toArray();
  }
}
