package org.govshare.catalog.request;

/** What the compliance check finds. */
public enum ComplianceDecision {
  /** In order: on to the provider. */
  PASS,
  /** To be mended by its author. */
  RETURN,
  /** Not in order. */
  REFUSE
}
