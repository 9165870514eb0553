package org.govshare.catalog.task;

/** Whose tasks a list holds, of those that the caller's roles may take. */
public enum TaskAssigned {
  /** Those meant for the caller, or for a colleague who is away and named the caller. */
  me,
  /** Those meant for nobody in particular. */
  unassigned,
  /** All of them. */
  all
}
