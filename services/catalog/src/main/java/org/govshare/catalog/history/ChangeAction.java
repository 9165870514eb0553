package org.govshare.catalog.history;

/** What happened to an object. */
public enum ChangeAction {
  /** It came into being. */
  CREATED,
  /** Some of its values changed. */
  CHANGED,
  /** It is gone. */
  REMOVED
}
