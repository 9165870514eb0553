package org.govshare.monitoring.run;

import java.util.UUID;
import org.govshare.platform.problem.NotFound;

/** Monitoring has not been told of a run. */
class RunNotFound extends NotFound {

  private static final long serialVersionUID = 1L;

  RunNotFound(UUID id) {
    super("run-not-found", id);
  }
}
