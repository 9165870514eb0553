package org.govshare.catalog.subscription;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.govshare.catalog.resource.InformationResource;

/** A provider said that the data behind a resource was updated. Never changed. */
@Entity
@Table(name = "data_update")
class DataUpdate {

  @Id private UUID id;
  private UUID resourceId;
  private UUID seriesId;
  private Instant updatedAt;
  private Long rowCount;
  private String note;
  private String reportedBy;
  private Instant reportedAt;

  protected DataUpdate() {}

  DataUpdate(InformationResource resource, DataUpdateInput input, String reportedBy, Instant now) {
    this.id = UUID.randomUUID();
    this.resourceId = resource.id();
    this.seriesId = resource.seriesId();
    this.updatedAt = input.updatedAt() == null ? now : input.updatedAt();
    this.rowCount = input.rowCount();
    this.note = input.note();
    this.reportedBy = reportedBy;
    this.reportedAt = now;
  }

  Instant updatedAt() {
    return updatedAt;
  }

  DataUpdateView view() {
    return new DataUpdateView(id, resourceId, updatedAt, rowCount, note, reportedBy, reportedAt);
  }
}
