package org.govshare.catalog.library.document;

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

/** Queries on policies and standards. */
@Singleton
public class DocumentRepository implements PanacheRepositoryBase<LibraryDocument, UUID> {

  DocumentRepository() {}

  Uni<LibraryDocument> existing(UUID id) {
    return findById(id).onItem().ifNull().failWith(() -> new EntryNotFound(id));
  }

  Uni<LibraryDocument> locked(UUID id) {
    return findById(id, LockModeType.PESSIMISTIC_WRITE)
        .onItem()
        .ifNull()
        .failWith(() -> new EntryNotFound(id));
  }

  Uni<LibraryDocument> numbered(DocumentKind kind, String number) {
    return find("kind = ?1 and documentNumber = ?2", kind, number).firstResult();
  }

  /**
   * Refuses an identity that is no document of this kind.
   *
   * @param id may be absent
   * @throws InvalidInput naming the field (400)
   */
  public Uni<Void> check(String field, UUID id, DocumentKind kind) {
    if (id == null) {
      return Uni.createFrom().voidItem();
    }
    return findById(id)
        .invoke(
            found -> {
              if (found == null || found.kind() != kind) {
                throw new InvalidInput(field, "unknown-library-entry", id);
              }
            })
        .replaceWithVoid();
  }

  Uni<Page<LibraryDocument>> page(EntryQuery query, PageRequest page) {
    return count(query.condition(), query.parameters())
        .chain(
            total ->
                find(query.condition() + " order by documentNumber, kind", query.parameters())
                    .range(page.offset(), page.offset() + page.size() - 1)
                    .list()
                    .map((List<LibraryDocument> found) -> Page.of(found, total, page)));
  }
}
