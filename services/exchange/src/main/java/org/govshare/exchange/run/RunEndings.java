package org.govshare.exchange.run;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;

/** Tells the other features of runs that have ended. */
@Singleton
class RunEndings {

  private final List<RunListener> listeners;

  RunEndings(@All List<RunListener> listeners) {
    this.listeners = listeners;
  }

  /** Tells of those among the runs that have ended, in the caller's transaction. */
  Uni<Void> tell(List<Run> runs) {
    List<RunEnded> events =
        runs.stream().filter(run -> !run.state().live()).map(Run::ended).toList();
    return Multi.createFrom()
        .iterable(events)
        .onItem()
        .transformToUniAndConcatenate(this::tell)
        .collect()
        .last()
        .replaceWithVoid();
  }

  private Uni<Void> tell(RunEnded event) {
    return Multi.createFrom()
        .iterable(listeners)
        .onItem()
        .transformToUniAndConcatenate(listener -> listener.ended(event))
        .collect()
        .last()
        .replaceWithVoid();
  }
}
