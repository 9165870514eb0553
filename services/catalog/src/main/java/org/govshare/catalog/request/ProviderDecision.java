package org.govshare.catalog.request;

/** What the provider decides. */
public enum ProviderDecision {
  /** Granted, in whole or in part. */
  GRANT,
  /** Refused. */
  REFUSE
}
