package org.govshare.exchange.grant;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.govshare.exchange.json.JsonText;
import org.govshare.protocol.control.RowCondition;

/** The copy of a grant. */
@Entity
@Table(name = "sharing_grant")
class Grant {

  @Id private UUID id;
  private UUID requestId;
  private UUID resourceId;
  private String resourceVersion;
  private String resourceIdentifier;
  private String resourceName;
  private String providerDepartment;
  private String requesterDepartment;
  private String items;
  private String rowConditions;
  private String sourceSchema;
  private String sourceTable;
  private Instant grantedAt;
  private Instant expiresAt;

  @Enumerated(EnumType.STRING)
  private GrantState state;

  private Instant endedAt;
  private String endReason;

  /** For the persistence provider. */
  protected Grant() {}

  Grant(GrantGiven fact) {
    id = fact.grantId();
    requestId = fact.requestId();
    resourceId = fact.resourceId();
    resourceVersion = fact.resourceVersion();
    resourceIdentifier = fact.resourceIdentifier();
    resourceName = fact.resourceName();
    providerDepartment = fact.providerDepartment();
    requesterDepartment = fact.requesterDepartment();
    items = JsonText.write(fact.items());
    rowConditions = JsonText.write(fact.rowConditions());
    if (fact.sourceTable() != null) {
      sourceSchema = fact.sourceTable().schema();
      sourceTable = fact.sourceTable().table();
    }
    grantedAt = fact.grantedAt();
    expiresAt = fact.expiresAt();
    state = GrantState.ACTIVE;
  }

  void end(GrantState as, Instant at, String reason) {
    state = as;
    endedAt = at;
    endReason = reason;
  }

  UUID id() {
    return id;
  }

  GrantState state() {
    return state;
  }

  GrantView view(Instant now) {
    GrantState shown =
        state == GrantState.ACTIVE && !expiresAt.isAfter(now) ? GrantState.EXPIRED : state;
    return new GrantView(
        id,
        requestId,
        new GrantView.Resource(resourceId, resourceIdentifier, resourceName, resourceVersion),
        providerDepartment,
        requesterDepartment,
        JsonText.read(items, new TypeReference<List<GrantedItem>>() {}),
        JsonText.read(rowConditions, new TypeReference<List<RowCondition>>() {}),
        sourceTable == null ? null : new GrantGiven.SourceTable(sourceSchema, sourceTable),
        grantedAt,
        expiresAt,
        shown,
        endedAt,
        endReason);
  }
}
