package org.govshare.monitoring.run;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** How far a run is, as the exchange sees it. */
@RegisterForReflection
enum RunState {
  /** Asked for; no end has begun. */
  REQUESTED,
  /** Under way. */
  RUNNING,
  /** Held up; it goes on from what is committed. */
  PAUSED,
  /** Both ends are done. */
  COMPLETED,
  /** Ended for a cause that retrying does not mend. */
  FAILED,
  /** Ended by an operator or the end of its grant. */
  STOPPED
}
