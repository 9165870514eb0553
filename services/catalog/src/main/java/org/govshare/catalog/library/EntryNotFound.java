package org.govshare.catalog.library;

import java.util.UUID;
import org.govshare.platform.problem.NotFound;

/** The library has no such entry (404). */
public class EntryNotFound extends NotFound {

  private static final long serialVersionUID = 1L;

  /** Names the entry asked for. */
  public EntryNotFound(UUID id) {
    super("library-entry-not-found", id);
  }
}
