package org.govshare.catalog.demand;

/** A step of a demand. */
enum DemandAction {
  /** A department makes it. */
  SUBMIT,
  /** The authority names a provider. */
  ASSIGN,
  /** The authority refuses it. */
  REFUSE,
  /** The provider answers. */
  ANSWER,
  /** The provider names the resource that will be it. */
  LINK,
  /** The resource entered the catalogue. */
  FULFIL,
  /** Its department takes it back. */
  WITHDRAW
}
