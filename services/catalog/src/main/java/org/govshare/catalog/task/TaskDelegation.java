package org.govshare.catalog.task;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** Who sees to somebody's tasks while they are away. */
@Entity
@Table(name = "task_delegation")
class TaskDelegation {

  @Id private UUID id;
  private String delegator;
  private String department;
  private String delegate;
  private LocalDate firstDay;
  private LocalDate lastDay;
  private String remark;
  private Instant createdAt;
  private Instant endedAt;
  @Version private long revision;

  protected TaskDelegation() {}

  TaskDelegation(DelegationInput input, String delegator, String department, Instant now) {
    this.id = UUID.randomUUID();
    this.delegator = delegator;
    this.department = department;
    this.delegate = input.delegate();
    this.firstDay = input.firstDay();
    this.lastDay = input.lastDay();
    this.remark = input.remark();
    this.createdAt = now;
  }

  void end(Instant now) {
    endedAt = now;
  }

  String delegator() {
    return delegator;
  }

  String delegate() {
    return delegate;
  }

  Instant endedAt() {
    return endedAt;
  }

  long revision() {
    return revision;
  }

  DelegationView view(LocalDate today) {
    return new DelegationView(
        id,
        delegator,
        department,
        delegate,
        firstDay,
        lastDay,
        remark,
        endedAt == null && !today.isBefore(firstDay) && !today.isAfter(lastDay),
        createdAt,
        endedAt,
        revision);
  }
}
