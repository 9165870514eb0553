package org.govshare.catalog.library.code;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.govshare.platform.problem.InvalidInput;

/** Queries on code tables. */
@Singleton
public class CodeTableRepository implements PanacheRepositoryBase<CodeTable, UUID> {

  CodeTableRepository() {}

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
}
