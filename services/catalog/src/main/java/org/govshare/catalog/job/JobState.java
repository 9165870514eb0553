package org.govshare.catalog.job;

/** Where a job stands. */
public enum JobState {
  /** Waits for a replica that is free. */
  QUEUED,
  /** A replica works on it. */
  RUNNING,
  /** Ended well. */
  DONE,
  /** Ended without its result; the message says why. */
  FAILED,
  /** Stopped because somebody asked for it. */
  CANCELLED;

  /** Whether nothing more will happen. */
  public boolean ended() {
    return this == DONE || this == FAILED || this == CANCELLED;
  }
}
