package org.govshare.catalog.task;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.govshare.catalog.calendar.DeadlineClock;
import org.govshare.catalog.calendar.Step;
import org.govshare.catalog.calendar.WorkingDays;
import org.govshare.catalog.person.Person;
import org.govshare.catalog.person.PersonDirectory;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.problem.Conflict;
import org.govshare.platform.problem.Forbidden;
import org.govshare.platform.problem.InvalidInput;
import org.govshare.platform.problem.NotFound;
import org.govshare.platform.problem.Problem;

/** Who may hand which task to whom; the same for one task and for many. */
@Singleton
class HandOverRules {

  private final DelegationRepository delegations;
  private final PersonDirectory people;
  private final List<FourEyes> fourEyes;
  private final Clock clock;

  HandOverRules(
      DelegationRepository delegations,
      PersonDirectory people,
      @All List<FourEyes> fourEyes,
      Clock clock) {
    this.delegations = delegations;
    this.people = people;
    this.fourEyes = fourEyes;
    this.clock = clock;
  }

  /** Refuses what the caller may not see, and what is done. */
  static void open(Caller caller, DeadlineClock task) {
    if (!TaskScope.covers(caller, task)) {
      throw new NotFound("task-not-found", task.id());
    }
    if (task.stopped()) {
      throw new Conflict("task-done");
    }
  }

  /** Who named the caller for today. */
  Uni<Set<String>> away(Caller caller) {
    return delegations.awayFor(caller.name(), WorkingDays.dayOf(clock.instant())).map(HashSet::new);
  }

  /** Refuses a task that is meant for somebody else, unless the caller stands in for them. */
  static void ownOrStoodInFor(Caller caller, DeadlineClock task, Set<String> away) {
    String assignee = task.assignee();
    if (assignee != null && !assignee.equals(caller.name()) && !away.contains(assignee)) {
      throw new Forbidden("task-of-another", assignee);
    }
  }

  /**
   * What stands against putting tasks into somebody's hands.
   *
   * @param tasks open ones that the caller sees
   * @param to user name; who takes a task for themselves needs nobody's leave
   * @return the reason for each task that must stay where it is
   */
  Uni<Map<UUID, Problem>> against(Caller caller, Collection<DeadlineClock> tasks, String to) {
    Map<UUID, Problem> against = new HashMap<>();
    boolean takes = to.equals(caller.name());
    return Uni.combine()
        .all()
        .unis(takes ? Uni.createFrom().item(Set.<String>of()) : away(caller), people.find(to))
        .usingConcurrencyOf(1)
        .asTuple()
        .invoke(
            known -> {
              for (DeadlineClock task : tasks) {
                if (!takes) {
                  refused(against, caller, task, to, known.getItem1(), known.getItem2());
                }
              }
            })
        .chain(() -> ownWork(tasks, to))
        .map(
            own -> {
              own.forEach(id -> against.putIfAbsent(id, new Forbidden("own-work-of", to)));
              return against;
            });
  }

  private static void refused(
      Map<UUID, Problem> against,
      Caller caller,
      DeadlineClock task,
      String to,
      Set<String> away,
      Optional<Person> colleague) {
    try {
      ownOrStoodInFor(caller, task, away);
      boolean may =
          colleague.isPresent()
              && colleague.get().department().equals(caller.department())
              && colleague.get().roles().contains(task.role());
      if (!may) {
        throw new InvalidInput("to", "no-colleague-with-role", to, task.role());
      }
    } catch (Problem problem) {
      against.put(task.id(), problem);
    }
  }

  private Uni<Set<UUID>> ownWork(Collection<DeadlineClock> tasks, String person) {
    Map<Step, List<DeadlineClock>> byStep =
        tasks.stream().collect(Collectors.groupingBy(DeadlineClock::step));
    return Multi.createFrom()
        .iterable(fourEyes)
        .flatMap(
            knowing ->
                Multi.createFrom()
                    .iterable(knowing.steps())
                    .filter(byStep::containsKey)
                    .map(step -> new Asked(knowing, step)))
        .onItem()
        .transformToUniAndConcatenate(
            asked -> {
              List<DeadlineClock> waiting = byStep.get(asked.step());
              return asked
                  .of()
                  .ownWork(
                      asked.step(), waiting.stream().map(DeadlineClock::objectId).toList(), person)
                  .map(
                      own ->
                          waiting.stream()
                              .filter(task -> own.contains(task.objectId()))
                              .map(DeadlineClock::id)
                              .toList());
            })
        .collect()
        .in(HashSet::new, Set::addAll);
  }

  private record Asked(FourEyes of, Step step) {}
}
