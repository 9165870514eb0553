package org.govshare.catalog.request;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.govshare.catalog.library.EntryKind;
import org.govshare.catalog.library.LibraryUse;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.problem.NotFound;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;

/** Queries on requests. */
@Singleton
class RequestRepository implements PanacheRepositoryBase<AccessRequest, UUID>, LibraryUse {

  private static final String INSERT_ITEMS =
      """
      insert into access_request_item (request_id, item_id, position)
      select ?1, cast(item as uuid), place - 1
      from unnest(string_to_array(?2, ',')) with ordinality as asked (item, place)
      """;

  RequestRepository() {}

  /** Requests not yet decided whose time is over, a bounded number. */
  Uni<List<UUID>> ranOut(LocalDate today, int limit) {
    return find(
            "state in ?1 and validUntil < ?2 order by validUntil", RequestState.undecided(), today)
        .range(0, limit - 1)
        .list()
        .map(found -> found.stream().map(AccessRequest::id).toList());
  }

  /** Requests not yet decided for any version of these resources. */
  Uni<List<AccessRequest>> undecidedOn(Collection<UUID> seriesIds) {
    return find(
            "state in ?1 and resourceId in"
                + " (select r.id from InformationResource r where r.seriesId in ?2) order by id",
            RequestState.undecided(),
            seriesIds)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .list();
  }

  /** Requests of a department, not yet decided, for any of these items in any version. */
  Uni<List<AccessRequest>> undecidedFor(String department, UUID seriesId, List<UUID> itemIds) {
    return list(
        """
        select distinct request from AccessRequest request join request.items asked
        where request.requesterDepartment = ?1 and request.state in ?2
          and request.resourceId in
            (select r.id from InformationResource r where r.seriesId = ?3)
          and asked.itemId in
            (select same.id from DataItem same, DataItem wanted
             where wanted.id in ?4 and same.name = wanted.name
               and same.resourceId in
                 (select v.id from InformationResource v where v.seriesId = ?3))
        """,
        department,
        RequestState.undecided(),
        seriesId,
        itemIds);
  }

  /** The renewal of a grant that is not yet decided, or {@code null}. */
  Uni<AccessRequest> undecidedRenewalOf(UUID grantId) {
    return find("renewsGrantId = ?1 and state in ?2", grantId, RequestState.undecided())
        .firstResult();
  }

  /**
   * Asks for other items. By statement: an item may be among the old ones and the new ones, at
   * another place, and rows changed one by one would collide.
   */
  Uni<AccessRequest> replaceItems(AccessRequest request, List<UUID> itemIds) {
    String joined = itemIds.stream().map(UUID::toString).collect(Collectors.joining(","));
    return Panache.getSession()
        .chain(
            session ->
                session
                    .flush()
                    .chain(
                        () ->
                            session
                                .createNativeQuery(
                                    "delete from access_request_item where request_id = ?1")
                                .setParameter(1, request.id())
                                .executeUpdate())
                    .chain(
                        () ->
                            session
                                .createNativeQuery(INSERT_ITEMS)
                                .setParameter(1, request.id())
                                .setParameter(2, joined)
                                .executeUpdate())
                    .chain(() -> session.refresh(request)))
        .replaceWith(request);
  }

  @Override
  public Uni<Boolean> cites(EntryKind kind, UUID id) {
    return kind == EntryKind.DOCUMENT
        ? count("legalBasisId", id).map(found -> found > 0)
        : Uni.createFrom().item(false);
  }

  /** The resource that a request asks for, or {@code null}; the request itself is not read. */
  Uni<UUID> resourceOf(UUID id) {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createSelectionQuery(
                        "select r.resourceId from AccessRequest r where r.id = ?1", UUID.class)
                    .setParameter(1, id)
                    .getSingleResultOrNull());
  }

  Uni<AccessRequest> locked(UUID id) {
    return findById(id, LockModeType.PESSIMISTIC_WRITE);
  }

  Uni<Page<AccessRequest>> page(RequestScope scope, PageRequest page) {
    Object[] parameters = scope.parameters().toArray();
    return count(scope.condition(), parameters)
        .chain(
            total ->
                find(scope.condition() + " order by createdAt desc, id", parameters)
                    .range(page.offset(), page.offset() + page.size() - 1)
                    .list()
                    .map((List<AccessRequest> found) -> Page.of(found, total, page)));
  }

  /** One request; one the caller may not know of does not exist. */
  Uni<AccessRequest> seen(Caller caller, UUID id) {
    RequestScope.visible(caller);
    return findById(id)
        .invoke(
            request -> {
              if (request == null || !RequestScope.sees(caller, request)) {
                throw new NotFound("request-not-found", id);
              }
            });
  }

  /** The same, to change it: other changes wait until this transaction ends. */
  Uni<AccessRequest> lockedSeen(Caller caller, UUID id) {
    RequestScope.visible(caller);
    return findById(id, LockModeType.PESSIMISTIC_WRITE)
        .invoke(
            request -> {
              if (request == null || !RequestScope.sees(caller, request)) {
                throw new NotFound("request-not-found", id);
              }
            });
  }
}
