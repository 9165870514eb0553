package org.govshare.exchange.node;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import org.govshare.platform.version.Versioned;

/**
 * A node.
 *
 * @param code its code
 * @param name its name
 * @param department code of the department it belongs to
 * @param signingKey its Ed25519 public key, base64 of X.509 SubjectPublicKeyInfo
 * @param agreementKey its X25519 public key, likewise
 * @param keyId fingerprint of the signing key, in hexadecimal
 * @param gmSigningKey its SM2 signing key, absent if it has none
 * @param gmAgreementKey its SM2 key for receiving data keys, absent if it has none
 * @param gmKeyId fingerprint of that signing key by SM3, absent if it has none
 * @param agentVersion version of the agent that last spoke, absent before it has
 * @param abilities what that agent can do beyond the first version's commands
 * @param lastEventAt when the agent last said that it started, absent before it has
 * @param inventoryAt when the tables were last reported, absent before they were
 * @param registeredAt when it was registered or last changed
 * @param version version to name in {@code If-Match}
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NodeView(
    String code,
    String name,
    String department,
    String signingKey,
    String agreementKey,
    String keyId,
    String gmSigningKey,
    String gmAgreementKey,
    String gmKeyId,
    String agentVersion,
    List<String> abilities,
    Instant lastEventAt,
    Instant inventoryAt,
    Instant registeredAt,
    long version)
    implements Versioned {

  @Override
  public long revision() {
    return version;
  }
}
