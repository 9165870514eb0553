package org.govshare.catalog.task;

import org.govshare.catalog.calendar.Step;

/**
 * What a caller asks of a to-do list.
 *
 * @param kind of this kind alone, or {@code null}
 * @param assigned whose; all if {@code null}
 * @param overdue those that are, or are not, overdue; both if {@code null}
 * @param paused those whose clock does not run at present, instead of the others
 */
record TaskFilter(Step kind, TaskAssigned assigned, Boolean overdue, boolean paused) {}
