package org.govshare.catalog.library;

/** Whether an entry of the library is in force on a day. */
public enum EntryState {
  /** 即将实施: its first day is yet to come. */
  PLANNED,
  /** 现行有效. */
  IN_FORCE,
  /** 已废止. */
  REPEALED
}
