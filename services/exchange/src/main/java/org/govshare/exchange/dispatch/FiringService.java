package org.govshare.exchange.dispatch;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.govshare.exchange.access.Scope;
import org.govshare.exchange.service.ServiceRegistry;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;

/** Shows runs that are to be started to those whose service it is. */
@Singleton
class FiringService {

  private final FiringRepository firings;
  private final ServiceRegistry services;

  FiringService(FiringRepository firings, ServiceRegistry services) {
    this.firings = firings;
    this.services = services;
  }

  @WithSession
  Uni<Page<FiringView>> page(Caller caller, UUID service, PageRequest request) {
    Scope scope = Scope.of(caller);
    return services
        .existing(service)
        .invoke(it -> scope.require(it.sourceDepartment(), it.targetDepartment()))
        .chain(() -> firings.page(service, request));
  }
}
