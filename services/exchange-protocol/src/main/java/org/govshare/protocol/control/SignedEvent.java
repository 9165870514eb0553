package org.govshare.protocol.control;

import java.security.PublicKey;
import java.util.Base64;
import org.govshare.protocol.crypto.NodeKeys;
import org.govshare.protocol.crypto.PublicKeys;

/**
 * A node's event with its signature, as sent on {@code event.exchange}.
 *
 * @param node code of the node that speaks
 * @param keyId fingerprint of its signing key, in hexadecimal
 * @param body base64 of the UTF-8 JSON of a {@link NodeEvent}
 * @param signature base64 of the Ed25519 signature over the JSON's bytes
 */
public record SignedEvent(String node, String keyId, String body, String signature) {
  /** Signs the JSON of an event with the node's keys of suite {@code intl}. */
  public static SignedEvent sign(String node, NodeKeys keys, byte[] json) {
    Base64.Encoder base64 = Base64.getEncoder();
    return new SignedEvent(
        node,
        keys.keyId().toString(),
        base64.encodeToString(json),
        base64.encodeToString(keys.sign(json)));
  }

  /** Bytes of the JSON; check {@link #verified} before reading them. */
  public byte[] bodyBytes() {
    return Base64.getDecoder().decode(body);
  }

  /** Whether the signature is the key's; false for anything malformed. */
  public boolean verified(PublicKey key) {
    try {
      return PublicKeys.verify(key, bodyBytes(), Base64.getDecoder().decode(signature));
    } catch (IllegalArgumentException | NullPointerException e) {
      return false;
    }
  }
}
