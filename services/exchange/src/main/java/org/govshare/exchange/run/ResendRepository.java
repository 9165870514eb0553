package org.govshare.exchange.run;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.govshare.protocol.control.RowCondition;

/** Reads and keeps what runs send again. */
@Singleton
class ResendRepository implements PanacheRepositoryBase<Resend, UUID> {

  /** The bounds of a run that sends again, or {@code null} if it is an ordinary one. */
  Uni<List<RowCondition>> ofRun(UUID runId) {
    return findById(runId).map(found -> found == null ? null : found.conditions());
  }
}
