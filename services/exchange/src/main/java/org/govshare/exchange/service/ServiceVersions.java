package org.govshare.exchange.service;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.problem.NotFound;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;

/** Keeps every design that a service has had, and compares them. */
@Singleton
class ServiceVersions {

  private final VersionRepository versions;
  private final Clock clock;

  ServiceVersions(VersionRepository versions, Clock clock) {
    this.versions = versions;
    this.clock = clock;
  }

  /** Keeps the design that a service now has, in the caller's transaction. */
  Uni<Void> keep(ExchangeService service, ServiceDraft draft, Integer restoredFrom, Caller caller) {
    ServiceVersion.Key key = new ServiceVersion.Key(service.id(), service.designVersion());
    return versions
        .persist(new ServiceVersion(key, draft, restoredFrom, caller.name(), clock.instant()))
        .replaceWithVoid();
  }

  Uni<Page<VersionSummary>> page(UUID service, PageRequest request) {
    return versions.page(service, request);
  }

  /**
   * One version.
   *
   * @throws NotFound if there is none (404)
   */
  Uni<VersionView> existing(UUID service, int number) {
    return versions
        .findById(new ServiceVersion.Key(service, number))
        .onItem()
        .ifNull()
        .failWith(() -> new NotFound("version-not-found", number))
        .map(ServiceVersion::view);
  }

  /** In what one version differs from another. */
  Uni<List<DesignDifference>> difference(UUID service, int before, int after) {
    return existing(service, before)
        .chain(
            former ->
                existing(service, after)
                    .map(latter -> DesignDifference.between(former.design(), latter.design())));
  }
}
