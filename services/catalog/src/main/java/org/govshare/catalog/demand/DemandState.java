package org.govshare.catalog.demand;

/** Where a demand stands. */
enum DemandState {
  /** Waits for the authority to name a provider. */
  SUBMITTED,
  /** Waits for the provider's answer. */
  ASSIGNED,
  /** The provider will publish it. */
  PLANNED,
  /** It is in the catalogue. */
  FULFILLED,
  /** The provider cannot; the authority may name another. */
  DECLINED,
  /** The authority refused it. */
  REFUSED,
  /** Its department took it back. */
  WITHDRAWN
}
