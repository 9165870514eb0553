package org.govshare.monitoring.service;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.govshare.monitoring.access.AccessRules;
import org.govshare.monitoring.telemetry.Period;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;

/** Reads exchange services; a department's people see those that start or end there. */
@ApplicationScoped
class ServiceStatistics {

  private final ServiceRepository services;

  ServiceStatistics(ServiceRepository services) {
    this.services = services;
  }

  @WithSession
  Uni<Page<ServiceView>> list(
      Caller caller, Optional<String> domain, Period period, PageRequest page) {
    Optional<String> department = AccessRules.departmentSeen(caller);
    return services
        .withTraffic(domain, department, period, page)
        .chain(
            items -> services.count(domain, department).map(total -> Page.of(items, total, page)));
  }
}
