package org.govshare.platform.reactive.broker;

/** What becomes of a received message. */
public enum Disposition {
  /** Done with: the broker forgets it. */
  ACCEPT,
  /** Could not be handled now: the broker counts the attempt and delivers it again. */
  RETRY,
  /** Can never be handled: the broker puts it aside in the dead-letter queue. */
  REJECT
}
