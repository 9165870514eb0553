package org.govshare.protocol.control;

import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.Base64;
import java.util.Collection;
import org.govshare.protocol.crypto.PublicKeys;
import org.govshare.protocol.crypto.SigningKey;

/** What the centre signs begins with it, so that no signature passes for one of another kind. */
final class CentreMark {
  private final byte[] mark;

  CentreMark(String name) {
    this.mark = (name + "\n").getBytes(StandardCharsets.US_ASCII);
  }

  /** The signature of JSON in base64. */
  String sign(SigningKey key, byte[] json) {
    return Base64.getEncoder().encodeToString(key.sign(marked(json)));
  }

  /** Whether a signature is one of the keys'; false for anything malformed. */
  boolean verified(Collection<PublicKey> keys, String body, String signature) {
    try {
      byte[] message = marked(Base64.getDecoder().decode(body));
      byte[] signed = Base64.getDecoder().decode(signature);
      return keys.stream().anyMatch(key -> PublicKeys.verify(key, message, signed));
    } catch (IllegalArgumentException | NullPointerException e) {
      return false;
    }
  }

  private byte[] marked(byte[] json) {
    byte[] message = new byte[mark.length + json.length];
    System.arraycopy(mark, 0, message, 0, mark.length);
    System.arraycopy(json, 0, message, mark.length, json.length);
    return message;
  }
}
