package org.govshare.exchange.dispatch;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.govshare.exchange.run.RunCause;

/** A run that is to be started. */
@Entity
@Table(name = "firing")
class Firing {

  @Id private UUID id;
  private UUID serviceId;

  @Enumerated(EnumType.STRING)
  private RunCause cause;

  private Instant scheduledFor;
  private Instant notBefore;
  private int priority;
  private int attempt;

  @Enumerated(EnumType.STRING)
  private FiringState state;

  private UUID claim;
  private Instant claimedUntil;
  private UUID runId;
  private String reason;
  private Instant changedAt;

  /** For the persistence provider. */
  protected Firing() {}

  void claim(UUID by, Instant until, Instant at) {
    state = FiringState.STARTING;
    claim = by;
    claimedUntil = until;
    changedAt = at;
  }

  boolean claimedBy(UUID by) {
    return state == FiringState.STARTING && by.equals(claim);
  }

  void started(UUID run, Instant at) {
    state = FiringState.STARTED;
    runId = run;
    release(at);
  }

  void waitUntil(Instant moment, String why, Instant at) {
    state = FiringState.WAITING;
    notBefore = moment;
    reason = why;
    release(at);
  }

  void drop(String why, Instant at) {
    state = FiringState.DROPPED;
    reason = why;
    release(at);
  }

  private void release(Instant at) {
    claim = null;
    claimedUntil = null;
    changedAt = at;
  }

  UUID id() {
    return id;
  }

  UUID serviceId() {
    return serviceId;
  }

  RunCause cause() {
    return cause;
  }

  int attempt() {
    return attempt;
  }

  FiringView view() {
    return new FiringView(
        id, cause, scheduledFor, notBefore, priority, attempt, state, runId, reason, changedAt);
  }
}
