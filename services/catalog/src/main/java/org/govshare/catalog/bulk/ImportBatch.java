package org.govshare.catalog.bulk;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.govshare.catalog.job.JobView;

/** A workbook that somebody sent in, and what became of it. Its counts are written by its jobs. */
@Entity
@Table(name = "import_batch")
class ImportBatch {

  @Id private UUID id;
  private String fileName;
  private long fileSize;
  private String owner;
  private String department;

  @Enumerated(EnumType.STRING)
  private ImportState state;

  private UUID jobId;
  private String sheet;
  private int resources;
  private long items;
  private int good;
  private int faulty;
  private long faults;

  @Enumerated(EnumType.STRING)
  private ImportMode mode;

  @Enumerated(EnumType.STRING)
  private ImportTarget target;

  private String approval;
  private UUID campaignId;
  private boolean everywhere;
  private boolean fileKept;
  private int created;
  private int updated;
  private int unchanged;
  private int refused;
  private int removed;
  private int kept;
  private Instant createdAt;
  private Instant updatedAt;
  @Version private long revision;

  protected ImportBatch() {}

  void commit(CommitOrder order, UUID job, Instant now) {
    mode = order.mode();
    target = order.as();
    approval = order.approval();
    campaignId = order.campaignId();
    begin(ImportState.COMMITTING, job, now);
  }

  void undo(UUID job, Instant now) {
    begin(ImportState.UNDOING, job, now);
  }

  private void begin(ImportState next, UUID job, Instant now) {
    state = next;
    jobId = job;
    updatedAt = now;
  }

  UUID id() {
    return id;
  }

  String owner() {
    return owner;
  }

  String department() {
    return department;
  }

  String fileName() {
    return fileName;
  }

  ImportState state() {
    return state;
  }

  UUID jobId() {
    return jobId;
  }

  int faulty() {
    return faulty;
  }

  long faults() {
    return faults;
  }

  int good() {
    return good;
  }

  ImportMode mode() {
    return mode;
  }

  ImportTarget target() {
    return target;
  }

  UUID campaignId() {
    return campaignId;
  }

  /** Whether resources of all departments may be in it. */
  boolean everywhere() {
    return everywhere;
  }

  String approval() {
    return approval;
  }

  boolean fileKept() {
    return fileKept;
  }

  String sheet() {
    return sheet;
  }

  long revision() {
    return revision;
  }

  ImportView view(JobView job, List<FaultCount> faultCounts) {
    return new ImportView(
        id,
        fileName,
        fileSize,
        owner,
        department,
        state,
        sheet,
        new ImportView.Counts(
            resources, items, good, faulty, faults, created, updated, unchanged, refused, removed,
            kept),
        faultCounts,
        mode,
        target,
        approval,
        campaignId,
        fileKept,
        createdAt,
        updatedAt,
        job,
        revision);
  }
}
