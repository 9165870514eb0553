package org.govshare.exchange.process;

/** How far a step of a process has come. */
public enum StepState {
  /** For the success of those before it. */
  WAITING,
  /** It is to be started. */
  READY,
  /** Its service runs. */
  RUNNING,
  /** Its run ended well. */
  COMPLETED,
  /** Its run failed, or could not be started. */
  FAILED,
  /** Its run was stopped. */
  STOPPED,
  /** One before it did not end well, or the process was stopped. */
  SKIPPED;

  /** Whether nothing more will happen. */
  boolean over() {
    return this != WAITING && this != READY && this != RUNNING;
  }
}
