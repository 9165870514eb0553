package org.govshare.catalog.request;

/** What the provider decides. */
public enum ProviderDecision {
  /** Every item is granted, or those that the decision names. */
  GRANT,
  /** Some items are granted, the others refused, each with a reason. */
  PARTIAL,
  /** To be mended by its author. */
  RETURN,
  /** Every item is refused. */
  REFUSE
}
