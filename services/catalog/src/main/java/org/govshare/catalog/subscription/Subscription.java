package org.govshare.catalog.subscription;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** 资源订阅: a person wants to hear about resources. */
@Entity
@Table(name = "subscription")
class Subscription {

  @Id private UUID id;
  private String owner;
  private String department;

  @Enumerated(EnumType.STRING)
  private SubscriptionKind kind;

  private String target;

  @Enumerated(EnumType.STRING)
  private Delivery delivery;

  private Instant createdAt;
  @Version private long revision;

  protected Subscription() {}

  Subscription(
      String owner,
      String department,
      SubscriptionKind kind,
      String target,
      Delivery delivery,
      Instant now) {
    this.id = UUID.randomUUID();
    this.owner = owner;
    this.department = department;
    this.kind = kind;
    this.target = target;
    this.delivery = delivery;
    this.createdAt = now;
  }

  void deliver(Delivery other) {
    delivery = other;
  }

  UUID id() {
    return id;
  }

  String owner() {
    return owner;
  }

  SubscriptionKind kind() {
    return kind;
  }

  /** Series of a resource, code of a department or category, or the words of a query. */
  String target() {
    return target;
  }

  Delivery delivery() {
    return delivery;
  }

  Instant createdAt() {
    return createdAt;
  }

  long revision() {
    return revision;
  }
}
