package org.govshare.catalog.proposal;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.govshare.catalog.proposal.schema.SourceTable;
import org.hibernate.annotations.ColumnTransformer;

/** A table put forward as an entry of the catalogue. */
@Entity
@Table(name = "table_proposal")
class TableProposal {

  @Id private UUID id;
  private String departmentCode;
  private UUID campaignId;

  @Enumerated(EnumType.STRING)
  private ProposalOrigin origin;

  private String node;
  private String dataSource;
  private String sourceSchema;
  private String sourceTable;
  private String name;
  private String summary;
  private long rowCount;

  // Cast by way of text: bound as jsonb itself, a text would become a JSON string.
  @ColumnTransformer(read = "cast(items as text)", write = "cast(cast(? as text) as jsonb)")
  private String items;

  @Enumerated(EnumType.STRING)
  private ProposalState state;

  private UUID resourceId;
  private String remark;
  private String createdBy;
  private Instant createdAt;
  private String decidedBy;
  private Instant decidedAt;
  @Version private long revision;

  protected TableProposal() {}

  /** Where a table lies and for what it is proposed. */
  record Source(
      ProposalOrigin origin,
      String department,
      UUID campaignId,
      String node,
      String dataSource,
      String schema,
      long rowCount) {}

  TableProposal(Source source, SourceTable table, String items, String author, Instant now) {
    this.id = UUID.randomUUID();
    this.departmentCode = source.department();
    this.campaignId = source.campaignId();
    this.origin = source.origin();
    this.node = source.node();
    this.dataSource = source.dataSource();
    this.sourceSchema = source.schema();
    this.sourceTable = table.name();
    this.name = Proposer.name(table);
    this.summary = Proposer.summary(table);
    this.rowCount = source.rowCount();
    this.items = items;
    this.state = ProposalState.OPEN;
    this.createdBy = author;
    this.createdAt = now;
  }

  void accept(UUID resource, String decider, Instant now) {
    resourceId = resource;
    decide(ProposalState.ACCEPTED, decider, now);
  }

  void dismiss(String reason, String decider, Instant now) {
    remark = reason;
    decide(ProposalState.DISMISSED, decider, now);
  }

  private void decide(ProposalState decided, String decider, Instant now) {
    state = decided;
    decidedBy = decider;
    decidedAt = now;
  }

  UUID id() {
    return id;
  }

  String departmentCode() {
    return departmentCode;
  }

  UUID campaignId() {
    return campaignId;
  }

  ProposalOrigin origin() {
    return origin;
  }

  String node() {
    return node;
  }

  String dataSource() {
    return dataSource;
  }

  String sourceSchema() {
    return sourceSchema;
  }

  String sourceTable() {
    return sourceTable;
  }

  String name() {
    return name;
  }

  String summary() {
    return summary;
  }

  long rowCount() {
    return rowCount;
  }

  String items() {
    return items;
  }

  ProposalState state() {
    return state;
  }

  UUID resourceId() {
    return resourceId;
  }

  String remark() {
    return remark;
  }

  String createdBy() {
    return createdBy;
  }

  Instant createdAt() {
    return createdAt;
  }

  String decidedBy() {
    return decidedBy;
  }

  Instant decidedAt() {
    return decidedAt;
  }

  long revision() {
    return revision;
  }
}
