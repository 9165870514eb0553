package org.govshare.catalog.demand.opening;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.govshare.platform.reactive.paging.PageRequest;
import org.hibernate.reactive.mutiny.Mutiny;

/** Queries on published resources and what is planned for them. */
@Singleton
class OpeningRepository implements PanacheRepositoryBase<OpeningPlan, UUID> {

  // What is shared without condition and has no item that looks like personal data could be open.
  private static final String ENTRIES =
      """
      with entry as (
          select r.id, r.name, r.department_code, p.review,
              case when r.open_type = 'OPEN' then 'ALREADY_OPEN'
                   when p.status is not null then p.status
                   when r.sharing_type = 'UNCONDITIONAL'
                       and not exists (
                           select from data_item i where i.resource_id = r.id and i.name ~ ?1)
                       then 'COULD_BE'
                   else 'NOT' end as status
          from information_resource r left join opening_plan p on p.series_id = r.series_id
          where r.state = 'PUBLISHED'
            and (cast(?2 as text) is null or r.department_code = ?2)
            and (cast(?3 as text) is null or r.name like ?3 escape '\\')
            and (cast(?4 as text) is null or p.review = ?4)
            and (cast(?5 as uuid) is null or r.id = ?5))
      """;

  private static final String CONDITION =
      " from entry where cast(?6 as text) is null or status = ?6";

  private final OpeningConfig config;

  OpeningRepository(OpeningConfig config) {
    this.config = config;
  }

  Uni<Long> count(OpeningFilter filter) {
    return Panache.getSession()
        .chain(
            session ->
                on(session, ENTRIES + "select count(*)" + CONDITION, Long.class, filter, null)
                    .getSingleResult());
  }

  /** Identities of resources and where they stand, in their order. */
  Uni<Map<UUID, OpeningStatus>> page(OpeningFilter filter, PageRequest page) {
    return Panache.getSession()
        .chain(
            session ->
                on(
                        session,
                        ENTRIES
                            + "select id, status"
                            + CONDITION
                            + " order by department_code, name, id",
                        Object[].class,
                        filter,
                        null)
                    .setFirstResult(page.offset())
                    .setMaxResults(page.size())
                    .getResultList())
        .map(
            rows -> {
              Map<UUID, OpeningStatus> statuses = new LinkedHashMap<>();
              rows.forEach(
                  row -> statuses.put((UUID) row[0], OpeningStatus.valueOf((String) row[1])));
              return statuses;
            });
  }

  /** Where one resource stands. */
  Uni<OpeningStatus> statusOf(UUID resourceId) {
    return Panache.getSession()
        .chain(
            session ->
                on(
                        session,
                        ENTRIES + "select status" + CONDITION,
                        String.class,
                        OpeningFilter.ofDepartment(null),
                        resourceId)
                    .getSingleResult())
        .map(OpeningStatus::valueOf);
  }

  /** Department, status, whether a review waits, how many. */
  Uni<List<Object[]>> counts(String department) {
    return Panache.getSession()
        .chain(
            session ->
                on(
                        session,
                        ENTRIES
                            + "select department_code, status,"
                            + " coalesce(review = 'PENDING' and status <> 'ALREADY_OPEN', false),"
                            + " count(*)"
                            + CONDITION
                            + " group by 1, 2, 3",
                        Object[].class,
                        OpeningFilter.ofDepartment(department),
                        null)
                    .getResultList());
  }

  private <T> Mutiny.SelectionQuery<T> on(
      Mutiny.Session session, String sql, Class<T> type, OpeningFilter filter, UUID resourceId) {
    return session
        .createNativeQuery(sql, type)
        .setParameter(1, config.personalItems())
        .setParameter(2, filter.department())
        .setParameter(3, filter.pattern())
        .setParameter(4, filter.review() == null ? null : filter.review().name())
        .setParameter(5, resourceId)
        .setParameter(6, filter.status() == null ? null : filter.status().name());
  }
}
