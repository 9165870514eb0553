package org.govshare.catalog.task;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.govshare.catalog.calendar.DeadlineClock;
import org.govshare.catalog.notification.Notice;
import org.govshare.catalog.notification.NoticeKind;
import org.govshare.catalog.notification.Notices;
import org.govshare.catalog.notification.Recipients;
import org.govshare.catalog.person.PersonDirectory;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.problem.FieldError;
import org.govshare.platform.problem.Forbidden;
import org.govshare.platform.problem.InvalidInput;
import org.govshare.platform.problem.NotFound;
import org.govshare.platform.problem.Problem;
import org.govshare.platform.problem.ProblemTexts;
import org.govshare.platform.version.ExpectedVersion;

/**
 * Hands many tasks to one colleague in one transaction. Each is judged as if it were alone; those
 * that are refused stay where they are.
 */
@Singleton
class BulkHandOverService {

  /** Most titles in one notice. */
  private static final int NAMED = 3;

  private static final String SEPARATOR = "、";

  private final TaskRepository tasks;
  private final TaskAssignmentRepository assignments;
  private final HandOverRules rules;
  private final PersonDirectory people;
  private final Notices notices;
  private final ProblemTexts texts;

  BulkHandOverService(
      TaskRepository tasks,
      TaskAssignmentRepository assignments,
      HandOverRules rules,
      PersonDirectory people,
      Notices notices,
      ProblemTexts texts) {
    this.tasks = tasks;
    this.assignments = assignments;
    this.rules = rules;
    this.people = people;
    this.notices = notices;
    this.texts = texts;
  }

  @WithTransaction
  Uni<BulkHandOverResult> handOver(Caller caller, BulkHandOver input, Locale language) {
    caller.requireAnyDepartment();
    input.check();
    String to = input.to().strip();
    return toColleague(caller, to)
        .chain(() -> targets(caller, input, to))
        .chain(targets -> handOver(caller, input, to, targets, language));
  }

  private Uni<Void> toColleague(Caller caller, String to) {
    return people
        .find(to)
        .invoke(
            found -> {
              if (found.isEmpty() || !DelegationService.colleagues(caller, found.get())) {
                throw new InvalidInput("to", "no-colleague", to);
              }
            })
        .replaceWithVoid();
  }

  /**
   * The tasks meant.
   *
   * @param expected the versions seen, or {@code null} each
   * @param remaining how many more there are
   */
  private record Targets(Map<UUID, ExpectedVersion> expected, long remaining) {}

  private Uni<Targets> targets(Caller caller, BulkHandOver input, String to) {
    Map<UUID, ExpectedVersion> expected = new LinkedHashMap<>();
    if (input.tasks() != null) {
      input
          .tasks()
          .forEach(target -> expected.put(target.id(), new ExpectedVersion(target.revision())));
      return Uni.createFrom().item(new Targets(expected, 0));
    }
    String from = input.from() == null ? caller.name() : input.from().strip();
    if (from.equals(to)) {
      throw new InvalidInput("to", "no-colleague", to);
    }
    return rules
        .away(caller)
        .invoke(
            away -> {
              if (!from.equals(caller.name()) && !away.contains(from)) {
                throw new Forbidden("tasks-of-another", from);
              }
            })
        .chain(() -> tasks.openOf(caller, from, BulkHandOver.LIMIT))
        .map(
            page -> {
              page.items().forEach(task -> expected.put(task.id(), null));
              return new Targets(expected, page.total() - expected.size());
            });
  }

