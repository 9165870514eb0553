package org.govshare.catalog.campaign;

/** What can happen in a campaign. */
public enum CampaignAction {
  /** Was begun. */
  CREATE,
  /** Its plan, batches or participants were changed. */
  CHANGE,
  /** A department reported a step as done. */
  REPORT,
  /** A step was accepted. */
  ACCEPT,
  /** A step was sent back. */
  RETURN,
  /** The campaign was closed. */
  CLOSE
}
