package org.govshare.catalog.quality;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.govshare.catalog.department.DepartmentView;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;
import org.govshare.platform.reactive.paging.PagedQuery;
import org.hibernate.reactive.mutiny.Mutiny;

/** Queries on the scores. */
@Singleton
class QualityRepository {

  private static final String CHECKS_OF_ONE =
      """
      select code, weight, met from resource_quality_check
      where resource_id = ?1 order by weight * (1 - met) desc, position
      """;

  private static final String SCORES =
      """
      select resource.department_code, count(*), avg(quality.score)
      from resource_quality quality
      join information_resource resource on resource.id = quality.resource_id
      group by resource.department_code
      order by avg(quality.score) desc, resource.department_code
      """;

  private static final String GAINS =
      """
      select resource.department_code, gain.action, count(*), sum(gain.points)
      from resource_quality quality
      join information_resource resource on resource.id = quality.resource_id
      cross join lateral unnest(quality.unmet, quality.gains) as gain (action, points)
      group by resource.department_code, gain.action
      order by resource.department_code, sum(gain.points) desc, gain.action
      """;

  private static final int SHOWN_PLACES = 2;

  QualityRepository() {}

  /** How one resource stands now, whatever its state. */
  Uni<List<Check>> checksOf(UUID resource) {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(CHECKS_OF_ONE, Object[].class)
                    .setParameter(1, resource)
                    .getResultList())
        .map(
            rows ->
                rows.stream()
                    .map(
                        row ->
                            new Check(
                                Criterion.valueOf((String) row[0]),
                                ((Number) row[1]).intValue(),
                                (BigDecimal) row[2]))
                    .toList());
  }

  /** Every department with published resources, the best first. */
  Uni<List<DepartmentQuality>> departments(Map<String, DepartmentView> names) {
    return Panache.getSession()
        .chain(
            session ->
                refreshedAt(session)
                    .chain(
                        asOf ->
                            session
                                .createNativeQuery(SCORES, Object[].class)
                                .getResultList()
                                .chain(
                                    scores ->
                                        session
                                            .createNativeQuery(GAINS, Object[].class)
                                            .getResultList()
                                            .map(gains -> join(scores, gains, names, asOf)))));
  }

  private static List<DepartmentQuality> join(
      List<Object[]> scores,
      List<Object[]> gains,
      Map<String, DepartmentView> names,
      Instant asOf) {
    Map<String, List<Object[]>> gainsOf =
        gains.stream().collect(Collectors.groupingBy(row -> (String) row[0]));
    return scores.stream()
        .map(
            row -> {
              String code = (String) row[0];
              long resources = ((Number) row[1]).longValue();
              return new DepartmentQuality(
                  names.get(code),
                  resources,
                  shown((BigDecimal) row[2]),
                  gainsOf.getOrDefault(code, List.of()).stream()
                      .map(gain -> gain(code, resources, gain))
                      .toList(),
                  asOf);
            })
        .toList();
  }

  private static DepartmentQuality.DepartmentGain gain(
      String department, long resources, Object[] row) {
    String action = (String) row[1];
    return new DepartmentQuality.DepartmentGain(
        Criterion.valueOf(action),
        ((Number) row[2]).longValue(),
        ((BigDecimal) row[3])
            .divide(BigDecimal.valueOf(resources), SHOWN_PLACES, RoundingMode.HALF_UP),
        "/api/catalog/v1/quality/resources?department=" + department + "&unmet=" + action);
  }

  /** Published resources, the worst first. */
  Uni<Page<ResourceQuality>> resources(
      QualityQuery query, Map<String, DepartmentView> names, PageRequest page) {
    List<Object> parameters = new ArrayList<>();
    StringBuilder from =
        new StringBuilder(
            "from resource_quality quality"
                + " join information_resource resource on resource.id = quality.resource_id"
                + " where resource.state = 'PUBLISHED'");
    query
        .department()
        .ifPresent(code -> and(from, parameters, "resource.department_code = {}", code));
    query
        .unmet()
        .ifPresent(unmet -> and(from, parameters, "{} = any(quality.unmet)", unmet.name()));
    query.below().ifPresent(score -> and(from, parameters, "quality.score < {}", score));
    String columns =
        "select resource.id, resource.name, resource.department_code, quality.score,"
            + " array_to_string(quality.unmet, ','), array_to_string(quality.gains, ',') ";
    return Panache.getSession()
        .chain(
            session ->
                PagedQuery.read(
                        bind(
                            session.createNativeQuery("select count(*) " + from, Long.class),
                            parameters),
                        bind(
                            session.createNativeQuery(
                                columns + from + " order by quality.score, resource.id",
                                Object[].class),
                            parameters),
                        page)
                    .map(found -> found.map(row -> resource(row, names))));
  }

  private static void and(
      StringBuilder sql, List<Object> parameters, String condition, Object value) {
    parameters.add(value);
    sql.append(" and ").append(condition.replace("{}", "?" + parameters.size()));
  }

  private static <T> Mutiny.SelectionQuery<T> bind(
      Mutiny.SelectionQuery<T> query, List<Object> parameters) {
    for (int i = 0; i < parameters.size(); i++) {
      query.setParameter(i + 1, parameters.get(i));
    }
    return query;
  }

  private static ResourceQuality resource(Object[] row, Map<String, DepartmentView> names) {
    List<Gain> gains = new ArrayList<>();
    if (row[4] != null) {
      String[] unmet = ((String) row[4]).split(",");
      String[] points = ((String) row[5]).split(",");
      for (int i = 0; i < unmet.length; i++) {
        gains.add(new Gain(Criterion.valueOf(unmet[i]), shown(new BigDecimal(points[i]))));
      }
    }
    return new ResourceQuality(
        (UUID) row[0], (String) row[1], names.get((String) row[2]), (BigDecimal) row[3], gains);
  }

  /** Takes all scores anew; readers see the earlier ones until it is done. */
  Uni<Void> refresh(Instant now) {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery("refresh materialized view concurrently resource_quality")
                    .executeUpdate()
                    .chain(
                        () ->
                            session
                                .createNativeQuery("update quality_refresh set refreshed_at = ?1")
                                .setParameter(1, now)
                                .executeUpdate()))
        .replaceWithVoid();
  }

  /** When the scores were taken last. */
  Uni<Instant> refreshedAt() {
    return Panache.getSession().chain(QualityRepository::refreshedAt);
  }

  private static Uni<Instant> refreshedAt(Mutiny.Session session) {
    return session
        .createNativeQuery("select refreshed_at from quality_refresh", Instant.class)
        .getSingleResult();
  }

  static BigDecimal shown(BigDecimal points) {
    return points.setScale(SHOWN_PLACES, RoundingMode.HALF_UP);
  }

  /**
   * How far one criterion is met.
   *
   * @param met from 0 to 1
   */
  record Check(Criterion criterion, int weight, BigDecimal met) {}
}
