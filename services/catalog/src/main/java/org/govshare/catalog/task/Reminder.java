package org.govshare.catalog.task;

/** When a step is brought to mind. */
enum Reminder {
  /** So many working days before the deadline as the limit says. */
  DUE_SOON("c.remind_at <= ?1 and c.due_at >= ?1"),
  /** On the day of the deadline. */
  DUE_TODAY("c.due_at - interval '86399 seconds' <= ?1 and c.due_at >= ?1"),
  /** After the deadline; told to those above as well. */
  OVERDUE("c.due_at < ?1");

  private final String condition;

  Reminder(String condition) {
    this.condition = condition;
  }

  String condition() {
    return condition;
  }
}
