package org.govshare.catalog.resource;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** 信息资源: one version of a resource. A published version never changes its contents again. */
@Entity
@Table(name = "information_resource")
public class InformationResource {

  @Id private UUID id;
  private UUID seriesId;
  private int version;
  private String identifier;
  private String name;
  private String summary;
  private String departmentCode;
  private String categoryCode;

  @Enumerated(EnumType.STRING)
  private ResourceFormat format;

  @Enumerated(EnumType.STRING)
  private DataStructure dataStructure;

  @Enumerated(EnumType.STRING)
  private SharingType sharingType;

  @Enumerated(EnumType.STRING)
  private OpenType openType;

  @Enumerated(EnumType.STRING)
  private UpdateFrequency updateFrequency;

  @Enumerated(EnumType.STRING)
  private SharingMethod sharingMethod;

  private String sourceSchema;
  private String sourceTable;
  private String formatType;
  private String openCondition;
  private String[] keywords;
  private String[] relatedResources;
  private UUID officeId;
  private UUID functionId;
  private UUID matterId;
  private UUID systemId;
  private UUID campaignId;
  @Embedded private Contact contact;
  @Embedded private Census census;
  private String classification;
  private String proposedIdentifier;
  private UUID batchId;
  private long rowCount;
  private int itemCount;

  @Enumerated(EnumType.STRING)
  private ResourceState state;

  private String authoredBy;
  private String editedBy;
  private String reviewedBy;
  private Instant createdAt;
  private Instant updatedAt;
  private Instant publishedAt;
  private Instant dataUpdatedAt;
  @Version private long revision;

  /** For the persistence provider. */
  protected InformationResource() {}

  /** A first draft. */
  InformationResource(String departmentCode, String author, Instant now) {
    this.id = UUID.randomUUID();
    this.seriesId = id;
    this.version = 1;
    this.departmentCode = departmentCode;
    this.authoredBy = author;
    this.createdAt = now;
    this.state = ResourceState.DRAFT;
  }

  /** The draft of the next version, with the contents of this one. */
  public InformationResource nextVersion(int number, String author, Instant now) {
    InformationResource next = new InformationResource(departmentCode, author, now);
    next.seriesId = seriesId;
    next.version = number;
    next.name = name;
    next.summary = summary;
    next.categoryCode = categoryCode;
    next.format = format;
    next.dataStructure = dataStructure;
    next.sharingType = sharingType;
    next.openType = openType;
    next.updateFrequency = updateFrequency;
    next.sharingMethod = sharingMethod;
    next.sourceSchema = sourceSchema;
    next.sourceTable = sourceTable;
    next.formatType = formatType;
    next.openCondition = openCondition;
    next.keywords = keywords;
    next.relatedResources = relatedResources;
    next.officeId = officeId;
    next.functionId = functionId;
    next.matterId = matterId;
    next.systemId = systemId;
    next.campaignId = campaignId;
    next.contact = contact;
    next.census = census;
    next.classification = classification;
    next.proposedIdentifier = proposedIdentifier;
    next.dataUpdatedAt = dataUpdatedAt;
    next.rowCount = rowCount;
    next.itemCount = itemCount;
    next.editedBy = author;
    next.updatedAt = now;
    return next;
  }

  /** Takes over what an editor wrote. */
  void write(ResourceInput input, String editor, Instant now) {
    name = input.name().strip();
    summary = input.summary().strip();
    categoryCode = input.categoryCode();
    format = input.format();
    dataStructure = input.dataStructure();
    sharingType = input.effectiveSharing();
    openType = input.effectiveOpenType();
    updateFrequency = input.effectiveUpdateFrequency();
    sharingMethod = input.sharingMethod();
    sourceSchema = input.sourceSchema();
    sourceTable = input.sourceTable();
    formatType = input.formatType();
    openCondition = input.openCondition();
    keywords = input.keywords().toArray(String[]::new);
    relatedResources = input.relatedResources().toArray(String[]::new);
    officeId = input.officeId();
    functionId = input.functionId();
    matterId = input.matterId();
    systemId = input.systemId();
    campaignId = input.campaignId();
    contact = input.contact();
    census = input.census();
    classification = Classification.UNCLASSIFIED;
    proposedIdentifier = input.proposedIdentifier();
    rowCount = input.rowCount() == null ? 0 : input.rowCount();
    itemCount = input.items().size();
    editedBy = editor;
    updatedAt = now;
  }

