package org.govshare.catalog.request;

/** A step of a request’s way. */
public enum RequestAction {
  /** The author hands it in. */
  SUBMIT,
  /** The author asks for a grant to be prolonged; goes to the provider at once. */
  RENEW,
  /** The author hands it in again after it was returned. */
  RESUBMIT,
  /** In order: on to the provider. */
  PASS,
  /** Back to the author for mending. */
  RETURN,
  /** Refused. */
  REFUSE,
  /** Granted. */
  GRANT,
  /** Granted in part. */
  GRANT_IN_PART,
  /** The author objects to the refusal. */
  OBJECT,
  /** The authority upholds the refusal. */
  UPHOLD,
  /** The authority overturns the refusal: back to the provider. */
  OVERTURN,
  /** The author takes it back. */
  WITHDRAW,
  /** The time asked for is over. */
  EXPIRE,
  /** The resource was taken out of the catalogue. */
  LAPSE
}
