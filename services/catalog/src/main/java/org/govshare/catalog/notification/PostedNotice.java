package org.govshare.catalog.notification;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A notice as it was posted. */
@Entity
@Table(name = "notice")
class PostedNotice {

  @Id private UUID id;

  @Enumerated(EnumType.STRING)
  private NoticeKind kind;

  private String arguments;
  private String link;
  private Instant at;

  protected PostedNotice() {}

  PostedNotice(NoticeKind kind, String arguments, String link, Instant at) {
    this.id = UUID.randomUUID();
    this.kind = kind;
    this.arguments = arguments;
    this.link = link;
    this.at = at;
  }

  UUID id() {
    return id;
  }

  NoticeKind kind() {
    return kind;
  }

  /** JSON object of texts. */
  String arguments() {
    return arguments;
  }

  String link() {
    return link;
  }

  Instant at() {
    return at;
  }
}
