package org.govshare.catalog.notification;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** One to whom a notice goes: a person, or whoever holds a role. */
@Entity
@Table(name = "notice_address")
class NoticeAddress {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private UUID noticeId;
  private String person;
  private String role;
  private String department;

  protected NoticeAddress() {}

  static NoticeAddress of(UUID noticeId, String person) {
    NoticeAddress address = new NoticeAddress();
    address.noticeId = noticeId;
    address.person = person;
    return address;
  }

  static NoticeAddress of(UUID noticeId, Recipients.Holder holder) {
    NoticeAddress address = new NoticeAddress();
    address.noticeId = noticeId;
    address.role = holder.role();
    address.department = holder.department();
    return address;
  }
}
