package org.govshare.exchange.run;

import java.util.Set;

/** Where a run stands as a whole. */
public enum RunPhase {
  /** The nodes have been told, neither has begun. */
  REQUESTED,
  /** At least one node has begun. */
  RUNNING,
  /** Held up after what is committed; it goes on from there. */
  PAUSED,
  /** The source says so, and the end receipt of both ends is here. */
  COMPLETED,
  /** A node gave up for a cause that retrying does not mend. */
  FAILED,
  /** Ended before its time: by hand, or because its service or grant ended. */
  STOPPED;

  static final Set<RunPhase> LIVE = Set.of(REQUESTED, RUNNING, PAUSED);

  /** Whether it has not ended. */
  public boolean live() {
    return LIVE.contains(this);
  }
}
