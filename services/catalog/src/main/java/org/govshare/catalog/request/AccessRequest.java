package org.govshare.catalog.request;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.govshare.catalog.resource.InformationResource;
import org.govshare.catalog.resource.SharingMethod;
import org.govshare.catalog.resource.UpdateFrequency;

/** 申请资源: one department asks for items of another's resource. */
@Entity
@Table(name = "access_request")
class AccessRequest {

  @Id private UUID id;
  private UUID resourceId;
  private String providerDepartment;
  private String requesterDepartment;
  private String requestedBy;
  private String purpose;
  private String legalBasis;
  private String scenario;

  @Enumerated(EnumType.STRING)
  private UpdateFrequency frequency;

  @Enumerated(EnumType.STRING)
  private SharingMethod method;

  private LocalDate validUntil;

  @Enumerated(EnumType.STRING)
  private RequestState state;

  private String checkedBy;
  private Instant checkedAt;
  private String checkRemark;
  private String decidedBy;
  private Instant decidedAt;
  private String decisionRemark;
  private UUID grantId;
  private Instant createdAt;
  @Version private long revision;

  @ElementCollection(fetch = FetchType.EAGER)
  @CollectionTable(name = "access_request_item", joinColumns = @JoinColumn(name = "request_id"))
  @OrderColumn(name = "position")
  @Column(name = "item_id")
  private List<UUID> items = new ArrayList<>();

  protected AccessRequest() {}

  AccessRequest(
      RequestInput input,
      InformationResource resource,
      String requesterDepartment,
      String requestedBy,
      Instant now) {
    this.id = UUID.randomUUID();
    this.resourceId = resource.id();
    this.providerDepartment = resource.departmentCode();
    this.requesterDepartment = requesterDepartment;
    this.requestedBy = requestedBy;
    this.purpose = input.purpose().strip();
    this.legalBasis = input.legalBasis().strip();
    this.scenario = input.scenario();
    this.frequency = input.frequency();
    this.method = input.method();
    this.validUntil = input.validUntil();
    this.state = RequestState.SUBMITTED;
    this.createdAt = now;
    this.items.addAll(input.itemIds());
  }

  void checked(RequestState next, String by, String remark, Instant now) {
    state = next;
    checkedBy = by;
    checkRemark = remark;
    checkedAt = now;
  }

  void decided(RequestState next, String by, String remark, Instant now) {
    state = next;
    decidedBy = by;
    decisionRemark = remark;
    decidedAt = now;
  }

  void grantedAs(UUID grant) {
    grantId = grant;
  }

  UUID id() {
    return id;
  }

  UUID resourceId() {
    return resourceId;
  }

  String providerDepartment() {
    return providerDepartment;
  }

  String requesterDepartment() {
    return requesterDepartment;
  }

  String requestedBy() {
    return requestedBy;
  }

  String purpose() {
    return purpose;
  }

  String legalBasis() {
    return legalBasis;
  }

  String scenario() {
    return scenario;
  }

  UpdateFrequency frequency() {
    return frequency;
  }

  SharingMethod method() {
    return method;
  }

  LocalDate validUntil() {
    return validUntil;
  }

  RequestState state() {
    return state;
  }

  RequestView.Step check() {
    return checkedBy == null ? null : new RequestView.Step(checkedBy, checkedAt, checkRemark);
  }

  RequestView.Step decision() {
    return decidedBy == null ? null : new RequestView.Step(decidedBy, decidedAt, decisionRemark);
  }

  UUID grantId() {
    return grantId;
  }

  Instant createdAt() {
    return createdAt;
  }

  long revision() {
    return revision;
  }

  List<UUID> itemIds() {
    return List.copyOf(items);
  }
}
