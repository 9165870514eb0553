package org.govshare.catalog.calendar;

/** How a step stands to its deadline. */
public enum ClockState {
  /** There is time, or no limit. */
  ON_TIME,
  /** The deadline is near. */
  DUE_SOON,
  /** The deadline is over. */
  OVERDUE,
  /** It does not run at present. */
  PAUSED,
  /** Done before the deadline, or without one. */
  DONE_IN_TIME,
  /** Done after the deadline. */
  DONE_LATE
}
