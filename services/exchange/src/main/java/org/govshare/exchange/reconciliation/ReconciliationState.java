package org.govshare.exchange.reconciliation;

/** State of a reconciliation. */
public enum ReconciliationState {
  /** The ends are being looked at. */
  PENDING,
  /** Both ends have the same rows. */
  EQUAL,
  /** They have not. */
  DIFFERENT,
  /** Nothing differs but rows that the source has written since the run. */
  MOVING,
  /** An end could not be looked at. */
  FAILED,
  /** An operator did not want it any more. */
  CANCELLED
}
