package org.govshare.protocol.control;

import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.Base64;
import java.util.Collection;
import org.govshare.protocol.crypto.PublicKeys;
import org.govshare.protocol.crypto.SigningKey;

/**
 * A lease with the centre's signature.
 *
 * @param keyId fingerprint of the key that signed it, in hexadecimal
 * @param body base64 of the UTF-8 JSON of a {@link Lease}
 * @param signature base64 of the Ed25519 signature over a mark and the JSON's bytes
 */
public record SignedLease(String keyId, String body, String signature) {
  /** What is signed begins with it, so that no other signature of the centre passes for a lease. */
  private static final byte[] MARK = "govshare-lease-1\n".getBytes(StandardCharsets.US_ASCII);

  /** Signs the JSON of a lease. */
  public static SignedLease sign(SigningKey key, byte[] json) {
    Base64.Encoder base64 = Base64.getEncoder();
    return new SignedLease(
        key.keyId().toString(),
        base64.encodeToString(json),
        base64.encodeToString(key.sign(marked(json))));
  }

  /** Bytes of the JSON; check {@link #verified} before reading them. */
  public byte[] bodyBytes() {
    return Base64.getDecoder().decode(body);
  }

  /** Whether the signature is one of the keys'; false for anything malformed. */
  public boolean verified(Collection<PublicKey> keys) {
    try {
      byte[] message = marked(bodyBytes());
      byte[] signed = Base64.getDecoder().decode(signature);
      return keys.stream().anyMatch(key -> PublicKeys.verify(key, message, signed));
    } catch (IllegalArgumentException | NullPointerException e) {
      return false;
    }
  }

  private static byte[] marked(byte[] json) {
    byte[] message = new byte[MARK.length + json.length];
    System.arraycopy(MARK, 0, message, 0, MARK.length);
    System.arraycopy(json, 0, message, MARK.length, json.length);
    return message;
  }
}
