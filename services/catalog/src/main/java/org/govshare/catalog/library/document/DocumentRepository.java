package org.govshare.catalog.library.document;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.govshare.catalog.library.EntryNotFound;
import org.govshare.platform.problem.InvalidInput;

/** Queries on policies and standards. */
@Singleton
public class DocumentRepository implements PanacheRepositoryBase<LibraryDocument, UUID> {

  DocumentRepository() {}

  Uni<LibraryDocument> existing(UUID id) {
    return findById(id).onItem().ifNull().failWith(() -> new EntryNotFound(id));
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
}
