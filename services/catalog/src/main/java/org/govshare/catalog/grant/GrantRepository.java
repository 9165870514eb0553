package org.govshare.catalog.grant;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.govshare.platform.problem.NotFound;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;

/** Queries on grants. */
@Singleton
class GrantRepository implements PanacheRepositoryBase<Grant, UUID> {

  Uni<Grant> existing(UUID id) {
    return findById(id).onItem().ifNull().failWith(() -> new NotFound("grant-not-found", id));
  }

  Uni<Grant> locked(UUID id) {
    return findById(id, LockModeType.PESSIMISTIC_WRITE)
        .onItem()
        .ifNull()
        .failWith(() -> new NotFound("grant-not-found", id));
  }

  /** Grants given by or to a department, or all of them, the latest first. */
  Uni<Page<Grant>> page(Optional<String> department, PageRequest page) {
    String condition =
        department.isEmpty() ? "1 = 1" : "(providerDepartment = ?1 or requesterDepartment = ?1)";
    Object[] parameters = department.stream().toArray();
    return count(condition, parameters)
        .chain(
            total ->
                find(condition + " order by grantedAt desc, id", parameters)
                    .range(page.offset(), page.offset() + page.size() - 1)
                    .list()
                    .map((List<Grant> found) -> Page.of(found, total, page)));
  }

  Uni<List<Grant>> notRevokedOn(UUID seriesId) {
    return list(
        "revokedAt is null and resourceId in"
            + " (select r.id from InformationResource r where r.seriesId = ?1) order by id",
        seriesId);
  }
}
