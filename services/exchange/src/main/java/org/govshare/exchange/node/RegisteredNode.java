package org.govshare.exchange.node;

import java.util.List;
import org.govshare.protocol.control.AgentAbility;
import org.govshare.protocol.control.StartRun;
import org.govshare.protocol.crypto.CryptoSuite;

/**
 * A node as the other features see it.
 *
 * @param code its code
 * @param name its name
 * @param department code of the department it belongs to
 * @param signingKey its Ed25519 key, base64 of X.509 SubjectPublicKeyInfo
 * @param agreementKey its X25519 key, likewise
 * @param keyId fingerprint of the signing key, in hexadecimal
 * @param gmSigningKey its SM2 signing key, or null
 * @param gmAgreementKey its SM2 key for receiving data keys, or null
 * @param abilities what its agent can do beyond the first version's commands
 */
public record RegisteredNode(
    String code,
    String name,
    String department,
    String signingKey,
    String agreementKey,
    String keyId,
    String gmSigningKey,
    String gmAgreementKey,
    List<String> abilities) {

  /** Its signing key of a suite, or {@code null} if it has none. */
  public String signingKey(CryptoSuite suite) {
    return suite == CryptoSuite.INTL ? signingKey : gmSigningKey;
  }

  /** Its agreement key of a suite, or {@code null} if it has none. */
  public String agreementKey(CryptoSuite suite) {
    return suite == CryptoSuite.INTL ? agreementKey : gmAgreementKey;
  }

  /** Whether it has the keys of a suite. */
  public boolean takesPartIn(CryptoSuite suite) {
    return signingKey(suite) != null && agreementKey(suite) != null;
  }

  /** Whether its agent has said that it can do something. */
  public boolean can(AgentAbility ability) {
    return abilities.contains(ability.name());
  }

  /** What a command needs that its agent cannot do. */
  public List<AgentAbility> missing(StartRun command) {
    return AgentAbility.neededBy(command).stream().filter(ability -> !can(ability)).toList();
  }
}
