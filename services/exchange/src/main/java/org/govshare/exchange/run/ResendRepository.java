package org.govshare.exchange.run;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Reads and keeps what runs send again. */
@Singleton
class ResendRepository implements PanacheRepositoryBase<Resend, UUID> {}
