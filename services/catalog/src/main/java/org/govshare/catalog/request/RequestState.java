package org.govshare.catalog.request;

/** Where a request stands. */
public enum RequestState {
  /** Waits for the compliance check. */
  SUBMITTED,
  /** Waits for the provider’s decision. */
  COMPLIANCE_PASSED,
  /** Granted, perhaps in part. */
  GRANTED,
  /** Refused, at the compliance check or by the provider. */
  REFUSED
}
