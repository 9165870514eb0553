package org.govshare.exchange.run;

/** What made a run start. */
public enum RunCause {
  /** An operator. */
  HAND,
  /** A cron expression. */
  CRON,
  /** An interval. */
  INTERVAL,
  /** The end of another service's run. */
  ARRIVAL,
  /** The failure of the run before. */
  RETRY,
  /** A process that it is a step of. */
  PROCESS,
  /** An operator who wants some rows sent again. */
  RESEND,
  /** Somebody who wants parked rows tried again. */
  REPLAY
}
