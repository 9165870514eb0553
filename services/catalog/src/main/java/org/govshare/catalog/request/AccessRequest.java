package org.govshare.catalog.request;

import jakarta.persistence.CollectionTable;
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
import java.util.Map;
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
  private String editedBy;
  private String purpose;
  private String legalBasis;
  private UUID legalBasisId;
  private String scenario;

  @Enumerated(EnumType.STRING)
  private UpdateFrequency frequency;

  @Enumerated(EnumType.STRING)
  private SharingMethod method;

  private LocalDate validUntil;
  private UUID renewsGrantId;

  @Enumerated(EnumType.STRING)
  private RequestState state;

  @Enumerated(EnumType.STRING)
  private RequestState backTo;

  private boolean mended;
  private boolean bound;
  private String checkedBy;
  private Instant checkedAt;
  private String checkRemark;
  private String decidedBy;
  private Instant decidedAt;
  private String decisionRemark;
  private String rowFilter;
  private String conditions;
  private UUID grantId;
  private Instant createdAt;
  private Instant editedAt;
  private Instant submittedAt;
  @Version private long revision;

  @ElementCollection(fetch = FetchType.EAGER)
  @CollectionTable(name = "access_request_item", joinColumns = @JoinColumn(name = "request_id"))
  @OrderColumn(name = "position")
  private List<RequestedItem> items = new ArrayList<>();

  protected AccessRequest() {}

  /** A draft. */
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
    this.state = RequestState.DRAFT;
    this.createdAt = now;
    write(input, requestedBy, now);
    input.itemIds().forEach(item -> items.add(new RequestedItem(item)));
  }

  /** Takes everything but the items, see {@link RequestRepository#replaceItems}. */
  final void write(RequestInput input, String by, Instant now) {
    editedBy = by;
    editedAt = now;
    purpose = stripped(input.purpose());
    legalBasis = stripped(input.legalBasis());
    legalBasisId = input.legalBasisId();
    scenario = input.scenario();
    frequency = input.frequency();
    method = input.method();
    validUntil = input.validUntil();
    mended = state == RequestState.RETURNED;
  }

  private static String stripped(String text) {
    return text == null ? null : text.strip();
  }

  void renews(UUID grant) {
    renewsGrantId = grant;
  }

  void submitted(Instant now) {
    submittedAt = now;
    mended = false;
  }

  void moveTo(RequestState next) {
    backTo = state;
    state = next;
  }

  void checked(String by, String remark, Instant now) {
    checkedBy = by;
    checkRemark = remark;
    checkedAt = now;
  }

  void decided(String by, String remark, Instant now) {
    decidedBy = by;
    decisionRemark = remark;
    decidedAt = now;
  }

  /** What was decided on each item: refused with a reason, or granted. */
  void itemsDecided(List<UUID> granted, Map<UUID, String> refused) {
    items.forEach(
        item -> {
          if (granted.contains(item.itemId())) {
            item.decided(ItemOutcome.GRANTED, null);
          } else {
            item.decided(ItemOutcome.REFUSED, refused.get(item.itemId()));
          }
        });
  }

  void grantedAs(UUID grant, String filter, String terms) {
    grantId = grant;
    rowFilter = filter;
    conditions = terms;
  }

  /** The state in which it ends undecided; what was granted before stays granted. */
  RequestState endedAs(RequestState otherwise) {
    return grantId == null ? otherwise : RequestState.PARTIALLY_GRANTED;
  }

  void bind() {
    bound = true;
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

  /** Whether somebody wrote any of it. */
  boolean writtenBy(String name) {
    return name.equals(requestedBy) || name.equals(editedBy);
  }

  String purpose() {
    return purpose;
  }

  String legalBasis() {
    return legalBasis;
  }

  UUID legalBasisId() {
    return legalBasisId;
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

  UUID renewsGrantId() {
    return renewsGrantId;
  }

  RequestState state() {
    return state;
  }

  /** The state it was in before. */
  RequestState backTo() {
    return backTo;
  }

  /** Whether it was changed since it was returned. */
  boolean mended() {
    return mended;
  }

  /** Whether the authority forbade the provider to refuse it again. */
  boolean bound() {
    return bound;
  }

  String checkedBy() {
    return checkedBy;
  }

  /** Whether the provider has had its say. */
  boolean decidedByProvider() {
    return decidedBy != null;
  }

  RequestView.Step check() {
    return checkedBy == null ? null : new RequestView.Step(checkedBy, checkedAt, checkRemark);
  }

  RequestView.Step decision() {
    return decidedBy == null ? null : new RequestView.Step(decidedBy, decidedAt, decisionRemark);
  }

  String rowFilter() {
    return rowFilter;
  }

  String conditions() {
    return conditions;
  }

  UUID grantId() {
    return grantId;
  }

  Instant createdAt() {
    return createdAt;
  }

  Instant submittedAt() {
    return submittedAt;
  }

  long revision() {
    return revision;
  }

  List<UUID> itemIds() {
    return items.stream().map(RequestedItem::itemId).toList();
  }

  List<RequestedItem> items() {
    return List.copyOf(items);
  }
}
