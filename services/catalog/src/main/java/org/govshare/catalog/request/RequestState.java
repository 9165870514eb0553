package org.govshare.catalog.request;

import java.util.EnumSet;
import java.util.Set;

/** Where a request stands. */
public enum RequestState {
  /** Being written; seen by its own department alone. */
  DRAFT,
  /** Waits for the compliance check. */
  SUBMITTED,
  /** Waits for the provider’s decision. */
  COMPLIANCE_PASSED,
  /** Back with its author for mending. */
  RETURNED,
  /** Every item is granted. */
  GRANTED,
  /** Some items are granted, the others refused, each with a reason. */
  PARTIALLY_GRANTED,
  /** Refused, at the compliance check or by the provider. */
  REFUSED,
  /** The author has objected to the refusal; waits for the authority. */
  OBJECTED,
  /** Taken back by its author. */
  WITHDRAWN,
  /** The time asked for was over before it was decided. */
  EXPIRED,
  /** Its resource was taken out of the catalogue before it was decided. */
  LAPSED;

  /** Those in which somebody has still to do something about it. */
  static Set<RequestState> undecided() {
    return EnumSet.of(SUBMITTED, COMPLIANCE_PASSED, RETURNED, OBJECTED);
  }
}
