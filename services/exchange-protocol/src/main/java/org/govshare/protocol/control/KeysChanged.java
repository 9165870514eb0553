package org.govshare.protocol.control;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.govshare.protocol.crypto.CryptoFailure;
import org.govshare.protocol.crypto.CryptoSuite;
import org.govshare.protocol.crypto.Keyring;
import org.govshare.protocol.crypto.PublicKeys;

/**
 * A logical node has made new keys that are to take the place of those it is registered with. The
 * event is signed with the key that the centre knows, and carries a proof of the new one.
 *
 * @param type {@value #TYPE}
 * @param at when
 * @param signingKey Ed25519 key, base64 of X.509 SubjectPublicKeyInfo
 * @param agreementKey X25519 key, likewise
 * @param gmSigningKey SM2 key for signatures, likewise
 * @param gmAgreementKey SM2 key for data keys, likewise
 * @param proof signature of the node's code and these keys with the new Ed25519 key, base64
 */
public record KeysChanged(
    String type,
    Instant at,
    String signingKey,
    String agreementKey,
    String gmSigningKey,
    String gmAgreementKey,
    String proof)
    implements NodeEvent {
  /** Value of {@code type}. */
  public static final String TYPE = "KeysChanged";

  /** The change to the new keys of a node. */
  public static KeysChanged of(String node, Keyring keys, Instant at) {
    KeysChanged bare =
        new KeysChanged(
            TYPE,
            at,
            PublicKeys.base64(keys.next(CryptoSuite.INTL).signingKey()),
            PublicKeys.base64(keys.next(CryptoSuite.INTL).agreementKey()),
            PublicKeys.base64(keys.next(CryptoSuite.GM).signingKey()),
            PublicKeys.base64(keys.next(CryptoSuite.GM).agreementKey()),
            null);
    return new KeysChanged(
        TYPE,
        at,
        bare.signingKey,
        bare.agreementKey,
        bare.gmSigningKey,
        bare.gmAgreementKey,
        Base64.getEncoder().encodeToString(keys.next(CryptoSuite.INTL).sign(bare.statement(node))));
  }

  /** Whether the node holds the new signing key; false for anything malformed. */
  public boolean proven(String node) {
    try {
      return PublicKeys.verify(
          PublicKeys.signingKey(signingKey), statement(node), Base64.getDecoder().decode(proof));
    } catch (CryptoFailure | IllegalArgumentException | NullPointerException e) {
      return false;
    }
  }

  private byte[] statement(String node) {
    return String.join(
            "\n",
            "govshare key change 1",
            node,
            signingKey,
            agreementKey,
            String.valueOf(gmSigningKey),
            String.valueOf(gmAgreementKey))
        .getBytes(StandardCharsets.UTF_8);
  }
}
