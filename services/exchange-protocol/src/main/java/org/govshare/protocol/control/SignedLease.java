package org.govshare.protocol.control;

import java.security.PublicKey;
import java.util.Base64;
import java.util.Collection;
import org.govshare.protocol.crypto.SigningKey;

/**
 * A lease with the centre's signature.
 *
 * @param keyId fingerprint of the key that signed it, in hexadecimal
 * @param body base64 of the UTF-8 JSON of a {@link Lease}
 * @param signature base64 of the Ed25519 signature over a mark and the JSON's bytes
 */
public record SignedLease(String keyId, String body, String signature) {
  private static final CentreMark MARK = new CentreMark("govshare-lease-1");

  /** Signs the JSON of a lease. */
  public static SignedLease sign(SigningKey key, byte[] json) {
    return new SignedLease(
        key.keyId().toString(), Base64.getEncoder().encodeToString(json), MARK.sign(key, json));
  }

  /** Bytes of the JSON; check {@link #verified} before reading them. */
  public byte[] bodyBytes() {
    return Base64.getDecoder().decode(body);
  }

  /** Whether the signature is one of the keys'; false for anything malformed. */
  public boolean verified(Collection<PublicKey> keys) {
    return MARK.verified(keys, body, signature);
  }
}
