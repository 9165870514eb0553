package org.govshare.catalog.request;

/** What was decided on an item. */
public enum ItemOutcome {
  /** The applicant may take it. */
  GRANTED,
  /** The applicant may not. */
  REFUSED
}
