package org.govshare.exchange.run;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.govshare.exchange.announcement.Announcement;
import org.govshare.exchange.schedule.ServiceSchedules;
import org.govshare.protocol.control.Side;
import org.govshare.protocol.control.StopRun;
import org.jboss.logging.Logger;

/**
 * Gives up channels on which nothing has moved for as long as their service allows, so that a
 * target that stays away does not keep the next run from the others. Its next run brings it a
 * snapshot anew, or goes on with increments where it stands. What change capture has kept for it is
 * let go.
 */
@Singleton
public class BacklogKeeper {

  private static final Logger LOG = Logger.getLogger(BacklogKeeper.class);

  /** Why a channel was given up. */
  static final String DROPPED = "backlog-dropped";

  private static final int LIMIT = 1000;

  private final RunRepository runs;
  private final RunChannelRepository parts;
  private final ChannelEventRepository events;
  private final ServiceSchedules schedules;
  private final RunCourse course;
  private final MeterRegistry meters;
  private final Clock clock;

  BacklogKeeper(
      RunRepository runs,
      RunChannelRepository parts,
      ChannelEventRepository events,
      ServiceSchedules schedules,
      RunCourse course,
      MeterRegistry meters,
      Clock clock) {
    this.runs = runs;
    this.parts = parts;
    this.events = events;
    this.schedules = schedules;
    this.course = course;
    this.meters = meters;
    this.clock = clock;
  }

  private record Live(UUID run, UUID service) {}

  @Scheduled(
      every = "${govshare.exchange.backlog.interval:10S}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> look() {
    return keep()
        .onFailure()
        .recoverWithUni(
            failure -> {
              LOG.warnf("Backlogs were not looked at: %s", failure.getMessage());
              return Uni.createFrom().voidItem();
            });
  }

  /** Looks after all runs under way. */
  public Uni<Void> keep() {
    return Panache.withSession(() -> runs.live(LIMIT))
        .map(
            found ->
                found.stream()
                    .filter(run -> run.state() != RunPhase.PAUSED)
                    .map(run -> new Live(run.id(), run.serviceId()))
                    .toList())
        .onItem()
        .transformToMulti(live -> Multi.createFrom().iterable(live))
        .onItem()
        .transformToUniAndConcatenate(this::keep)
        .collect()
        .last()
        .replaceWithVoid();
  }

  private Uni<Void> keep(Live live) {
    return schedules
        .of(live.service())
        .chain(
            settings ->
                settings.backlogMinutes() == null
                    ? Uni.createFrom().voidItem()
                    : Panache.withTransaction(
                        () -> drop(live.run(), Duration.ofMinutes(settings.backlogMinutes()))));
  }

  private Uni<Void> drop(UUID id, Duration allowed) {
    Instant now = clock.instant();
    return runs.locked(id)
        .chain(
            run -> {
              if (!run.state().live() || run.state() == RunPhase.PAUSED) {
                return Uni.createFrom().voidItem();
              }
              RunCourse.Told told = new RunCourse.Told();
              return parts
                  .of(id)
                  .map(
                      all ->
                          all.stream()
                              .filter(it -> it.state().live())
                              .filter(it -> it.movedAt().plus(allowed).isBefore(now))
                              .toList())
                  .chain(still -> drop(run, still, told, now))
                  .chain(() -> course.tell(told));
            });
  }

  private Uni<Void> drop(Run run, List<RunChannel> still, RunCourse.Told told, Instant now) {
    return Multi.createFrom()
        .iterable(still)
        .onItem()
        .transformToUniAndConcatenate(
            part -> {
              LOG.errorf(
                  "run=%s channel=%s node=%s alarm=%s since=%s",
                  run.id(), part.channelId(), run.node(Side.TARGET, part), DROPPED, part.movedAt());
              meters.counter("govshare.exchange.backlogs.dropped").increment();
              part.end(RunPhase.FAILED, now, DROPPED, "nothing has moved since " + part.movedAt());
              StopRun command = new StopRun(run.id(), part.channelId(), DROPPED);
              told.add(Announcement.toNode(run.node(Side.SOURCE, part), command));
              told.add(Announcement.toNode(run.node(Side.TARGET, part), command));
              return events
                  .persist(
                      new ChannelEvent(part, ChannelEvent.Kind.BACKLOG_DROPPED, DROPPED, null, now))
                  .chain(() -> course.moved(run, part, told));
            })
        .collect()
        .last()
        .replaceWithVoid();
  }
}
