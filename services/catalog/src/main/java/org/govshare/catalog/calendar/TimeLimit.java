package org.govshare.catalog.calendar;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/** How many working days a kind of step may take. */
@Entity
@Table(name = "time_limit")
class TimeLimit {

  @Id
  @Enumerated(EnumType.STRING)
  private LimitKind kind;

  private int workingDays;
  private int remindBefore;
  private String changedBy;
  private Instant changedAt;
  @Version private long revision;

  protected TimeLimit() {}

  void write(TimeLimitInput input, String by, Instant now) {
    workingDays = input.workingDays();
    remindBefore = input.remindBefore();
    changedBy = by;
    changedAt = now;
  }

  LimitKind kind() {
    return kind;
  }

  int workingDays() {
    return workingDays;
  }

  int remindBefore() {
    return remindBefore;
  }

  long revision() {
    return revision;
  }

  TimeLimitView view() {
    return new TimeLimitView(kind, workingDays, remindBefore, changedBy, changedAt, revision);
  }
}
