package org.govshare.monitoring.domain;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.govshare.monitoring.access.AccessRules;
import org.govshare.monitoring.telemetry.Period;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;

/** Reads domains for those who watch the whole platform. */
@ApplicationScoped
class DomainService {

  private final DomainRepository domains;

  DomainService(DomainRepository domains) {
    this.domains = domains;
  }

  @WithSession
  Uni<Page<DomainView>> list(Caller caller, Period period, PageRequest page) {
    AccessRules.requireWholePlatform(caller);
    return domains
        .withTraffic(period, page)
        .chain(items -> domains.count().map(total -> Page.of(items, total, page)));
  }
}
