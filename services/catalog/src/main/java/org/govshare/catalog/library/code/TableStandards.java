package org.govshare.catalog.library.code;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.govshare.catalog.library.EntryKind;
import org.govshare.catalog.library.LibraryUse;

/** A standard is cited by the code tables that come from it. */
@Singleton
class TableStandards implements LibraryUse {

  private final CodeTableRepository tables;

  TableStandards(CodeTableRepository tables) {
    this.tables = tables;
  }

  @Override
  public Uni<Boolean> cites(EntryKind kind, UUID id) {
    return kind == EntryKind.DOCUMENT
        ? tables.count("standardId", id).map(count -> count > 0)
        : Uni.createFrom().item(false);
  }
}