  private Uni<BulkHandOverResult> handOver(
      Caller caller, BulkHandOver input, String to, Targets targets, Locale language) {
    Map<UUID, Problem> refused = new HashMap<>();
    return tasks
        .locked(targets.expected().keySet())
        .chain(
            found -> {
              Map<UUID, DeadlineClock> known =
                  found.stream().collect(Collectors.toMap(DeadlineClock::id, Function.identity()));
              List<DeadlineClock> moving = open(caller, targets.expected(), known, refused);
              return rules
                  .against(caller, moving, to)
                  .invoke(refused::putAll)
                  .invoke(() -> moving.removeIf(task -> refused.containsKey(task.id())))
                  .chain(() -> move(caller, moving, to, input.remark()))
                  .map(
                      none ->
                          BulkHandOverResult.of(
                              to,
                              targets.remaining(),
                              targets.expected().keySet().stream()
                                  .map(id -> item(id, known.get(id), refused.get(id), language))
                                  .toList()));
            });
  }

  private static List<DeadlineClock> open(
      Caller caller,
      Map<UUID, ExpectedVersion> expected,
      Map<UUID, DeadlineClock> known,
      Map<UUID, Problem> refused) {
    List<DeadlineClock> open = new ArrayList<>();
    expected.forEach(
        (id, version) -> {
          try {
            DeadlineClock task = known.get(id);
            if (task == null) {
              throw new NotFound("task-not-found", id);
            }
            HandOverRules.open(caller, task);
            if (version != null) {
              version.check(task.revision());
            }
            open.add(task);
          } catch (Problem problem) {
            refused.put(id, problem);
          }
        });
    return open;
  }

  private Uni<Void> move(Caller caller, List<DeadlineClock> moving, String to, String remark) {
    Map<String, List<DeadlineClock>> byOwner =
        moving.stream()
            .collect(
                Collectors.groupingBy(
                    task -> task.assignee() == null ? caller.name() : task.assignee(),
                    TreeMap::new,
                    Collectors.toList()));
    return Multi.createFrom()
        .iterable(moving)
        .onItem()
        .transformToUniAndConcatenate(task -> assignments.assign(caller, task, to, remark))
        .collect()
        .asList()
        .chain(tasks::flush)
        .chain(() -> tell(NoticeKind.TASKS_HANDED_OVER, to, caller, to, moving, remark))
        .chain(
            () ->
                Multi.createFrom()
                    .iterable(byOwner.entrySet())
                    .filter(owner -> !owner.getKey().equals(to))
                    .onItem()
                    .transformToUniAndConcatenate(
                        owner ->
                            tell(
                                NoticeKind.TASKS_GIVEN_AWAY,
                                owner.getKey(),
                                caller,
                                to,
                                owner.getValue(),
                                remark))
                    .collect()
                    .asList())
        .replaceWithVoid();
  }

  private Uni<Void> tell(
      NoticeKind kind,
      String person,
      Caller caller,
      String to,
      List<DeadlineClock> moved,
      String remark) {
    if (moved.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    String titles =
        moved.stream()
            .limit(NAMED)
            .map(DeadlineClock::title)
            .collect(Collectors.joining(SEPARATOR, "", moved.size() > NAMED ? "…" : ""));
    return notices.tell(
        new Notice(
            kind,
            Recipients.person(person),
            Map.of(
                "from",
                caller.name(),
                "to",
                to,
                "count",
                String.valueOf(moved.size()),
                "titles",
                titles,
                "remark",
                remark == null ? "" : remark),
            person.equals(to) ? "/todo?assigned=me" : "/todo"));
  }

  private BulkHandOverResult.Item item(
      UUID id, DeadlineClock task, Problem problem, Locale language) {
    boolean unknown = problem instanceof NotFound;
    return new BulkHandOverResult.Item(
        id,
        unknown ? null : task.step(),
        unknown ? null : task.title(),
        problem == null,
        problem == null ? null : code(problem),
        problem == null ? null : reason(problem, language),
        unknown ? null : task.revision());
  }

  private static String code(Problem problem) {
    return problem.errors().isEmpty() ? problem.code() : problem.errors().get(0).reason();
  }

  private String reason(Problem problem, Locale language) {
    if (problem.errors().isEmpty()) {
      return texts.text(language, problem.code() + ".detail", problem.arguments());
    }
    FieldError error = problem.errors().get(0);
    return texts.text(language, "field." + error.reason(), error.arguments());
  }
}
