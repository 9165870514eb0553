package org.govshare.monitoring.platform;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.govshare.monitoring.access.AccessRules;
import org.govshare.monitoring.telemetry.Period;
import org.govshare.platform.identity.Caller;

/** Sums the platform up for those who watch all of it. */
@ApplicationScoped
class PlatformService {

  private final PlatformRepository repository;

  PlatformService(PlatformRepository repository) {
    this.repository = repository;
  }

  @WithSession
  Uni<PlatformView> summary(Caller caller, Period period) {
    AccessRules.requireWholePlatform(caller);
    return repository.summary(period);
  }
}
