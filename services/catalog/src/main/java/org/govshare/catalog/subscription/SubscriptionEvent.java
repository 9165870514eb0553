package org.govshare.catalog.subscription;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.govshare.catalog.notification.NoticeKind;

/** Something that waits for its owner's next digest. */
@Entity
@Table(name = "subscription_event")
class SubscriptionEvent {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private String owner;

  @Enumerated(EnumType.STRING)
  private NoticeKind kind;

  private String name;
  private Instant dueAt;

  protected SubscriptionEvent() {}

  SubscriptionEvent(String owner, NoticeKind kind, String name, Instant dueAt) {
    this.owner = owner;
    this.kind = kind;
    this.name = name;
    this.dueAt = dueAt;
  }

  NoticeKind kind() {
    return kind;
  }

  /** Name of the resource. */
  String name() {
    return name;
  }
}
