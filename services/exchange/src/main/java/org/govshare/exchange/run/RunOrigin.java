package org.govshare.exchange.run;

import io.smallrye.mutiny.Uni;
import java.util.UUID;
import java.util.function.Function;

/**
 * Why a run is started.
 *
 * @param cause what made it start
 * @param attempt which attempt it is, from 1
 * @param requestedBy who asked for it
 * @param kept called with the run's identifier in the transaction that keeps the run; if it fails
 *     there is no run
 * @param anew whether change capture takes a new snapshot, and increments begin at the first row
 */
public record RunOrigin(
    RunCause cause, int attempt, String requestedBy, Function<UUID, Uni<Void>> kept, boolean anew) {

  /** A run that goes on from where the one before it ended. */
  public RunOrigin(
      RunCause cause, int attempt, String requestedBy, Function<UUID, Uni<Void>> kept) {
    this(cause, attempt, requestedBy, kept, false);
  }

  /** Someone asks for it now. */
  static RunOrigin byHand(String who, boolean anew) {
    return new RunOrigin(RunCause.HAND, 1, who, run -> Uni.createFrom().voidItem(), anew);
  }
}
