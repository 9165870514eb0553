package org.govshare.catalog.task;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.govshare.catalog.calendar.DeadlineClock;
import org.govshare.catalog.calendar.Step;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.problem.NotFound;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;
import org.hibernate.reactive.mutiny.Mutiny;

/** Queries on steps that wait. */
@Singleton
class TaskRepository implements PanacheRepositoryBase<DeadlineClock, UUID> {

  // A reminder that is there already was sent by an earlier run.
  private static final String REMEMBER =
      """
      insert into clock_reminder (clock_id, kind, due_at, sent_at)
      select id, ?2, due_at, ?3 from deadline_clock where id = ?1
      on conflict do nothing
      """;

  private static final String DUE =
      """
      select c.id from deadline_clock c
      where c.state = 'RUNNING' and c.due_at is not null and %s
        and not exists (
            select 1 from clock_reminder r
            where r.clock_id = c.id and r.kind = ?2 and r.due_at = c.due_at)
      order by c.due_at
      """;

  private static final String OPEN_OF =
      "assignee = ?1 and state <> ?2 and role in ?3 and (department is null or department = ?4)";

  Uni<Page<DeadlineClock>> page(TaskScope scope, PageRequest page) {
    return count(scope.condition(), scope.parameters())
        .chain(
            total ->
                find(
                        scope.condition() + " order by dueAt nulls last, startedAt, id",
                        scope.parameters())
                    .range(page.offset(), page.offset() + page.size() - 1)
                    .list()
                    .map((List<DeadlineClock> found) -> Page.of(found, total, page)));
  }

  Uni<Map<Step, Long>> counts(TaskScope scope) {
    return Panache.getSession()
        .chain(
            session -> {
              Mutiny.SelectionQuery<Object[]> query =
                  session.createQuery(
                      "select step, count(*) from DeadlineClock where "
                          + scope.condition()
                          + " group by step",
                      Object[].class);
              for (int i = 0; i < scope.parameters().length; i++) {
                query.setParameter(i + 1, scope.parameters()[i]);
              }
              return query.getResultList();
            })
        .map(
            rows -> {
              Map<Step, Long> counts = new EnumMap<>(Step.class);
              rows.forEach(row -> counts.put((Step) row[0], (Long) row[1]));
              return counts;
            });
  }

  Uni<DeadlineClock> existing(UUID id) {
    return findById(id).onItem().ifNull().failWith(() -> new NotFound("task-not-found", id));
  }

  Uni<DeadlineClock> locked(UUID id) {
    return findById(id, LockModeType.PESSIMISTIC_WRITE)
        .onItem()
        .ifNull()
        .failWith(() -> new NotFound("task-not-found", id));
  }

  /** Several at once, always in the same order, so that two callers do not wait for each other. */
  Uni<List<DeadlineClock>> locked(Collection<UUID> ids) {
    return ids.isEmpty()
        ? Uni.createFrom().item(List.of())
        : find("id in ?1 order by id", ids).withLock(LockModeType.PESSIMISTIC_WRITE).list();
  }

  /**
   * What is meant for a person and not done, paused or not, the first due first; of it, what the
   * caller's roles may take.
   */
  Uni<Page<DeadlineClock>> openOf(Caller caller, String person, int limit) {
    Object[] parameters = {
      person, DeadlineClock.Run.STOPPED, caller.roles(), caller.department().orElse("")
    };
    return count(OPEN_OF, parameters)
        .chain(
            total ->
                find(OPEN_OF + " order by dueAt nulls last, startedAt, id", parameters)
                    .range(0, limit - 1)
                    .list()
                    .map((List<DeadlineClock> found) -> new Page<>(found, total, 0, limit)));
  }

  /** Steps of which nobody was reminded in this way yet, the first due first. */
  Uni<List<UUID>> toRemind(Reminder reminder, Instant now, int limit) {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(DUE.formatted(reminder.condition()), UUID.class)
                    .setParameter(1, now.atOffset(ZoneOffset.UTC))
                    .setParameter(2, reminder.name())
                    .setMaxResults(limit)
                    .getResultList());
  }

  /** Notes a reminder; false if it was noted before. */
  Uni<Boolean> remember(UUID id, Reminder reminder, Instant now) {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(REMEMBER)
                    .setParameter(1, id)
                    .setParameter(2, reminder.name())
                    .setParameter(3, now.atOffset(ZoneOffset.UTC))
                    .executeUpdate())
        .map(written -> written == 1);
  }
}
