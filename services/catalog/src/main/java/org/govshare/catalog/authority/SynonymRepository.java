package org.govshare.catalog.authority;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.UUID;
import org.govshare.platform.problem.NotFound;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;

/** Queries on synonyms. */
@Singleton
class SynonymRepository implements PanacheRepositoryBase<Synonym, UUID> {

  Uni<Page<Synonym>> page(PageRequest page) {
    return count()
        .chain(
            total ->
                find("order by meaning, word")
                    .range(page.offset(), page.offset() + page.size() - 1)
                    .list()
                    .map(found -> Page.of(found, total, page)));
  }

  Uni<Synonym> locked(UUID id) {
    return findById(id, LockModeType.PESSIMISTIC_WRITE)
        .onItem()
        .ifNull()
        .failWith(() -> new NotFound("synonym-not-found", id));
  }

  Uni<Synonym> ofWord(String folded) {
    return find("folded", folded).firstResult();
  }

  /** How names are compared now; the list is short. */
  Uni<ItemKeys> keys() {
    return listAll().map(all -> new ItemKeys(all.stream().map(Synonym::pair).toList()));
  }
}
