package org.govshare.catalog.evaluation;

import static org.govshare.platform.identity.Roles.CATALOG_EDITOR;
import static org.govshare.platform.identity.Roles.CATALOG_PUBLISHER;
import static org.govshare.platform.identity.Roles.DEPARTMENT_REVIEWER;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.govshare.catalog.department.DepartmentRepository;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.problem.Conflict;
import org.govshare.platform.problem.InputChecks;
import org.govshare.platform.problem.NotFound;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;
import org.govshare.platform.version.ExpectedVersion;

/**
 * Evaluates departments. The authority computes and publishes; before that, each department sees
 * its own results and may say something to them.
 */
@Singleton
class EvaluationService {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private final EvaluationRepository evaluations;
  private final DepartmentRepository departments;
  private final Clock clock;

  EvaluationService(
      EvaluationRepository evaluations, DepartmentRepository departments, Clock clock) {
    this.evaluations = evaluations;
    this.departments = departments;
    this.clock = clock;
  }

  @WithSession
  Uni<Page<EvaluationView>> list(Caller caller, PageRequest page) {
    return evaluations
        .page(!seesUnpublished(caller), page)
        .map(found -> found.map(Evaluation::view));
  }

  @WithSession
  Uni<EvaluationView> read(Caller caller, UUID id) {
    return seen(caller, id).map(Evaluation::view);
  }

  @WithTransaction
  Uni<EvaluationView> create(Caller caller, EvaluationInput input) {
    caller.requireRole(CATALOG_PUBLISHER);
    input.check();
    Evaluation evaluation = new Evaluation(input, caller.name(), clock.instant());
    return evaluations
        .persistAndFlush(evaluation)
        .chain(() -> evaluations.keepWeights(evaluation.id(), input.weights()))
        .replaceWith(evaluation::view);
  }

  /** Finds everything as it is now; again, if it was computed before. */
  @WithTransaction
  Uni<EvaluationView> compute(Caller caller, UUID id, ExpectedVersion expected) {
    return toWrite(caller, id, expected)
        .invoke(evaluation -> evaluation.computed(clock.instant()))
        .call(
            evaluation ->
                evaluations.compute(
                    id,
                    evaluation.periodFrom().atStartOfDay(ZONE).toInstant(),
                    evaluation.periodTo().plusDays(1).atStartOfDay(ZONE).toInstant()))
        .call(evaluations::flush)
        .map(Evaluation::view);
  }

  @WithTransaction
  Uni<EvaluationView> publish(Caller caller, UUID id, ExpectedVersion expected) {
    return toWrite(caller, id, expected)
        .invoke(
            evaluation -> {
              if (evaluation.state() != EvaluationState.COMPUTED) {
                throw new Conflict("evaluation-not-computed");
              }
            })
        .invoke(evaluation -> evaluation.published(caller.name(), clock.instant()))
        .call(evaluations::flush)
        .map(Evaluation::view);
  }

  @WithTransaction
  Uni<Void> delete(Caller caller, UUID id, ExpectedVersion expected) {
    return toWrite(caller, id, expected).chain(evaluations::delete);
  }

  private Uni<Evaluation> toWrite(Caller caller, UUID id, ExpectedVersion expected) {
    caller.requireRole(CATALOG_PUBLISHER);
    return evaluations
        .locked(id)
        .invoke(evaluation -> expected.check(evaluation.revision()))
        .invoke(
            evaluation -> {
              if (evaluation.state() == EvaluationState.PUBLISHED) {
                throw new Conflict("evaluation-published");
              }
            });
  }

  /** Every department's results; until they are published, a department sees its own alone. */
  @WithSession
  Uni<List<DepartmentResult>> results(Caller caller, UUID id) {
    return seen(caller, id)
        .chain(
            evaluation ->
                ranking(id)
                    .map(
                        all ->
                            seesAll(caller, evaluation)
                                ? all
                                : all.stream()
                                    .filter(result -> caller.isOf(result.department().code()))
                                    .toList()));
  }

  private Uni<List<DepartmentResult>> ranking(UUID id) {
    return evaluations
        .weights(id)
        .chain(
            weights ->
                evaluations
                    .results(id)
                    .chain(
                        found ->
                            evaluations
                                .statements(id)
                                .chain(
                                    statements ->
                                        departments
                                            .byCode()
                                            .map(
                                                names ->
                                                    Ranking.of(
                                                        id, found, weights, names, statements)))));
  }

  @WithSession
  Uni<Page<Evidence>> evidence(
      Caller caller, UUID id, String department, Indicator indicator, PageRequest page) {
    new InputChecks().required("indicator", indicator).done();
    return seen(caller, id)
        .invoke(
            evaluation -> {
              // Titles of requests and objections are the department's own affair.
              if (!caller.hasRole(CATALOG_PUBLISHER)) {
                caller.requireRole(CATALOG_EDITOR, DEPARTMENT_REVIEWER);
                caller.requireDepartment(department);
              }
            })
        .chain(() -> evaluations.evidence(id, department, indicator, page));
  }

  /** What the caller's department says to its results so far. */
  @WithSession
  Uni<StatementView> statement(Caller caller, UUID id) {
    caller.requireRole(DEPARTMENT_REVIEWER, CATALOG_EDITOR);
    String department = caller.requireAnyDepartment();
    return seen(caller, id).chain(() -> evaluations.statement(id, department));
  }

  /** Takes down what the caller's department says to its results. */
  @WithTransaction
  Uni<StatementView> state(Caller caller, UUID id, ExpectedVersion expected, Statement statement) {
    caller.requireRole(DEPARTMENT_REVIEWER);
    String department = caller.requireAnyDepartment();
    statement.check();
    return departments
        .ofCaller(department)
        .chain(() -> evaluations.locked(id))
        .invoke(
            evaluation -> {
              if (evaluation.state() != EvaluationState.COMPUTED) {
                throw new Conflict("evaluation-not-open");
              }
            })
        .chain(() -> evaluations.statement(id, department))
        .invoke(before -> expected.check(before.revision()))
        .chain(
            () ->
                evaluations.state(
                    id, department, statement.statement().strip(), caller.name(), clock.instant()))
        .chain(() -> evaluations.statement(id, department));
  }

  private Uni<Evaluation> seen(Caller caller, UUID id) {
    return evaluations
        .existing(id)
        .invoke(
            evaluation -> {
              if (evaluation.state() != EvaluationState.PUBLISHED && !seesUnpublished(caller)) {
                throw new NotFound("evaluation-not-found", id);
              }
            });
  }

  private static boolean seesUnpublished(Caller caller) {
    return caller.hasRole(CATALOG_PUBLISHER, CATALOG_EDITOR, DEPARTMENT_REVIEWER);
  }

  private static boolean seesAll(Caller caller, Evaluation evaluation) {
    return evaluation.state() == EvaluationState.PUBLISHED || caller.hasRole(CATALOG_PUBLISHER);
  }
}
