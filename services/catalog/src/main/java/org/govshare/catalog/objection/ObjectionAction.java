package org.govshare.catalog.objection;

/** A step of an objection. */
enum ObjectionAction {
  /** The reporter makes it. */
  SUBMIT,
  /** The provider accepts it. */
  ACCEPT,
  /** The provider rejects it. */
  REJECT,
  /** The provider wants to know more. */
  ASK,
  /** The reporter says more. */
  INFORM,
  /** The reporter is content. */
  CONFIRM,
  /** The reporter is not content. */
  REOPEN,
  /** The authority agrees with the reporter. */
  UPHOLD,
  /** The authority agrees with the provider. */
  DISMISS
}
