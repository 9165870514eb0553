package org.govshare.catalog.conformity;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.govshare.catalog.library.EntryKind;
import org.govshare.catalog.library.LibraryUse;

/** Items cite the library. */
@Singleton
class CatalogueCitations implements LibraryUse {

  private final ConformityRepository repository;

  CatalogueCitations(ConformityRepository repository) {
    this.repository = repository;
  }

  @Override
  public Uni<Boolean> cites(EntryKind kind, UUID id) {
    return repository.cites(kind, id);
  }
}
