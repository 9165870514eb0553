package org.govshare.exchange.dispatch;

/** What has become of a firing. */
public enum FiringState {
  /** Until its time, an open window, the end of the service's run, or a free place. */
  WAITING,
  /** A replica is at it. */
  STARTING,
  /** Its run is there. */
  STARTED,
  /** It came to nothing; the reason says why. */
  DROPPED
}
