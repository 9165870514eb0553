package org.govshare.exchange.run;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Holds up runs when their time windows close, and lets them go on when they open. */
@Singleton
public class WindowKeeper {

  private static final Logger LOG = Logger.getLogger(WindowKeeper.class);
  private static final int LIMIT = 1000;

  private final RunRepository runs;
  private final RunPauser pauser;
  private final RunWindows windows;

  WindowKeeper(RunRepository runs, RunPauser pauser, RunWindows windows) {
    this.runs = runs;
    this.pauser = pauser;
    this.windows = windows;
  }

  private record Live(UUID run, UUID service, boolean paused, String reason) {}

  /** Looks after all runs under way. */
  public Uni<Void> keep() {
    return Panache.withSession(() -> runs.live(LIMIT))
        .onItem()
        .transformToMulti(found -> Multi.createFrom().iterable(found))
        .map(
            run ->
                new Live(run.id(), run.serviceId(), run.state() == RunPhase.PAUSED, run.reason()))
        .filter(run -> !run.paused() || RunPauser.OUTSIDE_WINDOWS.equals(run.reason()))
        .onItem()
        .transformToUniAndConcatenate(this::keep)
        .collect()
        .last()
        .replaceWithVoid();
  }

  // Looked at without a lock first: most runs are where they should be.
  private Uni<Void> keep(Live run) {
    return windows
        .open(run.service())
        .chain(
            open ->
                open == run.paused() ? pauser.keepWindows(run.run()) : Uni.createFrom().voidItem())
        .onFailure()
        .recoverWithUni(
            failure -> {
              LOG.warnf("Run %s was not held to its windows: %s", run.run(), failure);
              return Uni.createFrom().voidItem();
            });
  }
}
