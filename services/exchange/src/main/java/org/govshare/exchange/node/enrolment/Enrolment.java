package org.govshare.exchange.node.enrolment;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.govshare.exchange.node.RegisterNode;
import org.govshare.protocol.control.EnrolmentRequested;

/** 节点登记. */
@Entity
@Table(name = "node_enrolment")
class Enrolment {

  @Id private UUID id;
  private String node;
  private String name;
  private String department;
  private String codeDigest;
  private Instant expiresAt;

  @Enumerated(EnumType.STRING)
  private EnrolmentState state;

  private String signingKey;
  private String agreementKey;
  private String gmSigningKey;
  private String gmAgreementKey;
  private String issuedBy;
  private Instant issuedAt;
  private Instant claimedAt;
  private String decidedBy;
  private Instant decidedAt;
  @Version private long version;

  /** For the persistence provider. */
  protected Enrolment() {}

  Enrolment(NewEnrolment input, String codeDigest, String by, Instant at) {
    this.id = UUID.randomUUID();
    this.node = input.node();
    this.name = input.name();
    this.department = input.department();
    this.codeDigest = codeDigest;
    this.expiresAt = at.plus(Duration.ofMinutes(input.validMinutes()));
    this.state = EnrolmentState.ISSUED;
    this.issuedBy = by;
    this.issuedAt = at;
  }

  /** Whether a code that is presented now is good. */
  boolean takes(String digest, Instant now) {
    return state == EnrolmentState.ISSUED && codeDigest.equals(digest) && now.isBefore(expiresAt);
  }

  void claimed(EnrolmentRequested by, Instant at) {
    signingKey = by.signingKey();
    agreementKey = by.agreementKey();
    gmSigningKey = by.gmSigningKey();
    gmAgreementKey = by.gmAgreementKey();
    claimedAt = at;
    state = EnrolmentState.CLAIMED;
  }

  void decided(EnrolmentState as, String by, Instant at) {
    state = as;
    decidedBy = by;
    decidedAt = at;
  }

  UUID id() {
    return id;
  }

  String node() {
    return node;
  }

  long version() {
    return version;
  }

  EnrolmentState stateAt(Instant now) {
    return state == EnrolmentState.ISSUED && !now.isBefore(expiresAt)
        ? EnrolmentState.EXPIRED
        : state;
  }

  /** The node as it asks to be registered; only after it has answered. */
  RegisterNode registration() {
    return new RegisterNode(
        name, department, signingKey, agreementKey, gmSigningKey, gmAgreementKey);
  }

  EnrolmentView view(String registrationCode, Instant now) {
    boolean answered = signingKey != null;
    return new EnrolmentView(
        id,
        node,
        name,
        department,
        stateAt(now),
        registrationCode,
        expiresAt,
        answered ? registration().keyId() : null,
        answered ? registration().gmKeyId() : null,
        issuedBy,
        issuedAt,
        claimedAt,
        decidedBy,
        decidedAt,
        version);
  }
}
