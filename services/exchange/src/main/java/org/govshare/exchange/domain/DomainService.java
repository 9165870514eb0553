package org.govshare.exchange.domain;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.govshare.exchange.access.Scope;
import org.govshare.exchange.announcement.Announcement;
import org.govshare.exchange.announcement.Announcements;
import org.govshare.exchange.announcement.DomainChanged;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.identity.Roles;
import org.govshare.platform.problem.Conflict;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;

/** Rules of the domains. */
@Singleton
public class DomainService {

  private final DomainRepository domains;
  private final Announcements announcements;
  private final Clock clock;

  DomainService(DomainRepository domains, Announcements announcements, Clock clock) {
    this.domains = domains;
    this.announcements = announcements;
    this.clock = clock;
  }

  @WithSession
  Uni<Page<DomainView>> list(Caller caller, PageRequest request) {
    Scope.of(caller);
    return domains
        .page(request)
        .chain(
            items ->
                domains.count().map(total -> Page.of(items, total, request).map(Domain::view)));
  }

  @WithTransaction
  Uni<DomainView> create(Caller caller, CreateDomain input) {
    caller.requireRole(Roles.EXCHANGE_DESIGNER);
    input.check();
    return domains
        .taken(input.code(), input.name())
        .chain(
            taken -> {
              if (taken) {
                throw new Conflict("domain-exists", input.code(), input.name());
              }
              return domains.persist(
                  new Domain(input.code(), input.name(), caller.name(), clock.instant()));
            })
        .chain(
            made ->
                announcements
                    .append(
                        Announcement.toMonitoring(new DomainChanged(input.code(), input.name())))
                    .replaceWith(made.view()));
  }

  /** Whether there is such a domain. */
  @WithSession
  public Uni<Boolean> exists(String code) {
    return domains.findById(code).map(found -> found != null);
  }
}
