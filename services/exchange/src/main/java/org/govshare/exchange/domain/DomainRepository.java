package org.govshare.exchange.domain;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import org.govshare.platform.reactive.paging.PageRequest;

/** Reads and keeps domains. */
@Singleton
class DomainRepository implements PanacheRepositoryBase<Domain, String> {

  Uni<List<Domain>> page(PageRequest request) {
    return find("order by code")
        .range(request.offset(), request.offset() + request.size() - 1)
        .list();
  }

  Uni<Boolean> taken(String code, String name) {
    return count("code = ?1 or name = ?2", code, name).map(found -> found > 0);
  }
}
