package org.govshare.catalog.bulk;

/** Where an import stands. Whether work is going on is said by its job. */
public enum ImportState {
  /** It is being read and checked. */
  CHECKING,
  /** It has been checked; nothing has been imported. */
  CHECKED,
  /** It is being imported, or was until its job stopped: it can be resumed or undone. */
  COMMITTING,
  /** It has been imported. */
  COMMITTED,
  /** It is being undone, or was until its job stopped: that can be repeated. */
  UNDOING,
  /** What could be removed has been removed. */
  UNDONE
}
