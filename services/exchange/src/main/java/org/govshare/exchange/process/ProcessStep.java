package org.govshare.exchange.process;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** One service in a run of a process. */
@Entity
@Table(name = "process_step")
class ProcessStep {

  @Id private UUID id;
  private UUID processRunId;
  private UUID serviceId;

  @Enumerated(EnumType.STRING)
  private StepState state;

  private UUID runId;
  private String reason;
  private UUID claim;
  private Instant notBefore;
  private Instant startedAt;
  private Instant endedAt;

  /** For the persistence provider. */
  protected ProcessStep() {}

  ProcessStep(UUID processRunId, UUID serviceId, Instant at) {
    this.id = UUID.randomUUID();
    this.processRunId = processRunId;
    this.serviceId = serviceId;
    this.state = StepState.WAITING;
    this.notBefore = at;
  }

  void ready(Instant at) {
    state = StepState.READY;
    notBefore = at;
  }

  /** Nobody else takes it up before then. */
  void claim(UUID by, Instant until) {
    claim = by;
    notBefore = until;
  }

  boolean claimedBy(UUID by) {
    return state == StepState.READY && by.equals(claim);
  }

  void run(UUID run, Instant at) {
    state = StepState.RUNNING;
    runId = run;
    startedAt = at;
    reason = null;
  }

  void waitUntil(Instant moment, String why) {
    notBefore = moment;
    reason = why;
  }

  void end(StepState as, String why, Instant at) {
    state = as;
    reason = why;
    endedAt = at;
  }

  UUID id() {
    return id;
  }

  UUID processRunId() {
    return processRunId;
  }

  UUID serviceId() {
    return serviceId;
  }

  UUID runId() {
    return runId;
  }

  StepState state() {
    return state;
  }

  ProcessRunView.Step view() {
    return new ProcessRunView.Step(serviceId, state, runId, reason, startedAt, endedAt);
  }
}
