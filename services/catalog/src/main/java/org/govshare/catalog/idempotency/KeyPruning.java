package org.govshare.catalog.idempotency;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.govshare.catalog.schedule.ScheduledWork;

/** Throws away keys that have lapsed. */
@Singleton
class KeyPruning implements ScheduledWork {

  private final KeyRows keys;
  private final Clock clock;

  KeyPruning(KeyRows keys, Clock clock) {
    this.keys = keys;
    this.clock = clock;
  }

  @Override
  public Uni<Void> run() {
    return keys.prune(clock.instant().minus(IdempotencyFilter.KEPT));
  }
}
