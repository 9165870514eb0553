package org.govshare.catalog.library.document;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.govshare.catalog.library.EntryKind;
import org.govshare.catalog.library.LibraryUse;

/** A document is cited by those it replaced. */
@Singleton
class Replacements implements LibraryUse {

  private final DocumentRepository documents;

  Replacements(DocumentRepository documents) {
    this.documents = documents;
  }

  @Override
  public Uni<Boolean> cites(EntryKind kind, UUID id) {
    return kind == EntryKind.DOCUMENT
        ? documents.count("replacedBy", id).map(count -> count > 0)
        : Uni.createFrom().item(false);
  }
}
