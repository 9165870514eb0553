package org.govshare.catalog.job;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** Long work that somebody ordered. Its progress is written beside this entity, by the runner. */
@Entity
@Table(name = "job")
class Job {

  @Id private UUID id;
  private String kind;

  @Enumerated(EnumType.STRING)
  private JobState state;

  private String owner;
  private String department;
  private String parameters;
  private String correlation;
  private String stage;
  private long done;
  private Long total;
  private String problem;
  private String problemArguments;
  private String result;
  private boolean cancelRequested;
  private Instant createdAt;
  private Instant startedAt;
  private Instant endedAt;

  protected Job() {}

  Job(
      String kind,
      String owner,
      String department,
      String parameters,
      String correlation,
      Instant now) {
    this.id = UUID.randomUUID();
    this.kind = kind;
    this.state = JobState.QUEUED;
    this.owner = owner;
    this.department = department;
    this.parameters = parameters;
    this.correlation = correlation;
    this.createdAt = now;
  }

  void cancel(Instant now) {
    if (state == JobState.QUEUED) {
      state = JobState.CANCELLED;
      endedAt = now;
    }
    cancelRequested = cancelRequested || state == JobState.RUNNING;
  }

  UUID id() {
    return id;
  }

  String owner() {
    return owner;
  }

  String problem() {
    return problem;
  }

  String problemArguments() {
    return problemArguments;
  }

  JobView view(String message) {
    return new JobView(
        id,
        kind,
        state,
        stage,
        done,
        total,
        message,
        problem,
        result,
        cancelRequested,
        createdAt,
        startedAt,
        endedAt);
  }
}
