package org.govshare.catalog.resource;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** 信息项: one item of a resource, shared by a rule of its own. */
@Entity
@Table(name = "data_item")
public class DataItem {

  @Id private UUID id;
  private UUID resourceId;
  private int position;
  private String name;
  private String fieldName;

  @Enumerated(EnumType.STRING)
  private DataType dataType;

  private Integer length;

  @Enumerated(EnumType.STRING)
  private SharingType sharingType;

  private String sharingCondition;
  private String legalBasis;

  @Enumerated(EnumType.STRING)
  private OpenType openType;

  @Enumerated(EnumType.STRING)
  private SharingMethod sharingMethod;

  private String openCondition;

  @Enumerated(EnumType.STRING)
  private UpdateFrequency updateFrequency;

  private String description;
  private UUID legalBasisId;
  private UUID dataElementId;
  private UUID codeTableId;

  /** For the persistence provider. */
  protected DataItem() {}

  /** An item as its editor wrote it. */
  DataItem(UUID resourceId, int position, ResourceInput resource, ItemInput input) {
    this.id = UUID.randomUUID();
    this.resourceId = resourceId;
    this.position = position;
    this.name = input.name().strip();
    this.fieldName = input.fieldName();
    this.dataType = input.dataType();
    this.length = input.length();
    this.sharingType = resource.sharingOf(input);
    this.sharingCondition = input.sharingCondition();
    this.legalBasis = input.legalBasis();
    this.openType = resource.openTypeOf(input);
    this.sharingMethod = resource.sharingMethodOf(input);
    this.openCondition = resource.openConditionOf(input);
    this.updateFrequency = resource.updateFrequencyOf(input);
    this.description = input.description();
    this.legalBasisId = input.legalBasisId();
    this.dataElementId = input.dataElementId();
    this.codeTableId = input.codeTableId();
  }

  /** The same item in another version of its resource. */
  DataItem(UUID resourceId, DataItem other) {
    this.id = UUID.randomUUID();
    this.resourceId = resourceId;
    this.position = other.position;
    this.name = other.name;
    this.fieldName = other.fieldName;
    this.dataType = other.dataType;
    this.length = other.length;
    this.sharingType = other.sharingType;
    this.sharingCondition = other.sharingCondition;
    this.legalBasis = other.legalBasis;
    this.openType = other.openType;
    this.sharingMethod = other.sharingMethod;
    this.openCondition = other.openCondition;
    this.updateFrequency = other.updateFrequency;
    this.description = other.description;
    this.legalBasisId = other.legalBasisId;
    this.dataElementId = other.dataElementId;
    this.codeTableId = other.codeTableId;
  }

  /** Identity. */
  public UUID id() {
    return id;
  }

  int position() {
    return position;
  }

  /** Version of the resource it belongs to. */
  public UUID resourceId() {
    return resourceId;
  }

  /** What it is called. */
  public String name() {
    return name;
  }

  /** Column it comes from, or {@code null}. */
  public String fieldName() {
    return fieldName;
  }

  /** What it says beside its name, or {@code null}. */
  public String description() {
    return description;
  }

  /** Kind of data. */
  public DataType dataType() {
    return dataType;
  }

  /** Length in characters or digits, or {@code null}. */
  public Integer length() {
    return length;
  }

  /** How it is handed over, {@code null} if nobody has said. */
  public SharingMethod sharingMethod() {
    return sharingMethod;
  }

  /** How it is shared. */
  public SharingType sharingType() {
    return sharingType;
  }

  /** 共享条件, or {@code null}. */
  public String sharingCondition() {
    return sharingCondition;
  }

  /** The policy its legal basis quotes, or {@code null}. */
  public UUID legalBasisId() {
    return legalBasisId;
  }

  /** The standard data element it follows, or {@code null}. */
  public UUID dataElementId() {
    return dataElementId;
  }

  /** The code table its values are from, or {@code null}. */
  public UUID codeTableId() {
    return codeTableId;
  }

  ItemView view() {
    return new ItemView(
        id,
        name,
        fieldName,
        dataType,
        length,
        sharingType,
        sharingCondition,
        legalBasis,
        openType,
        sharingMethod,
        openCondition,
        updateFrequency,
        description,
        legalBasisId,
        dataElementId,
        codeTableId);
  }

  /** How far it is open to the public. */
  public OpenType openType() {
    return openType;
  }
}
