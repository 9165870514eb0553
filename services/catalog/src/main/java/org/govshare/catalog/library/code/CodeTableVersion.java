package org.govshare.catalog.library.code;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A version of a code table. Its codes never change; only its last day is set by the next. */
@Entity
@Table(name = "code_table_version")
class CodeTableVersion {

  @Id private UUID id;
  private UUID codeTableId;
  private int number;
  private String label;
  private LocalDate validFrom;
  private LocalDate validUntil;
  private int codeCount;
  private String createdBy;
  private Instant createdAt;

  protected CodeTableVersion() {}

  CodeTableVersion(UUID table, int number, VersionInput input, String author, Instant now) {
    this.id = UUID.randomUUID();
    this.codeTableId = table;
    this.number = number;
    this.label = input.label().strip();
    this.validFrom = input.validFrom();
    this.codeCount = input.codes().size();
    this.createdBy = author;
    this.createdAt = now;
  }

  UUID id() {
    return id;
  }

  int number() {
    return number;
  }

  LocalDate validFrom() {
    return validFrom;
  }

  /** Ends on the day before its successor begins. */
  void endBefore(CodeTableVersion successor) {
    validUntil = successor.validFrom.minusDays(1);
  }

  VersionView view() {
    return new VersionView(number, label, validFrom, validUntil, codeCount, createdBy, createdAt);
  }
}
