package org.govshare.exchange.service;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;

/** Reads and keeps the versions of designs. */
@Singleton
class VersionRepository implements PanacheRepositoryBase<ServiceVersion, ServiceVersion.Key> {

  Uni<Page<VersionSummary>> page(UUID service, PageRequest request) {
    return find("key.serviceId = ?1 order by key.number desc", service)
        .range(request.offset(), request.offset() + request.size() - 1)
        .list()
        .chain(
            items ->
                count("key.serviceId", service)
                    .map(
                        total ->
                            Page.of(
                                items.stream().map(ServiceVersion::summary).toList(),
                                total,
                                request)));
  }
}
