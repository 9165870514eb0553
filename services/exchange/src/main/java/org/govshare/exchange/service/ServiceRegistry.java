package org.govshare.exchange.service;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.govshare.platform.problem.NotFound;

/** What the other features know of exchange services. */
@Singleton
public class ServiceRegistry {

  private final ServiceRepository services;
  private final Clock clock;

  ServiceRegistry(ServiceRepository services, Clock clock) {
    this.services = services;
    this.clock = clock;
  }

  /** How the tables of a service were when its design was written; the service must exist. */
  @WithSession
  public Uni<ExpectedTables> expected(UUID id) {
    return services.findById(id).map(ExchangeService::expected);
  }

  /**
   * A service.
   *
   * @throws NotFound if there is none (404)
   */
  @WithSession
  public Uni<ServiceView> existing(UUID id) {
    return services
        .findById(id)
        .onItem()
        .ifNull()
        .failWith(() -> new NotFound("service-not-found", id))
        .map(ExchangeService::view);
  }

  /**
   * A service that nobody else can change until the caller's transaction ends.
   *
   * @throws NotFound if there is none (404)
   */
  public Uni<ServiceView> locked(UUID id) {
    return lock(id).map(ExchangeService::view);
  }

  /** Services in short, by their identifiers. */
  @WithSession
  public Uni<Map<UUID, ServiceSummary>> summaries(Collection<UUID> ids) {
    if (ids.isEmpty()) {
      return Uni.createFrom().item(Map.of());
    }
    return services
        .list("id in ?1", ids)
        .map(
            found ->
                found.stream()
                    .map(ExchangeService::summary)
                    .collect(Collectors.toMap(ServiceSummary::id, it -> it)));
  }

  /** Stops a service in the caller's transaction; the answer is empty if it was stopped already. */
  public Uni<Optional<ServiceView>> stop(UUID id, String reason) {
    return lock(id)
        .chain(
            found -> {
              if (found.state() == ServiceState.STOPPED) {
                return Uni.createFrom().item(Optional.<ServiceView>empty());
              }
              found.stop(reason, clock.instant());
              return services.flush().map(done -> Optional.of(found.view()));
            });
  }

  /** Lets a service be run again, in the caller's transaction; empty if it could be already. */
  public Uni<Optional<ServiceView>> resume(UUID id) {
    return lock(id)
        .chain(
            found -> {
              if (found.state() == ServiceState.DEPLOYED) {
                return Uni.createFrom().item(Optional.<ServiceView>empty());
              }
              found.resume(clock.instant());
              return services.flush().map(done -> Optional.of(found.view()));
            });
  }

  /** Stops every service that rests on a grant, in the caller's transaction. */
  public Uni<List<ServiceView>> stopAllOn(UUID grantId, String reason) {
    Instant now = clock.instant();
    return services
        .deployedOn(grantId)
        .chain(
            found -> {
              found.forEach(service -> service.stop(reason, now));
              return services
                  .flush()
                  .map(done -> found.stream().map(ExchangeService::view).toList());
            });
  }

  private Uni<ExchangeService> lock(UUID id) {
    return services
        .locked(id)
        .onItem()
        .ifNull()
        .failWith(() -> new NotFound("service-not-found", id));
  }
}
