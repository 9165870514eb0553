package org.govshare.catalog.campaign;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** 目录编制. */
@Entity
@Table(name = "campaign")
public class Campaign {

  @Id private UUID id;
  private String name;
  private String categoryCode;
  private String leadDepartment;
  private String description;
  private String createdBy;
  private Instant createdAt;

  // Set by every change, so that a change of batches or participants alone counts as one too.
  private Instant updatedAt;

  private String closedBy;
  private Instant closedAt;
  @Version private long revision;

  /** For the persistence provider. */
  protected Campaign() {}

  Campaign(CampaignInput input, String author, Instant now) {
    this.id = UUID.randomUUID();
    this.createdBy = author;
    this.createdAt = now;
    write(input, now);
  }

  final void write(CampaignInput input, Instant now) {
    name = input.name().strip();
    categoryCode = input.categoryCode();
    leadDepartment = input.leadDepartment();
    description = input.description();
    updatedAt = now;
  }

  void close(String closer, Instant now) {
    closedBy = closer;
    closedAt = now;
  }

  /** Identity. */
  public UUID id() {
    return id;
  }

  /** Name. */
  public String name() {
    return name;
  }

  String categoryCode() {
    return categoryCode;
  }

  /** Code of the 牵头部门. */
  public String leadDepartment() {
    return leadDepartment;
  }

  String description() {
    return description;
  }

  String createdBy() {
    return createdBy;
  }

  Instant createdAt() {
    return createdAt;
  }

  Instant closedAt() {
    return closedAt;
  }

  /** Whether work on it has ended. */
  public boolean closed() {
    return closedAt != null;
  }

  long revision() {
    return revision;
  }
}
