package org.govshare.exchange.run;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Reads and keeps what runs send again, as long as they are under way. */
@Singleton
class ResendRepository implements PanacheRepositoryBase<Resend, UUID>, RunListener {

  @Override
  public Uni<Void> ended(RunEnded event) {
    return event.cause() == RunCause.RESEND
        ? deleteById(event.runId()).replaceWithVoid()
        : Uni.createFrom().voidItem();
  }
}
