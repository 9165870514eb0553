package org.govshare.catalog.organisation.system;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.govshare.catalog.organisation.Entry;
import org.hibernate.annotations.Formula;

/** 信息系统. */
@Entity
@Table(name = "information_system")
class InformationSystem extends Entry {

  private String purpose;
  private String scope;

  @Enumerated(EnumType.STRING)
  private UsageFrequency usageFrequency;

  private String approvingBody;
  private LocalDate approvedOn;
  private String fundingSource;

  @Enumerated(EnumType.STRING)
  private SystemNetwork network;

  @Enumerated(EnumType.STRING)
  private SystemState state;

  private LocalDate lastUsedOn;
  private LocalDate lastSeenOn;
  private Integer userCount;
  private UUID officeId;

  @Formula("(select o.name from office o where o.id = office_id)")
  private String officeName;

  @Enumerated(EnumType.STRING)
  private PlatformConnection connection;

  private String connectionDetail;

  @Enumerated(EnumType.STRING)
  private CleanUpDecision decision;

  private UUID decisionTarget;

  @Formula("(select t.name from information_system t where t.id = decision_target)")
  private String decisionTargetName;

  private String decisionReason;
  private String decidedBy;
  private Instant decidedAt;

  protected InformationSystem() {}

  InformationSystem(String departmentCode, Instant now) {
    super(departmentCode, now);
  }

  void write(SystemInput input, Instant now) {
    super.write(input, now);
    purpose = input.purpose().strip();
    scope = input.scope();
    usageFrequency = input.usageFrequency();
    approvingBody = input.approvingBody();
    approvedOn = input.approvedOn();
    fundingSource = input.fundingSource();
    network = input.network();
    state = input.state();
    lastUsedOn = input.lastUsedOn();
    lastSeenOn = input.lastSeenOn();
    userCount = input.userCount();
    officeId = input.officeId();
    connection = input.connection();
    connectionDetail = input.connectionDetail();
  }

  void decide(SystemDecision decided, String by, Instant now) {
    decision = decided.decision();
    decisionTarget = decided.targetId();
    decisionReason = decided.reason().strip();
    decidedBy = by;
    decidedAt = now;
  }

  void reopen() {
    decision = null;
    decisionTarget = null;
    decisionReason = null;
    decidedBy = null;
    decidedAt = null;
  }

  boolean decided() {
    return decision != null;
  }

  /**
   * Its last use, or the last time it was seen at work, whichever is later; {@code null} if never.
   */
  LocalDate lastActive() {
    if (lastUsedOn == null || lastSeenOn == null) {
      return lastUsedOn == null ? lastSeenOn : lastUsedOn;
    }
    return lastUsedOn.isAfter(lastSeenOn) ? lastUsedOn : lastSeenOn;
  }

  /** Why it is asked whether it is still needed, if it has been idle since this day. */
  AuditedSystem audited(LocalDate today, LocalDate threshold) {
    LocalDate last = lastActive();
    Set<AuditReason> reasons = EnumSet.noneOf(AuditReason.class);
    if (usageFrequency == UsageFrequency.NONE) {
      reasons.add(AuditReason.STATED_UNUSED);
    }
    if (last == null) {
      reasons.add(AuditReason.NEVER_SEEN);
    } else if (last.isBefore(threshold)) {
      reasons.add(AuditReason.LONG_UNUSED);
    }
    if (userCount != null && userCount == 0) {
      reasons.add(AuditReason.WITHOUT_USERS);
    }
    Long idle = last == null ? null : ChronoUnit.DAYS.between(last, today);
    return new AuditedSystem(view(), reasons, idle);
  }

  SystemView view() {
    SystemView.Decided decided =
        decision == null
            ? null
            : new SystemView.Decided(
                decision, decisionTarget, decisionTargetName, decisionReason, decidedBy, decidedAt);
    return new SystemView(
        id(),
        department(),
        name(),
        purpose,
        scope,
        usageFrequency,
        approvingBody,
        approvedOn,
        fundingSource,
        network,
        state,
        lastUsedOn,
        lastSeenOn,
        userCount,
        officeId,
        officeName,
        connection,
        connectionDetail,
        decided,
        updatedAt(),
        revision());
  }

  SystemInput input() {
    return new SystemInput(
        departmentCode(),
        name(),
        purpose,
        scope,
        usageFrequency,
        approvingBody,
        approvedOn,
        fundingSource,
        network,
        state,
        lastUsedOn,
        lastSeenOn,
        userCount,
        officeId,
        connection,
        connectionDetail);
  }
}
