package org.govshare.catalog.job;

import java.util.UUID;
import org.govshare.platform.problem.NotFound;

/** There is no such job, or somebody else ordered it (404). */
class JobNotFound extends NotFound {

  private static final long serialVersionUID = 1L;

  JobNotFound(UUID id) {
    super("job-not-found", id);
  }
}
