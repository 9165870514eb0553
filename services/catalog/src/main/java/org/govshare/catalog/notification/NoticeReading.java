package org.govshare.catalog.notification;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/** A person has read a notice. */
@Entity
@Table(name = "notice_reading")
@IdClass(NoticeReading.Key.class)
class NoticeReading {

  @Id private UUID noticeId;
  @Id private String person;
  private Instant readAt;

  protected NoticeReading() {}

  UUID noticeId() {
    return noticeId;
  }

  Instant readAt() {
    return readAt;
  }

  /** Which notice, which person. */
  static class Key {

    private UUID noticeId;
    private String person;

    protected Key() {}

    @Override
    public boolean equals(Object other) {
      return other instanceof Key that
          && Objects.equals(noticeId, that.noticeId)
          && Objects.equals(person, that.person);
    }

    @Override
    public int hashCode() {
      return Objects.hash(noticeId, person);
    }
  }
}
