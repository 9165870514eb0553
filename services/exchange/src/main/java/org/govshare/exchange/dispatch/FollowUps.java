package org.govshare.exchange.dispatch;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.govshare.exchange.run.RunCause;
import org.govshare.exchange.run.RunEnded;
import org.govshare.exchange.run.RunListener;
import org.govshare.exchange.schedule.ScheduleDraft;
import org.govshare.exchange.schedule.ServiceSchedules;

/** What the end of a run makes due: the services that follow it, or another attempt. */
@Singleton
class FollowUps implements RunListener {

  private static final Set<RunCause> NOT_RETRIED =
      Set.of(RunCause.PROCESS, RunCause.RESEND, RunCause.REPLAY);

  private final FiringRepository firings;
  private final ServiceSchedules schedules;

  FollowUps(FiringRepository firings, ServiceSchedules schedules) {
    this.firings = firings;
    this.schedules = schedules;
  }

  @Override
  public Uni<Void> ended(RunEnded event) {
    return switch (event.phase()) {
      case COMPLETED -> follow(event);
      // A process looks after the attempts of its own steps; a run that sends some rows again is
      // not made up for by one that sends others.
      case FAILED -> NOT_RETRIED.contains(event.cause()) ? nothing() : retry(event);
      default -> nothing();
    };
  }

  private Uni<Void> follow(RunEnded event) {
    return schedules
        .after(event.serviceId(), event.at())
        .onItem()
        .transformToMulti(due -> Multi.createFrom().iterable(due))
        .onItem()
        .transformToUniAndConcatenate(
            due ->
                firings.add(
                    due.serviceId(),
                    RunCause.ARRIVAL,
                    due.at(),
                    due.at(),
                    due.priority(),
                    1,
                    event.at()))
        .collect()
        .last()
        .replaceWithVoid();
  }

  private Uni<Void> retry(RunEnded event) {
    return schedules.of(event.serviceId()).chain(settings -> retry(event, settings));
  }

  private Uni<Void> retry(RunEnded event, ScheduleDraft settings) {
    Optional<Duration> delay = settings.retry().delayAfter(event.attempt(), event.reason());
    if (delay.isEmpty()) {
      return nothing();
    }
    return firings.add(
        event.serviceId(),
        RunCause.RETRY,
        event.at(),
        event.at().plus(delay.get()),
        settings.priority(),
        event.attempt() + 1,
        event.at());
  }

  private static Uni<Void> nothing() {
    return Uni.createFrom().voidItem();
  }
}
