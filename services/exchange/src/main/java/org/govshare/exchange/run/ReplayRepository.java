package org.govshare.exchange.run;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Reads and keeps which parked rows runs send again. */
@Singleton
class ReplayRepository implements PanacheRepositoryBase<Replay, UUID> {}
