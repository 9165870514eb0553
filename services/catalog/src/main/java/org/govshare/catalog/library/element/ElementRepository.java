package org.govshare.catalog.library.element;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.govshare.catalog.library.EntryQuery;
import org.govshare.catalog.library.EntryState;
import org.govshare.catalog.search.NameSimilarity;

/** Queries on standard data elements. */
@Singleton
public class ElementRepository implements PanacheRepositoryBase<DataElement, UUID> {

  /** Most elements that share a pair with a name and are compared with it. */
  private static final int CANDIDATE_LIMIT = 500;

  /** Most elements that are compared with many names at once. */
  private static final int MATCHER_LIMIT = 20_000;

  private static final String CANDIDATES =
      """
      select id from data_element
      where pairs && string_to_array(?1, ' ') and effective_on <= ?2
        and (repealed_on is null or repealed_on > ?2)
      order by cardinality(array(
          select unnest(pairs) intersect select unnest(string_to_array(?1, ' ')))) desc, id
      """;

  ElementRepository() {}

  Uni<DataElement> identified(String identifier) {
    return find("identifier", identifier).firstResult();
  }

  /** Those of these elements that exist. */
  public Uni<List<DataElement>> these(Collection<UUID> ids) {
    return ids.isEmpty() ? Uni.createFrom().item(List.of()) : list("id in ?1", ids);
  }

  /** Finds what the elements in force on a day mean, for many names at once. */
  public Uni<ElementMatcher> matcher(LocalDate day) {
    EntryQuery inForce = new EntryQuery(List.of()).inState(EntryState.IN_FORCE, day);
    return find(inForce.condition() + " order by identifier", inForce.parameters())
        .range(0, MATCHER_LIMIT - 1)
        .list()
        .map(ElementMatcher::new);
  }

  /** Finds what the elements in force on a day mean that have a pair in common with a name. */
  Uni<ElementMatcher> matcher(String name, LocalDate day) {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(CANDIDATES, UUID.class)
                    .setParameter(1, String.join(" ", NameSimilarity.pairs(name)))
                    .setParameter(2, day)
                    .setMaxResults(CANDIDATE_LIMIT)
                    .getResultList())
        .chain(this::these)
        .map(ElementMatcher::new);
  }
}
