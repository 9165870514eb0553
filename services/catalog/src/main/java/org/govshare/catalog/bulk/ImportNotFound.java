package org.govshare.catalog.bulk;

import java.util.UUID;
import org.govshare.platform.problem.NotFound;

/** There is no such import, or it is none of the caller's department (404). */
class ImportNotFound extends NotFound {

  private static final long serialVersionUID = 1L;

  ImportNotFound(UUID id) {
    super("import-not-found", id);
  }
}
