package org.govshare.protocol.reconciliation;

/**
 * A row that is not the same at both ends.
 *
 * @param key hash of its key, as the nodes told it
 * @param kind how it differs
 */
public record Difference(String key, Kind kind) {

  /** How a row differs. */
  public enum Kind {
    /** The source has it and the target has not. */
    MISSING,
    /** The target has other values. */
    ALTERED,
    /** The target has it and the source has not. */
    SURPLUS
  }
}
