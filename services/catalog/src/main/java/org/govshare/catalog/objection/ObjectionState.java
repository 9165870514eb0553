package org.govshare.catalog.objection;

/** Where an objection stands. */
enum ObjectionState {
  /** Waits for the provider's answer. */
  SUBMITTED,
  /** Back with the reporter, who is to say more; the clock stands. */
  NEEDS_INFORMATION,
  /** The provider has corrected the value; the reporter confirms or objects once more. */
  ACCEPTED,
  /** The provider holds the value to be right; the reporter confirms or objects once more. */
  REJECTED,
  /** The two do not agree; waits for the authority. */
  IN_ARBITRATION,
  /** The reporter is content with the answer. */
  CONFIRMED,
  /** The authority holds the value to be wrong; the provider corrects it. */
  UPHELD,
  /** The authority holds the value to be right. */
  DISMISSED
}
