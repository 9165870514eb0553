package org.govshare.catalog.calendar;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/**
 * Starts, pauses and stops the clocks of steps, always in the caller's transaction. A clock that is
 * open is at the same time the entry of the step in the to-do lists of those who may take it.
 */
@Singleton
public class Clocks {

  private final ClockRepository clocks;
  private final CalendarRepository years;
  private final TimeLimitRepository limits;
  private final Clock clock;

  Clocks(
      ClockRepository clocks, CalendarRepository years, TimeLimitRepository limits, Clock clock) {
    this.clocks = clocks;
    this.years = years;
    this.limits = limits;
    this.clock = clock;
  }

  /**
   * Lets steps wait from now on. One that waits already stays as it is, but for a last day that is
   * another by now; one that is paused counts on.
   *
   * @param waiting at most a few hundred
   */
  public Uni<Void> start(Collection<WaitingStep> waiting) {
    if (waiting.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    List<UUID> objects = waiting.stream().map(WaitingStep::objectId).distinct().toList();
    return years
        .workingDays()
        .chain(
            calendar ->
                limits
                    .listAll()
                    .chain(
                        all ->
                            clocks
                                .open(objects)
                                .chain(open -> start(waiting, calendar, all, open))));
  }

  /** Lets one step wait. */
  public Uni<Void> start(WaitingStep waiting) {
    return start(List.of(waiting));
  }

  private Uni<Void> start(
      Collection<WaitingStep> waiting,
      WorkingDays calendar,
      List<TimeLimit> limits,
      List<DeadlineClock> open) {
    Instant now = clock.instant();
    Map<LimitKind, TimeLimit> byKind =
        limits.stream().collect(Collectors.toMap(TimeLimit::kind, limit -> limit));
    Map<String, DeadlineClock> there =
        open.stream().collect(Collectors.toMap(c -> key(c.objectId(), c.step()), c -> c));
    for (WaitingStep step : waiting) {
      DeadlineClock found = there.get(key(step.objectId(), step.step()));
      if (found != null) {
        found.resume(calendar, now);
        if (step.lastDay() != null) {
          found.until(step.lastDay(), calendar);
        }
      }
    }
    List<DeadlineClock> started =
        waiting.stream()
            .filter(step -> !there.containsKey(key(step.objectId(), step.step())))
            .map(
                step ->
                    new DeadlineClock(
                        step,
                        step.limit() == null ? null : byKind.get(step.limit()),
                        calendar,
                        now))
            .toList();
    return started.isEmpty() ? Uni.createFrom().voidItem() : clocks.persist(started);
  }

  private static String key(UUID objectId, Step step) {
    return objectId + " " + step;
  }

  /** Stops counting while the thing is back with its author; nothing if the step does not wait. */
  public Uni<Void> pause(Step step, UUID objectId) {
    return withCalendar(step, objectId, (found, calendar) -> found.pause(calendar, now()));
  }

  /** Counts on with the working days that were left; nothing if the step is not paused. */
  public Uni<Void> resume(Step step, UUID objectId) {
    return withCalendar(step, objectId, (found, calendar) -> found.resume(calendar, now()));
  }

  private Uni<Void> withCalendar(
      Step step, UUID objectId, BiConsumer<DeadlineClock, WorkingDays> change) {
    return clocks
        .openLocked(objectId, step)
        .chain(
            found ->
                found == null
                    ? Uni.createFrom().voidItem()
                    : years
                        .workingDays()
                        .invoke(calendar -> change.accept(found, calendar))
                        .replaceWithVoid());
  }

  /** Ends a step that was taken or fell away; nothing if it does not wait. */
  public Uni<Void> stop(Step step, UUID objectId) {
    return clocks
        .openLocked(objectId, step)
        .invoke(
            found -> {
              if (found != null) {
                found.stop(now());
              }
            })
        .replaceWithVoid();
  }

  /** Ends every step of a thing that still waits. */
  public Uni<Void> stopAll(UUID objectId) {
    return stopAll(List.of(objectId));
  }

  /** Ends every step of several things that still waits. */
  public Uni<Void> stopAll(Collection<UUID> objectIds) {
    return clocks
        .openLocked(objectIds)
        .invoke(open -> open.forEach(found -> found.stop(now())))
        .replaceWithVoid();
  }

  /** The clocks of a thing, the first one first. */
  public Uni<List<ClockView>> of(UUID objectId) {
    return clocks
        .of(objectId)
        .map(found -> found.stream().map(started -> started.view(now())).toList());
  }

  /** The clocks that are open, of several things. */
  public Uni<Map<UUID, List<ClockView>>> openOf(Collection<UUID> objectIds) {
    if (objectIds.isEmpty()) {
      return Uni.createFrom().item(Map.of());
    }
    return clocks
        .open(objectIds)
        .map(
            found ->
                found.stream()
                    .collect(
                        Collectors.groupingBy(
                            DeadlineClock::objectId,
                            Collectors.mapping(
                                started -> started.view(now()), Collectors.toList()))));
  }

  /**
   * What a limit would mean if it began now.
   *
   * @return the deadline, and whether the holidays up to it are announced
   */
  public Uni<DeadlineView> ifStartedNow(LimitKind kind) {
    return years
        .workingDays()
        .chain(
            calendar ->
                limits
                    .findById(kind)
                    .map(
                        limit -> {
                          Instant due = calendar.deadline(now(), limit.workingDays());
                          return new DeadlineView(
                              WorkingDays.dayOf(now()),
                              limit.workingDays(),
                              WorkingDays.dayOf(due),
                              due,
                              calendar.knows(now(), due));
                        }));
  }

  /** The calendar as it stands. */
  public Uni<WorkingDays> workingDays() {
    return years.workingDays();
  }

  /** How many working days a kind of step may take at present. */
  public Uni<Integer> workingDays(LimitKind kind) {
    return limits.findById(kind).map(TimeLimit::workingDays);
  }

  private Instant now() {
    return clock.instant();
  }
}