  /** Remembers the import it came by. */
  void cameBy(UUID batch) {
    batchId = batch;
  }

  /** Becomes a later version of a resource that there is already. */
  void continues(UUID series, int number) {
    seriesId = series;
    version = number;
  }

  /** Moves to another state. */
  public void moveTo(ResourceState next, Instant now) {
    state = next;
    updatedAt = now;
  }

  /** Remembers who passed it in its department. */
  public void reviewedBy(String reviewer) {
    reviewedBy = reviewer;
  }

  /** Enters the catalogue under an identifier. */
  public void publishAs(String allotted, Instant now) {
    identifier = allotted;
    publishedAt = now;
    moveTo(ResourceState.PUBLISHED, now);
  }

  /** Identity of this version. */
  public UUID id() {
    return id;
  }

  /** What all versions share. */
  public UUID seriesId() {
    return seriesId;
  }

  /** Number of this version, from 1. */
  public int version() {
    return version;
  }

  /** Identifier of the series, {@code null} until this version is published. */
  public String identifier() {
    return identifier;
  }

  /** Name. */
  public String name() {
    return name;
  }

  /** What it is about. */
  public String summary() {
    return summary;
  }

  /** Department that provides it. */
  public String departmentCode() {
    return departmentCode;
  }

  /** Category it is filed under. */
  public String categoryCode() {
    return categoryCode;
  }

  /** 资源格式. */
  public ResourceFormat format() {
    return format;
  }

  /** 数据结构. */
  public DataStructure dataStructure() {
    return dataStructure;
  }

  /** Strictest sharing type of its items. */
  public SharingType sharingType() {
    return sharingType;
  }

  /** Strictest open type of its items. */
  public OpenType openType() {
    return openType;
  }

  /** 更新周期. */
  public UpdateFrequency updateFrequency() {
    return updateFrequency;
  }

  SharingMethod sharingMethod() {
    return sharingMethod;
  }

  /** Schema of the table it comes from, or {@code null}. */
  public String sourceSchema() {
    return sourceSchema;
  }

  /** Table it comes from, or {@code null}. */
  public String sourceTable() {
    return sourceTable;
  }

  /** Concrete format, or {@code null}. */
  public String formatType() {
    return formatType;
  }

  String openCondition() {
    return openCondition;
  }

  /** Keywords, none doubly. */
  public List<String> keywords() {
    return List.of(keywords);
  }

  /** Identifiers of the resources it is related to. */
  public List<String> relatedResources() {
    return List.of(relatedResources);
  }

  UUID officeId() {
    return officeId;
  }

  UUID functionId() {
    return functionId;
  }

  UUID matterId() {
    return matterId;
  }

  UUID systemId() {
    return systemId;
  }

  UUID campaignId() {
    return campaignId;
  }

  Contact contact() {
    return contact;
  }

  Census census() {
    return census;
  }

  String classification() {
    return classification;
  }

  /** Code that it had before it came here, or {@code null}. */
  public String proposedIdentifier() {
    return proposedIdentifier;
  }

  /** The import that brought it, or {@code null}. */
  public UUID batchId() {
    return batchId;
  }

  long rowCount() {
    return rowCount;
  }

  /** How many items it has. */
  public int itemCount() {
    return itemCount;
  }

  /** Where it stands. */
  public ResourceState state() {
    return state;
  }

  /** Who began it. */
  public String authoredBy() {
    return authoredBy;
  }

  /** Who wrote it last. */
  public String editedBy() {
    return editedBy;
  }

  /** Who passed it in its department, or {@code null}. */
  public String reviewedBy() {
    return reviewedBy;
  }

  Instant createdAt() {
    return createdAt;
  }

  /** When it was last changed. */
  public Instant updatedAt() {
    return updatedAt;
  }

  /** When it entered the catalogue, {@code null} until then. */
  public Instant publishedAt() {
    return publishedAt;
  }

  /** When its department last brought the data up to date, or {@code null}. */
  public Instant dataUpdatedAt() {
    return dataUpdatedAt;
  }

  /** Counts every change; a writer names the one it has seen. */
  public long revision() {
    return revision;
  }
}
