package org.govshare.catalog.lifecycle;

/** What a department’s reviewer decides. */
public enum ReviewDecision {
  /** Fit for publication. */
  PASS,
  /** Back to its editor. */
  RETURN
}
