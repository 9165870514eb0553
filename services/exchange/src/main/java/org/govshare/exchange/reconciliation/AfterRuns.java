package org.govshare.exchange.reconciliation;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.govshare.exchange.run.RunCause;
import org.govshare.exchange.run.RunEnded;
import org.govshare.exchange.run.RunListener;
import org.govshare.exchange.run.RunPhase;
import org.govshare.exchange.run.RunReader;
import org.govshare.exchange.schedule.ServiceSchedules;

/**
 * Compares both ends after each complete run of services that are set so. A target that is still
 * being compared is not compared once more.
 */
@Singleton
class AfterRuns implements RunListener {

  private final ServiceSchedules schedules;
  private final RunReader runs;
  private final ReconciliationStarter starter;

  AfterRuns(ServiceSchedules schedules, RunReader runs, ReconciliationStarter starter) {
    this.schedules = schedules;
    this.runs = runs;
    this.starter = starter;
  }

  @Override
  public Uni<Void> ended(RunEnded event) {
    if (event.phase() != RunPhase.COMPLETED || event.cause() == RunCause.RESEND) {
      return Uni.createFrom().voidItem();
    }
    return schedules
        .of(event.serviceId())
        .chain(
            settings ->
                runs.known(event.runId())
                    .chain(
                        run ->
                            Boolean.TRUE.equals(settings.reconcileAfterRuns())
                                    || run.design().source().overlap() != null
                                ? starter.follow(run).replaceWithVoid()
                                : Uni.createFrom().voidItem()));
  }
}
