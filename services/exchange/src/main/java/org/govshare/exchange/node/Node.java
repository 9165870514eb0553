package org.govshare.exchange.node;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** 节点. */
@Entity
@Table(name = "node")
class Node {

  private static final String SEPARATOR = ",";

  @Id private String code;
  private String name;
  private String department;
  private String signingKey;
  private String agreementKey;
  private String keyId;
  private String gmSigningKey;
  private String gmAgreementKey;
  private String gmKeyId;
  private String agentVersion;
  private String abilities;
  private Instant lastEventAt;
  private Instant inventoryAt;
  private String registeredBy;
  private Instant registeredAt;
  @Version private long version;

  /** For the persistence provider. */
  protected Node() {}

  Node(String code) {
    this.code = code;
  }

  void register(RegisterNode input, String by, Instant at) {
    name = input.name();
    department = input.department();
    signingKey = input.signingKey().strip();
    agreementKey = input.agreementKey().strip();
    keyId = input.keyId();
    gmSigningKey = stripped(input.gmSigningKey());
    gmAgreementKey = stripped(input.gmAgreementKey());
    gmKeyId = input.gmKeyId();
    registeredBy = by;
    registeredAt = at;
  }

  boolean isAs(RegisterNode input) {
    return input.name().equals(name)
        && input.department().equals(department)
        && input.signingKey().strip().equals(signingKey)
        && input.agreementKey().strip().equals(agreementKey)
        && Objects.equals(stripped(input.gmSigningKey()), gmSigningKey)
        && Objects.equals(stripped(input.gmAgreementKey()), gmAgreementKey);
  }

  private static String stripped(String key) {
    return key == null ? null : key.strip();
  }

  /** Remembers a sign of the agent. */
  void heard(Instant at, String agent) {
    if (lastEventAt == null || at.isAfter(lastEventAt)) {
      lastEventAt = at;
      if (agent != null) {
        agentVersion = agent;
      }
    }
  }

  /** Whether an inventory is newer than the one at hand; remembers it then. */
  boolean takesInventory(Instant at, List<String> agentAbilities) {
    if (inventoryAt != null && !at.isAfter(inventoryAt)) {
      return false;
    }
    inventoryAt = at;
    abilities = String.join(SEPARATOR, agentAbilities);
    return true;
  }

  String code() {
    return code;
  }

  String department() {
    return department;
  }

  long version() {
    return version;
  }

  RegisteredNode registered() {
    return new RegisteredNode(
        code,
        name,
        department,
        signingKey,
        agreementKey,
        keyId,
        gmSigningKey,
        gmAgreementKey,
        abilities());
  }

  private List<String> abilities() {
    return abilities == null || abilities.isEmpty()
        ? List.of()
        : List.of(abilities.split(SEPARATOR));
  }

  NodeView view() {
    return new NodeView(
        code,
        name,
        department,
        signingKey,
        agreementKey,
        keyId,
        gmSigningKey,
        gmAgreementKey,
        gmKeyId,
        agentVersion,
        abilities(),
        lastEventAt,
        inventoryAt,
        registeredAt,
        version);
  }
}
