package org.govshare.exchange.process;

/** How far the run of a process has come. */
public enum ProcessState {
  /** Some step is not over. */
  RUNNING,
  /** All steps ended well. */
  COMPLETED,
  /** Some step did not end well. */
  FAILED,
  /** Ended by hand. */
  STOPPED
}
