package org.govshare.catalog.identifier.reservation;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** A range of numbers under one prefix, held back for a department until it is released. */
@Entity
@Table(name = "identifier_reservation")
class Reservation {

  @Id private UUID id;
  private String prefix;
  private int firstNumber;
  private int lastNumber;
  private String departmentCode;
  private String reason;
  private String reservedBy;
  private Instant reservedAt;
  private String releasedBy;
  private Instant releasedAt;
  @Version private long revision;

  protected Reservation() {}

  Reservation(ReservationInput input, String by, Instant now) {
    this.id = UUID.randomUUID();
    this.prefix = input.prefix();
    this.firstNumber = input.firstNumber();
    this.lastNumber = input.lastNumber();
    this.departmentCode = input.departmentCode();
    this.reason = input.reason().strip();
    this.reservedBy = by;
    this.reservedAt = now;
  }

  void release(String by, Instant now) {
    releasedBy = by;
    releasedAt = now;
  }

  String prefix() {
    return prefix;
  }

  int firstNumber() {
    return firstNumber;
  }

  boolean isReleased() {
    return releasedAt != null;
  }

  long revision() {
    return revision;
  }

  ReservationView view() {
    return new ReservationView(
        id,
        prefix,
        firstNumber,
        lastNumber,
        departmentCode,
        reason,
        reservedBy,
        reservedAt,
        releasedBy,
        releasedAt,
        revision);
  }
}
