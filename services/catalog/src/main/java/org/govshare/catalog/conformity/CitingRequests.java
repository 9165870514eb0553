package org.govshare.catalog.conformity;

import static org.govshare.platform.identity.Roles.CATALOG_EDITOR;
import static org.govshare.platform.identity.Roles.DEPARTMENT_REVIEWER;
import static org.govshare.platform.identity.Roles.REQUESTER;
import static org.govshare.platform.identity.Roles.SHARING_REVIEWER;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import org.govshare.catalog.department.DepartmentRepository;
import org.govshare.catalog.department.DepartmentView;
import org.govshare.catalog.library.EntryKind;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;
import org.govshare.platform.reactive.paging.PagedQuery;
import org.hibernate.reactive.mutiny.Mutiny;

/** Lists requests by what they cite, to those who see the requests themselves. */
@Singleton
class CitingRequests {

  // A department sees its own and those made to it; a draft is seen by its own department alone.
  private static final String SEEN =
      """
       and (q.requester_department = ?2
        or (q.state <> 'DRAFT' and (?3 or q.provider_department = ?2)))
      """;

  private final DepartmentRepository departments;

  CitingRequests(DepartmentRepository departments) {
    this.departments = departments;
  }

  /** Requests that cite an entry themselves or by one of their items, the latest first. */
  @WithSession
  Uni<Page<CitingRequest>> page(Caller caller, EntryKind kind, UUID id, PageRequest request) {
    caller.requireRole(REQUESTER, CATALOG_EDITOR, DEPARTMENT_REVIEWER, SHARING_REVIEWER);
    String own =
        caller.hasRole(REQUESTER, CATALOG_EDITOR, DEPARTMENT_REVIEWER)
            ? caller.department().orElse("")
            : "";
    boolean all = caller.hasRole(SHARING_REVIEWER);
    String from =
        " from access_request q join information_resource r on r.id = q.resource_id where ("
            + (kind == EntryKind.DOCUMENT ? "q.legal_basis_id = ?1 or " : "")
            + "exists (select 1 from access_request_item a join data_item i on i.id = a.item_id"
            + " where a.request_id = q.id and i."
            + ConformityRepository.column(kind)
            + " = ?1))"
            + SEEN;
    String rows =
        "select q.id, q.state, r.id, r.name, q.provider_department, q.requester_department,"
            + " q.created_at"
            + from
            + " order by q.created_at desc, q.id";
    return departments
        .byCode()
        .chain(
            names ->
                Panache.getSession()
                    .chain(
                        session ->
                            PagedQuery.read(
                                    with(
                                        session,
                                        "select count(*)" + from,
                                        Long.class,
                                        id,
                                        own,
                                        all),
                                    with(session, rows, Object[].class, id, own, all),
                                    request)
                                .map(found -> found.map(row -> view(row, names)))));
  }

  private static <T> Mutiny.SelectionQuery<T> with(
      Mutiny.Session session, String sql, Class<T> type, UUID id, String own, boolean all) {
    return session
        .createNativeQuery(sql, type)
        .setParameter(1, id)
        .setParameter(2, own)
        .setParameter(3, all);
  }

  private static CitingRequest view(Object[] row, Map<String, DepartmentView> names) {
    return new CitingRequest(
        (UUID) row[0],
        (String) row[1],
        (UUID) row[2],
        (String) row[3],
        names.get((String) row[4]),
        names.get((String) row[5]),
        ((OffsetDateTime) row[6]).toInstant());
  }
}
