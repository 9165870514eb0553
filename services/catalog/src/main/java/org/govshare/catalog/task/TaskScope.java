package org.govshare.catalog.task;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.govshare.catalog.calendar.DeadlineClock;
import org.govshare.platform.identity.Caller;

/**
 * Which steps a to-do list holds, as a condition of the query language: what the caller's roles may
 * take, in the caller's department or in any.
 *
 * @param condition where clause over {@code DeadlineClock}
 * @param parameters its positional parameters
 */
record TaskScope(String condition, Object[] parameters) {

  /** Whether the caller's roles and department may take a step. */
  static boolean covers(Caller caller, DeadlineClock task) {
    return caller.hasRole(task.role())
        && (task.department() == null || caller.isOf(task.department()));
  }

  /**
   * @param away colleagues who named the caller for today
   */
  static TaskScope of(Caller caller, TaskFilter filter, Set<String> away, Instant now) {
    Builder builder = new Builder();
    builder.add(
        "state = ?", filter.paused() ? DeadlineClock.Run.PAUSED : DeadlineClock.Run.RUNNING);
    builder.add("role in ?", caller.roles());
    builder.add("(department is null or department = ?)", caller.department().orElse(""));
    if (filter.kind() != null) {
      builder.add("step = ?", filter.kind());
    }
    if (filter.assigned() == TaskAssigned.unassigned) {
      builder.text.append(" and assignee is null");
    } else if (filter.assigned() == TaskAssigned.me) {
      List<String> names = new ArrayList<>(away);
      names.add(caller.name());
      builder.add("assignee in ?", names);
    }
    if (filter.overdue() != null) {
      builder.add(filter.overdue() ? "dueAt < ?" : "(dueAt is null or not dueAt < ?)", now);
    }
    return new TaskScope(builder.text.toString(), builder.parameters.toArray());
  }

  private static final class Builder {

    private final StringBuilder text = new StringBuilder("1 = 1");
    private final List<Object> parameters = new ArrayList<>();

    private void add(String condition, Object value) {
      parameters.add(value);
      text.append(" and ").append(condition.replace("?", "?" + parameters.size()));
    }
  }
}
