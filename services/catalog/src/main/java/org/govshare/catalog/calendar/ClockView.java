package org.govshare.catalog.calendar;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;

/**
 * A clock as it stands.
 *
 * @param step what waits
 * @param state how it stands to its deadline
 * @param startedAt when it began
 * @param dueAt its deadline, absent without a limit and while it is paused
 * @param workingDays its limit in working days, absent without one
 * @param daysLeft working days that were left when it was paused
 * @param calendarKnown whether the holidays up to the deadline are announced; if not, only weekends
 *     were taken into account
 * @param stoppedAt when the step was taken
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ClockView(
    Step step,
    ClockState state,
    Instant startedAt,
    Instant dueAt,
    Integer workingDays,
    Integer daysLeft,
    boolean calendarKnown,
    Instant stoppedAt) {}
