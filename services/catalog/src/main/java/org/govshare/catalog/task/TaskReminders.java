package org.govshare.catalog.task;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.govshare.catalog.calendar.DeadlineClock;
import org.govshare.catalog.calendar.WorkingDays;
import org.govshare.catalog.department.DepartmentRepository;
import org.govshare.catalog.notification.Notice;
import org.govshare.catalog.notification.NoticeKind;
import org.govshare.catalog.notification.Notices;
import org.govshare.catalog.notification.Recipients;
import org.govshare.catalog.schedule.ScheduledWork;

/**
 * Brings steps to mind before, on and after the day they are due, each once for a deadline, and
 * tells those above what is overdue.
 */
@Singleton
class TaskReminders implements ScheduledWork {

  private static final int BATCH = 200;

  private final TaskRepository tasks;
  private final StandIns standIns;
  private final DepartmentRepository departments;
  private final Notices notices;
  private final Clock clock;

  TaskReminders(
      TaskRepository tasks,
      StandIns standIns,
      DepartmentRepository departments,
      Notices notices,
      Clock clock) {
    this.tasks = tasks;
    this.standIns = standIns;
    this.departments = departments;
    this.notices = notices;
    this.clock = clock;
  }

  @Override
  public Uni<Void> run() {
    return Multi.createFrom()
        .items(Reminder.values())
        .onItem()
        .transformToUniAndConcatenate(this::remindAll)
        .collect()
        .asList()
        .replaceWithVoid();
  }

  private Uni<Void> remindAll(Reminder reminder) {
    return Panache.withSession(() -> tasks.toRemind(reminder, clock.instant(), BATCH))
        .onItem()
        .transformToMulti(ids -> Multi.createFrom().iterable(ids))
        .onItem()
        .transformToUniAndConcatenate(id -> remind(id, reminder))
        .collect()
        .asList()
        .replaceWithVoid();
  }

  private Uni<Void> remind(UUID id, Reminder reminder) {
    return Panache.withTransaction(
        () ->
            tasks
                .locked(id)
                .chain(
                    task ->
                        task.stopped()
                            ? Uni.createFrom().voidItem()
                            : tasks
                                .remember(id, reminder, clock.instant())
                                .chain(
                                    first ->
                                        first
                                            ? tell(task, reminder)
                                            : Uni.createFrom().voidItem())));
  }

  private Uni<Void> tell(DeadlineClock task, Reminder reminder) {
    boolean overdue = reminder == Reminder.OVERDUE;
    return responsible(task)
        .chain(
            to ->
                notices.tell(
                    notice(
                        task,
                        overdue ? NoticeKind.STEP_OVERDUE : NoticeKind.STEP_DUE_SOON,
                        to,
                        "")))
        .chain(() -> overdue ? escalate(task) : Uni.createFrom().voidItem());
  }

  /** The one it is meant for, and who stands in for that one; else all who may take it. */
  private Uni<Recipients> responsible(DeadlineClock task) {
    if (task.assignee() == null) {
      return Uni.createFrom().item(holders(task.department(), task.role()));
    }
    return standIns.with(task.assignee());
  }

  private static Recipients holders(String department, String role) {
    return department == null ? Recipients.role(role) : Recipients.role(department, role);
  }

  /** Those above are told unless they are the ones who were told already. */
  private Uni<Void> escalate(DeadlineClock task) {
    String role = task.step().escalation();
    String department = task.step().escalationDepartment(task.department()).orElse(null);
    boolean toldAlready =
        task.assignee() == null && task.department() == null && role.equals(task.role());
    if (toldAlready) {
      return Uni.createFrom().voidItem();
    }
    return departments
        .byCode()
        .map(
            names ->
                names.containsKey(task.department())
                    ? names.get(task.department()).name()
                    : String.valueOf(task.assignee()))
        .chain(
            name ->
                notices.tell(
                    notice(task, NoticeKind.STEP_ESCALATED, holders(department, role), name)));
  }

  private static Notice notice(
      DeadlineClock task, NoticeKind kind, Recipients to, String department) {
    return new Notice(
        kind,
        to,
        Map.of(
            "title", task.title(),
            "due", WorkingDays.dayOf(task.dueAt()).toString(),
            "department", department),
        task.link());
  }
}
