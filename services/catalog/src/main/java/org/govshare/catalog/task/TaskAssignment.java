package org.govshare.catalog.task;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A step was handed to somebody, or back to all. Never changed. */
@Entity
@Table(name = "task_assignment")
class TaskAssignment {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private UUID clockId;
  private String fromPerson;
  private String toPerson;
  private String actor;
  private String remark;
  private Instant at;

  protected TaskAssignment() {}

  TaskAssignment(UUID clockId, String from, String to, String actor, String remark, Instant at) {
    this.clockId = clockId;
    this.fromPerson = from;
    this.toPerson = to;
    this.actor = actor;
    this.remark = remark;
    this.at = at;
  }

  TaskAssignmentView view() {
    return new TaskAssignmentView(fromPerson, toPerson, actor, remark, at);
  }
}
