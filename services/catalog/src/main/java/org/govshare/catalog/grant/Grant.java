package org.govshare.catalog.grant;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** 授权: items that one department may take from another, until when. */
@Entity
@Table(name = "resource_grant")
class Grant {

  @Id private UUID id;
  private UUID requestId;
  private UUID resourceId;
  private String providerDepartment;
  private String requesterDepartment;
  private String grantedBy;
  private Instant grantedAt;
  private Instant expiresAt;
  private String revokedBy;
  private Instant revokedAt;
  private String revocationReason;
  private String rowFilter;
  private String conditions;
  private UUID replaces;
  private UUID replacedBy;
  private Instant noticedAt;
  private Instant expiredAt;
  @Version private long revision;

  @ElementCollection(fetch = FetchType.EAGER)
  @CollectionTable(name = "grant_item", joinColumns = @JoinColumn(name = "grant_id"))
  @OrderColumn(name = "position")
  private List<GrantedItem> items = new ArrayList<>();

  @ElementCollection(fetch = FetchType.EAGER)
  @CollectionTable(name = "grant_row_condition", joinColumns = @JoinColumn(name = "grant_id"))
  @OrderColumn(name = "position")
  private List<GrantedRows> rows = new ArrayList<>();

  protected Grant() {}

  Grant(NewGrant given, Instant now) {
    this.id = UUID.randomUUID();
    this.requestId = given.requestId();
    this.resourceId = given.resource().id();
    this.providerDepartment = given.resource().departmentCode();
    this.requesterDepartment = given.requesterDepartment();
    this.grantedBy = given.grantedBy();
    this.grantedAt = now;
    this.expiresAt = given.expiresAt();
    this.rowFilter = given.rowFilter();
    this.conditions = given.conditions();
    this.replaces = given.replaces();
    given.items().forEach(item -> items.add(new GrantedItem(requestId, item.id())));
    given.rowConditions().forEach(condition -> rows.add(new GrantedRows(condition)));
  }

  void revoke(String by, String reason, Instant now) {
    revokedBy = by;
    revokedAt = now;
    revocationReason = reason;
  }

  void replacedBy(UUID grant) {
    replacedBy = grant;
  }

  /** Its holder has been told that it ends soon. */
  void noticed(Instant now) {
    noticedAt = now;
  }

  /** Its end has been dealt with. */
  void expired(Instant now) {
    expiredAt = now;
  }

  GrantState stateAt(Instant now) {
    if (revokedAt != null) {
      return GrantState.REVOKED;
    }
    return now.isBefore(expiresAt) ? GrantState.ACTIVE : GrantState.EXPIRED;
  }

  UUID id() {
    return id;
  }

  UUID requestId() {
    return requestId;
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

  String grantedBy() {
    return grantedBy;
  }

  Instant grantedAt() {
    return grantedAt;
  }

  Instant expiresAt() {
    return expiresAt;
  }

  String revokedBy() {
    return revokedBy;
  }

  Instant revokedAt() {
    return revokedAt;
  }

  String revocationReason() {
    return revocationReason;
  }

  String rowFilter() {
    return rowFilter;
  }

  List<RowCondition> rowConditions() {
    return rows.stream().map(GrantedRows::condition).toList();
  }

  String conditions() {
    return conditions;
  }

  UUID replaces() {
    return replaces;
  }

  UUID replacedBy() {
    return replacedBy;
  }

  Instant noticedAt() {
    return noticedAt;
  }

  Instant expiredAt() {
    return expiredAt;
  }

  long revision() {
    return revision;
  }

  List<UUID> itemIds() {
    return items.stream().map(GrantedItem::itemId).toList();
  }
}
