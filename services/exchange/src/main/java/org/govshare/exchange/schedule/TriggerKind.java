package org.govshare.exchange.schedule;

/** What makes a service run. */
public enum TriggerKind {
  /** An operator alone. */
  HAND,
  /** A Quartz cron expression. */
  CRON,
  /** Every so many minutes. */
  INTERVAL,
  /** The end of another service's run that went well. */
  ARRIVAL;

  /** Whether its firings can be foretold. */
  boolean timed() {
    return this == CRON || this == INTERVAL;
  }
}
