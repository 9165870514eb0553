package org.govshare.catalog.grant;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheQuery;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
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

  /** The same, read again once it is locked: it may have been read before. */
  Uni<Grant> lockedAnew(UUID id) {
    return locked(id).call(grant -> Panache.getSession().chain(session -> session.refresh(grant)));
  }

  /**
   * Grants, the latest first; those that end soon come first if they are asked for by their end.
   */
  Uni<Page<Grant>> page(GrantQuery query, PageRequest page) {
    GrantQuery.Condition condition = query.condition();
    String order = query.expiringBefore() == null ? "g.grantedAt desc, g.id" : "g.expiresAt, g.id";
    return count("from Grant g where " + condition.text(), condition.parameters())
        .chain(
            total ->
                find(
                        "from Grant g where " + condition.text() + " order by " + order,
                        condition.parameters())
                    .range(page.offset(), page.offset() + page.size() - 1)
                    .list()
                    .map((List<Grant> found) -> Page.of(found, total, page)));
  }

  /** Grants in force that a department holds on any version of a resource. */
  Uni<List<Grant>> inForce(String requesterDepartment, UUID seriesId, Instant now) {
    return list(
        "requesterDepartment = ?1 and revokedAt is null and expiresAt > ?3 and resourceId in"
            + " (select r.id from InformationResource r where r.seriesId = ?2) order by id",
        requesterDepartment,
        seriesId,
        now);
  }

  /** Grants that end before an instant, that nothing takes the place of and nobody was told of. */
  Uni<List<UUID>> endingUnnoticed(Instant now, Instant before, int limit) {
    return ids(
        find(
            "revokedAt is null and replacedBy is null and noticedAt is null"
                + " and expiresAt > ?1 and expiresAt < ?2 order by expiresAt",
            now,
            before),
        limit);
  }

  /** Grants whose end has come and was not dealt with yet. */
  Uni<List<UUID>> ranOut(Instant now, int limit) {
    return ids(
        find("revokedAt is null and expiredAt is null and expiresAt <= ?1 order by expiresAt", now),
        limit);
  }

  private static Uni<List<UUID>> ids(PanacheQuery<Grant> query, int limit) {
    return query.range(0, limit - 1).list().map(all -> all.stream().map(Grant::id).toList());
  }

  Uni<List<Grant>> notRevokedOn(UUID seriesId) {
    return list(
        "revokedAt is null and resourceId in"
            + " (select r.id from InformationResource r where r.seriesId = ?1) order by id",
        seriesId);
  }
}
