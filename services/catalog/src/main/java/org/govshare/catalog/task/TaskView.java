package org.govshare.catalog.task;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;
import org.govshare.catalog.calendar.ClockState;
import org.govshare.catalog.calendar.ClockView;
import org.govshare.catalog.calendar.DeadlineClock;
import org.govshare.catalog.calendar.Step;
import org.govshare.platform.version.Versioned;

/**
 * A step that waits. The revision is the number in its {@code ETag}.
 *
 * @param kind what is to be done
 * @param objectId the thing it is to be done with
 * @param title what people call that thing
 * @param link where the portal shows it
 * @param role role that may take it
 * @param department whose holders of that role may, absent if those of any department may
 * @param sentBy who sent it here, may be absent
 * @param sentFrom code of that person's department, may be absent
 * @param since when it began to wait
 * @param state how it stands to its deadline
 * @param dueAt its deadline, absent without a limit or while it is paused
 * @param daysLeft working days left when it was paused, absent while it runs
 * @param calendarKnown whether the holidays up to the deadline are announced
 * @param assignee the one it is meant for, absent if it is everybody's
 * @param delegate who sees to it while that one is away, absent if nobody
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TaskView(
    UUID id,
    Step kind,
    UUID objectId,
    String title,
    String link,
    String role,
    String department,
    String sentBy,
    String sentFrom,
    Instant since,
    ClockState state,
    Instant dueAt,
    Integer daysLeft,
    boolean calendarKnown,
    String assignee,
    String delegate,
    long revision)
    implements Versioned {

  static TaskView of(DeadlineClock task, String delegate, Instant now) {
    ClockView clock = task.view(now);
    return new TaskView(
        task.id(),
        task.step(),
        task.objectId(),
        task.title(),
        task.link(),
        task.role(),
        task.department(),
        task.sentBy(),
        task.sentFrom(),
        task.startedAt(),
        clock.state(),
        clock.dueAt(),
        clock.daysLeft(),
        clock.calendarKnown(),
        task.assignee(),
        delegate,
        task.revision());
  }
}
