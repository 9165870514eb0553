package org.govshare.exchange.schedule;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What the other features know of schedules. */
@Singleton
public class ServiceSchedules {

  private final ScheduleRepository schedules;
  private final FiringTimes times;
  private final Clock clock;

  ServiceSchedules(ScheduleRepository schedules, FiringTimes times, Clock clock) {
    this.schedules = schedules;
    this.times = times;
    this.clock = clock;
  }

  /**
   * A firing that is due.
   *
   * @param serviceId the service to run
   * @param kind what makes it run
   * @param at when it was due
   * @param priority 1 to 9
   */
  public record Due(UUID serviceId, TriggerKind kind, Instant at, int priority) {}

  /** The settings of a service; the defaults if nobody wrote any. */
  @WithSession
  public Uni<ScheduleDraft> of(UUID serviceId) {
    return schedules
        .findById(serviceId)
        .map(found -> found == null ? ScheduleDraft.BY_HAND : found.settings());
  }

  /**
   * Takes firings that are due, in the caller's transaction: no other replica gets them, unless the
   * transaction is rolled back. Firings that were missed meanwhile are made up for by one.
   */
  public Uni<List<Due>> takeDue(int limit) {
    Instant now = clock.instant();
    return schedules
        .lockDue(now, limit)
        .map(
            found -> {
              List<Due> due = new ArrayList<>();
              for (ServiceSchedule schedule : found) {
                ScheduleDraft settings = schedule.settings();
                due.add(
                    new Due(
                        schedule.serviceId(),
                        settings.kind(),
                        schedule.nextAt(),
                        settings.priority()));
                schedule.fired(times.next(settings, schedule.nextAt(), now).orElse(null));
              }
              return due;
            });
  }

  /** What becomes due when a run of a service has ended well. */
  public Uni<List<Due>> after(UUID serviceId, Instant at) {
    return schedules
        .after(serviceId)
        .map(
            found ->
                found.stream()
                    .map(
                        it ->
                            new Due(
                                it.serviceId(), TriggerKind.ARRIVAL, at, it.settings().priority()))
                    .toList());
  }
}
