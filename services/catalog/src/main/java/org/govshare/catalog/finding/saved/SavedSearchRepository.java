package org.govshare.catalog.finding.saved;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;
import org.govshare.platform.problem.NotFound;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;

/** Queries on the searches of one person. */
@Singleton
class SavedSearchRepository implements PanacheRepositoryBase<SavedSearch, UUID> {

  /** One of a person's, to change. */
  Uni<SavedSearch> locked(String person, UUID id) {
    return find("person = ?1 and id = ?2", person, id)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .firstResult()
        .onItem()
        .ifNull()
        .failWith(() -> new NotFound("saved-search-not-found", id));
  }

  Uni<Long> countOf(String person) {
    return count("person", person);
  }

  /** Whether another of a person's has this name. */
  Uni<Boolean> isTaken(String person, String name, UUID except) {
    return count("person = ?1 and name = ?2 and id <> ?3", person, name, except)
        .map(found -> found > 0);
  }

  Uni<Page<SavedSearch>> page(String person, PageRequest page) {
    return countOf(person)
        .chain(
            total ->
                find("person = ?1 order by name", person)
                    .range(page.offset(), page.offset() + page.size() - 1)
                    .list()
                    .map((List<SavedSearch> found) -> Page.of(found, total, page)));
  }
}
