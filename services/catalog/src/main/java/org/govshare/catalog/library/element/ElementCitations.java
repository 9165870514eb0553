package org.govshare.catalog.library.element;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.govshare.catalog.library.EntryKind;
import org.govshare.catalog.library.LibraryUse;

/** Standards and code tables are cited by the elements that rest on them. */
@Singleton
class ElementCitations implements LibraryUse {

  private final ElementRepository elements;

  ElementCitations(ElementRepository elements) {
    this.elements = elements;
  }

  @Override
  public Uni<Boolean> cites(EntryKind kind, UUID id) {
    return switch (kind) {
      case DOCUMENT -> elements.count("standardId", id).map(count -> count > 0);
      case CODE_TABLE -> elements.count("codeTableId", id).map(count -> count > 0);
      case DATA_ELEMENT -> Uni.createFrom().item(false);
    };
  }
}
