package org.govshare.catalog.evaluation;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.govshare.platform.problem.NotFound;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;
import org.govshare.platform.reactive.paging.PagedQuery;
import org.hibernate.reactive.mutiny.Mutiny;

/** Queries on evaluations and what they found. */
@Singleton
class EvaluationRepository implements PanacheRepositoryBase<Evaluation, UUID> {

  private static final String RESULTS =
      "select department, indicator, part, whole from evaluation_result where evaluation_id = ?1";

  private static final String EVIDENCE =
      "from evaluation_evidence where evaluation_id = ?1 and department = ?2 and indicator = ?3";

  private static final String STATE =
      """
      insert into evaluation_statement (evaluation_id, department, statement, stated_by, stated_at)
      values (?1, ?2, ?3, ?4, ?5)
      on conflict (evaluation_id, department) do update
      set statement = excluded.statement, stated_by = excluded.stated_by,
        stated_at = excluded.stated_at, revision = evaluation_statement.revision + 1
      """;

  Uni<Evaluation> existing(UUID id) {
    return findById(id).onItem().ifNull().failWith(() -> new NotFound("evaluation-not-found", id));
  }

  Uni<Evaluation> locked(UUID id) {
    return findById(id, LockModeType.PESSIMISTIC_WRITE)
        .onItem()
        .ifNull()
        .failWith(() -> new NotFound("evaluation-not-found", id));
  }

  /** Evaluations, the latest period first. */
  Uni<Page<Evaluation>> page(boolean publishedOnly, PageRequest page) {
    String condition = publishedOnly ? "state = PUBLISHED" : "1 = 1";
    return count(condition)
        .chain(
            total ->
                find(condition + " order by periodTo desc, createdAt desc, id")
                    .range(page.offset(), page.offset() + page.size() - 1)
                    .list()
                    .map((List<Evaluation> found) -> Page.of(found, total, page)));
  }

  Uni<Void> keepWeights(UUID evaluation, Map<Indicator, Integer> weights) {
    return each(
        Arrays.asList(Indicator.values()),
        (session, indicator) ->
            session
                .createNativeQuery(
                    "insert into evaluation_weight (evaluation_id, indicator, weight)"
                        + " values (?1, ?2, ?3)")
                .setParameter(1, evaluation)
                .setParameter(2, indicator.name())
                .setParameter(3, weights.getOrDefault(indicator, indicator.weight()))
                .executeUpdate());
  }

  Uni<Map<Indicator, Integer>> weights(UUID evaluation) {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(
                        "select indicator, weight from evaluation_weight where evaluation_id = ?1",
                        Object[].class)
                    .setParameter(1, evaluation)
                    .getResultList())
        .map(
            rows -> {
              Map<Indicator, Integer> weights = new EnumMap<>(Indicator.class);
              rows.forEach(
                  row ->
                      weights.put(
                          Indicator.valueOf((String) row[0]), ((Number) row[1]).intValue()));
              return weights;
            });
  }

  /** Forgets what was found before and finds it anew. */
  Uni<Void> compute(UUID evaluation, Instant from, Instant until) {
    return each(
            List.of("evaluation_evidence", "evaluation_result"),
            (session, table) ->
                session
                    .createNativeQuery("delete from " + table + " where evaluation_id = ?1")
                    .setParameter(1, evaluation)
                    .executeUpdate())
        .chain(
            () ->
                each(
                    Arrays.asList(Indicator.values()),
                    (session, indicator) -> compute(session, indicator, evaluation, from, until)));
  }

  private static Uni<Integer> compute(
      Mutiny.Session session, Indicator indicator, UUID evaluation, Instant from, Instant until) {
    Mutiny.MutationQuery statement =
        session.createNativeQuery(indicator.statement()).setParameter(1, evaluation);
    if (indicator.periodic()) {
      statement.setParameter(2, from).setParameter(3, until);
    }
    return statement.executeUpdate();
  }

  /** One after another: a session does one thing at a time. */
  private static <T> Uni<Void> each(List<T> things, Step<T> step) {
    return Panache.getSession()
        .chain(
            session ->
                Multi.createFrom()
                    .iterable(things)
                    .onItem()
                    .transformToUniAndConcatenate(thing -> step.on(session, thing))
                    .collect()
                    .last())
        .replaceWithVoid();
  }

  private interface Step<T> {
    Uni<Integer> on(Mutiny.Session session, T thing);
  }

  Uni<List<Found>> results(UUID evaluation) {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(RESULTS, Object[].class)
                    .setParameter(1, evaluation)
                    .getResultList())
        .map(
            rows ->
                rows.stream()
                    .map(
                        row ->
                            new Found(
                                (String) row[0],
                                Indicator.valueOf((String) row[1]),
                                ((Number) row[2]).longValue(),
                                ((Number) row[3]).longValue()))
                    .toList());
  }

  Uni<Page<Evidence>> evidence(
      UUID evaluation, String department, Indicator indicator, PageRequest page) {
    return Panache.getSession()
        .chain(
            session ->
                PagedQuery.read(
                    evidenceOf(
                        session.createNativeQuery("select count(*) " + EVIDENCE, Long.class),
                        evaluation,
                        department,
                        indicator),
                    evidenceOf(
                        session.createNativeQuery(
                            "select object_kind, object_id, title " + EVIDENCE + " order by id",
                            Object[].class),
                        evaluation,
                        department,
                        indicator),
                    page))
        .map(
            rows ->
                rows.map(row -> new Evidence((String) row[0], (String) row[1], (String) row[2])));
  }

  private static <T> Mutiny.SelectionQuery<T> evidenceOf(
      Mutiny.SelectionQuery<T> query, UUID evaluation, String department, Indicator indicator) {
    return query
        .setParameter(1, evaluation)
        .setParameter(2, department)
        .setParameter(3, indicator.name());
  }

  Uni<Void> state(UUID evaluation, String department, String statement, String by, Instant now) {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(STATE)
                    .setParameter(1, evaluation)
                    .setParameter(2, department)
                    .setParameter(3, statement)
                    .setParameter(4, by)
                    .setParameter(5, now)
                    .executeUpdate())
        .replaceWithVoid();
  }

  /** What one department says. */
  Uni<StatementView> statement(UUID evaluation, String department) {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(
                        "select statement, revision from evaluation_statement"
                            + " where evaluation_id = ?1 and department = ?2",
                        Object[].class)
                    .setParameter(1, evaluation)
                    .setParameter(2, department)
                    .getSingleResultOrNull())
        .map(
            row ->
                row == null
                    ? StatementView.NONE
                    : new StatementView((String) row[0], ((Number) row[1]).longValue()));
  }

  /** What departments say, by their codes. */
  Uni<Map<String, String>> statements(UUID evaluation) {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(
                        "select department, statement from evaluation_statement"
                            + " where evaluation_id = ?1",
                        Object[].class)
                    .setParameter(1, evaluation)
                    .getResultList())
        .map(
            rows ->
                rows.stream()
                    .collect(Collectors.toMap(row -> (String) row[0], row -> (String) row[1])));
  }

  /** So many of so many things of a department were good. */
  record Found(String department, Indicator indicator, long part, long whole) {}
}
