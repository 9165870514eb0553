package org.govshare.exchange.reconciliation;

/** State of a reconciliation. */
public enum ReconciliationState {
  /** At least one end has not answered. */
  PENDING,
  /** Both ends have the same rows. */
  EQUAL,
  /** They have not. */
  DIFFERENT,
  /** An end could not compute its digest. */
  FAILED
}
