package org.govshare.protocol.control;

import java.util.Objects;

/**
 * One way in which a table is not as it was when its service was designed.
 *
 * @param kind what differs
 * @param column the column, or the key's columns; null if it is the table
 * @param expected how it was, or null if it was not there
 * @param found how it is, or null if it is not there
 */
public record ColumnDifference(DifferenceKind kind, String column, String expected, String found) {
  /** What differs. */
  public enum DifferenceKind {
    /** The table is not there. */
    TABLE_MISSING,
    /** A column is new. */
    COLUMN_ADDED,
    /** A column is gone, or has another name. */
    COLUMN_REMOVED,
    /** A column is of another type. */
    TYPE_CHANGED,
    /** A column takes nulls that took none, or the other way round. */
    NULLABILITY_CHANGED,
    /** The key is unique no longer. */
    KEY_LOST
  }

  /** Refuses a difference that says not what differs. */
  public ColumnDifference {
    Objects.requireNonNull(kind, "kind");
  }
}
