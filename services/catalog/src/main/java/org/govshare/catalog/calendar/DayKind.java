package org.govshare.catalog.calendar;

/** What a day is although its weekday says otherwise. */
public enum DayKind {
  /** 放假. */
  HOLIDAY,
  /** 调休: a Saturday or Sunday that is worked on. */
  WORKING_DAY
}
