package org.govshare.exchange.trial;

/** How far a trial is. */
public enum TrialState {
  /** Not both nodes have answered. */
  PENDING,
  /** Both have. */
  DONE,
  /** A node could not do its part. */
  FAILED,
  /** A node did not answer in time. */
  UNANSWERED
}
