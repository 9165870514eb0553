package org.govshare.catalog.calendar;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A step that waits for somebody, and how long it may. */
@Entity
@Table(name = "deadline_clock")
public class DeadlineClock {

  /** Whether it runs. */
  public enum Run {
    /** It counts. */
    RUNNING,
    /** It does not count at present. */
    PAUSED,
    /** Its step was taken or fell away. */
    STOPPED
  }

  /** Working days before a fixed last day on which it is brought to mind. */
  private static final int REMIND_BEFORE_LAST_DAY = 5;

  @Id private UUID id;

  @Enumerated(EnumType.STRING)
  private Step step;

  private UUID objectId;
  private String title;
  private String link;
  private String role;
  private String department;
  private String sentBy;
  private String sentFrom;
  private String assignee;

  @Enumerated(EnumType.STRING)
  private LimitKind limitKind;

  private Integer workingDays;
  private boolean calendarKnown;

  @Enumerated(EnumType.STRING)
  private Run state;

  private Instant startedAt;
  private Instant dueAt;
  private Instant remindAt;
  private Integer remindBefore;
  private Instant pausedAt;
  private Integer daysLeft;
  private Instant stoppedAt;
  @Version private long revision;

  /** For the persistence provider. */
  protected DeadlineClock() {}

  DeadlineClock(WaitingStep waiting, TimeLimit limit, WorkingDays calendar, Instant now) {
    this.id = UUID.randomUUID();
    this.step = waiting.step();
    this.objectId = waiting.objectId();
    this.title = waiting.title();
    this.link = waiting.link();
    this.role = waiting.role();
    this.department = waiting.department();
    this.sentBy = waiting.sentBy();
    this.sentFrom = waiting.sentFrom();
    this.assignee = waiting.person();
    this.limitKind = waiting.limit();
    this.startedAt = now;
    this.state = Run.RUNNING;
    this.calendarKnown = true;
    if (limit != null) {
      this.workingDays = limit.workingDays();
      this.remindBefore = limit.remindBefore();
      due(calendar.deadline(now, limit.workingDays()), calendar);
    }
    if (waiting.lastDay() != null) {
      until(waiting.lastDay(), calendar);
    }
  }

  /** Moves a step without a limit to another last day. */
  void until(LocalDate lastDay, WorkingDays calendar) {
    remindBefore = REMIND_BEFORE_LAST_DAY;
    dueAt = WorkingDays.endOf(lastDay);
    remindAt = calendar.before(dueAt, remindBefore);
  }

  private void due(Instant deadline, WorkingDays calendar) {
    dueAt = deadline;
    remindAt = calendar.before(deadline, remindBefore);
    calendarKnown = calendar.knows(startedAt, deadline);
  }

  /** Stops counting. What is overdue stays so: its deadline is kept. */
  void pause(WorkingDays calendar, Instant now) {
    if (state != Run.RUNNING) {
      return;
    }
    state = Run.PAUSED;
    pausedAt = now;
    // A last day that is fixed waits for nobody.
    daysLeft =
        workingDays == null || now.isAfter(dueAt) ? null : calendar.workingDaysBetween(now, dueAt);
  }

  /** Counts on: the working days that were left are counted from now. */
  void resume(WorkingDays calendar, Instant now) {
    if (state != Run.PAUSED) {
      return;
    }
    state = Run.RUNNING;
    pausedAt = null;
    if (daysLeft != null) {
      due(calendar.deadline(now, daysLeft), calendar);
      daysLeft = null;
    }
  }

  void stop(Instant now) {
    state = Run.STOPPED;
    stoppedAt = now;
  }

  /** Means it for one person, or for all holders of its role if {@code null}. */
  public void assign(String person) {
    assignee = person;
  }

  /** How it stands. */
  public ClockState stateAt(Instant now) {
    return switch (state) {
      case PAUSED -> ClockState.PAUSED;
      case STOPPED ->
          dueAt == null || !stoppedAt.isAfter(dueAt)
              ? ClockState.DONE_IN_TIME
              : ClockState.DONE_LATE;
      case RUNNING -> runningAt(now);
    };
  }

  private ClockState runningAt(Instant now) {
    if (dueAt == null || now.isBefore(remindAt)) {
      return ClockState.ON_TIME;
    }
    return now.isAfter(dueAt) ? ClockState.OVERDUE : ClockState.DUE_SOON;
  }

  /** How it is shown. */
  public ClockView view(Instant now) {
    return new ClockView(
        step,
        stateAt(now),
        startedAt,
        state == Run.PAUSED ? null : dueAt,
        workingDays,
        daysLeft,
        calendarKnown,
        stoppedAt);
  }

  /** Identity. */
  public UUID id() {
    return id;
  }

  /** What waits. */
  public Step step() {
    return step;
  }

  /** The thing it is a step of. */
  public UUID objectId() {
    return objectId;
  }

  /** What people call that thing. */
  public String title() {
    return title;
  }

  /** Where the portal shows it. */
  public String link() {
    return link;
  }

  /** Role whose holders may take the step. */
  public String role() {
    return role;
  }

  /** Their department, or {@code null}. */
  public String department() {
    return department;
  }

  /** Who sent it here, or {@code null}. */
  public String sentBy() {
    return sentBy;
  }

  /** That person's department, or {@code null}. */
  public String sentFrom() {
    return sentFrom;
  }

  /** The one it is meant for, or {@code null}. */
  public String assignee() {
    return assignee;
  }

  /** When it began. */
  public Instant startedAt() {
    return startedAt;
  }

  /** Its deadline, or {@code null}. */
  public Instant dueAt() {
    return dueAt;
  }

  /** Whether the step has been taken or fell away. */
  public boolean stopped() {
    return state == Run.STOPPED;
  }

  /** Number of its version. */
  public long revision() {
    return revision;
  }
}
