package org.govshare.protocol.control;

/** State of a run at one end. */
public enum RunState {
  /** Under way; breaks are retried. */
  RUNNING,
  /** The end receipt is there. */
  COMPLETED,
  /** Ended for a cause that retrying does not mend. */
  FAILED,
  /** Ended because the centre said so. */
  STOPPED
}
