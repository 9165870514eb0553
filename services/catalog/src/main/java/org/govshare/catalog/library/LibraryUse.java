package org.govshare.catalog.library;

import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** Implemented by what may cite an entry of the library. */
public interface LibraryUse {

  /** Whether anything cites the entry. Called in the transaction that would delete it. */
  Uni<Boolean> cites(EntryKind kind, UUID id);
}
