package org.govshare.catalog.library.code;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;
import org.govshare.catalog.library.EntryNotFound;
import org.govshare.catalog.library.EntryQuery;
import org.govshare.platform.problem.InvalidInput;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;

/** Queries on code tables. */
@Singleton
public class CodeTableRepository implements PanacheRepositoryBase<CodeTable, UUID> {

  CodeTableRepository() {}

  Uni<CodeTable> existing(UUID id) {
    return findById(id).onItem().ifNull().failWith(() -> new EntryNotFound(id));
  }

  Uni<CodeTable> locked(UUID id) {
    return findById(id, LockModeType.PESSIMISTIC_WRITE)
        .onItem()
        .ifNull()
        .failWith(() -> new EntryNotFound(id));
  }

  Uni<CodeTable> identified(String identifier) {
    return find("identifier", identifier).firstResult();
  }

  /**
   * Refuses an identity that is no code table.
   *
   * @param id may be absent
   * @throws InvalidInput naming the field (400)
   */
  public Uni<Void> check(String field, UUID id) {
    if (id == null) {
      return Uni.createFrom().voidItem();
    }
    return findById(id)
        .onItem()
        .ifNull()
        .failWith(() -> new InvalidInput(field, "unknown-library-entry", id))
        .replaceWithVoid();
  }

  Uni<Page<CodeTable>> page(EntryQuery query, PageRequest page) {
    return count(query.condition(), query.parameters())
        .chain(
            total ->
                find(query.condition() + " order by identifier", query.parameters())
                    .range(page.offset(), page.offset() + page.size() - 1)
                    .list()
                    .map((List<CodeTable> found) -> Page.of(found, total, page)));
  }
}
