package org.govshare.exchange.schedule;

import java.util.Set;

/**
 * Kinds of causes for which a run fails. What may pass by itself, such as a database that is away,
 * is not among them: nodes retry that without end.
 */
public enum FailureKind {
  /** A table is not what the design says. */
  STRUCTURE(
      "schema-drift",
      "table-missing",
      "column-missing",
      "key-missing",
      "key-changed",
      "key-type",
      "watermark-missing",
      "watermark-type",
      "watermark-zone-unknown",
      "type-refused",
      "mapping-empty",
      "mode-mismatch",
      "capture-not-possible",
      "channel-mismatch"),
  /** A row does not fit. */
  DATA(
      "value-refused",
      "constraint-violated",
      "trigger-refused",
      "too-many-bad-rows",
      "row-too-large",
      "key-too-long"),
  /** A node may not do what it is asked. */
  PERMISSION(
      "not-allowed",
      "not-supported",
      "permission-missing",
      "data-source-unknown",
      "open-transactions-hidden",
      "peer-key-missing",
      "peer-unknown"),
  /** A database or a journal is not the one of before; trying again does not mend it. */
  HISTORY(
      "source-changed",
      "collation-changed",
      "capture-missing",
      "capture-interrupted",
      "capture-structure",
      "history-purged",
      "frame-order",
      "channel-superseded",
      "target-history-lost",
      "target-history-differs",
      "position-unreadable",
      "answer-mismatch",
      "receipt-refused",
      "row-count",
      "totals-differ"),
  /** Anything else. */
  OTHER;

  private final Set<String> reasons;

  FailureKind(String... reasons) {
    this.reasons = Set.of(reasons);
  }

  /** The kind of a reason that a node gave. */
  public static FailureKind of(String reason) {
    for (FailureKind kind : values()) {
      if (reason != null && kind.reasons.contains(reason)) {
        return kind;
      }
    }
    return OTHER;
  }
}
