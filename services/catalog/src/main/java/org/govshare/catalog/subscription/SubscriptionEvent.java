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
import org.govshare.catalog.notification.NoticeLine;

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
  private String arguments;
  private String link;
  private Instant dueAt;

  protected SubscriptionEvent() {}

  SubscriptionEvent(String owner, String name, NoticeLine told, Instant dueAt) {
    this.owner = owner;
    this.kind = told.kind();
    this.name = name;
    this.arguments = told.arguments();
    this.link = told.link();
    this.dueAt = dueAt;
  }

  NoticeKind kind() {
    return kind;
  }

  NoticeLine line() {
    return new NoticeLine(kind, arguments, link);
  }

  /** Name of the resource. */
  String name() {
    return name;
  }
}
