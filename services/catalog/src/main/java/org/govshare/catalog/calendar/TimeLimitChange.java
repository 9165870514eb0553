package org.govshare.catalog.calendar;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** What a time limit was changed to, by whom and why. Never changed. */
@Entity
@Table(name = "time_limit_change")
class TimeLimitChange {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Enumerated(EnumType.STRING)
  private LimitKind kind;

  private int workingDays;
  private int remindBefore;
  private String reason;
  private String changedBy;
  private Instant changedAt;

  protected TimeLimitChange() {}

  TimeLimitChange(LimitKind kind, TimeLimitInput input, String by, Instant now) {
    this.kind = kind;
    this.workingDays = input.workingDays();
    this.remindBefore = input.remindBefore();
    this.reason = input.reason().strip();
    this.changedBy = by;
    this.changedAt = now;
  }

  TimeLimitChangeView view() {
    return new TimeLimitChangeView(kind, workingDays, remindBefore, reason, changedBy, changedAt);
  }
}
