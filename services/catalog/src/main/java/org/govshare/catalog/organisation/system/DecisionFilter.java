package org.govshare.catalog.organisation.system;

/** Which systems an audit shows. */
public enum DecisionFilter {
  /** Those without a decision. */
  OPEN,
  /** Those to be kept. */
  KEEP,
  /** Those to be merged. */
  MERGE,
  /** Those to be taken down. */
  RETIRE,
  /** All. */
  ANY
}
