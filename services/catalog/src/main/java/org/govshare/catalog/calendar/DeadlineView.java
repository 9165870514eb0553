package org.govshare.catalog.calendar;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.LocalDate;

/**
 * When a span of working days ends.
 *
 * @param from its begin; that day does not count
 * @param workingDays its length
 * @param day on which it ends
 * @param dueAt last second of that day
 * @param calendarKnown whether the holidays of all its years are announced; if not, only weekends
 *     were taken into account
 */
@RegisterForReflection
public record DeadlineView(
    LocalDate from, int workingDays, LocalDate day, Instant dueAt, boolean calendarKnown) {}
