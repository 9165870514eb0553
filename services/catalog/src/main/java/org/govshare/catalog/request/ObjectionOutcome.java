package org.govshare.catalog.request;

/** What the authority says to an objection. */
public enum ObjectionOutcome {
  /** The refusal stands. */
  UPHELD,
  /** The refusal falls: the provider decides anew, bound by the remark. */
  OVERTURNED
}
