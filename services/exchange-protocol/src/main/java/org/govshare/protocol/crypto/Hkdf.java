package org.govshare.protocol.crypto;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HKDF with HMAC-SHA256 (RFC 5869) for outputs of up to 32 bytes. */
final class Hkdf {
  private Hkdf() {}

  static byte[] derive(byte[] secret, byte[] salt, byte[]... info) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(salt.length == 0 ? new byte[32] : salt, "HmacSHA256"));
      byte[] pseudoRandomKey = mac.doFinal(secret);
      mac.init(new SecretKeySpec(pseudoRandomKey, "HmacSHA256"));
      for (byte[] part : info) {
        mac.update(part);
      }
      mac.update((byte) 1);
      byte[] derived = mac.doFinal();
      Arrays.fill(pseudoRandomKey, (byte) 0);
      return derived;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the JDK lacks HmacSHA256", e);
    }
  }
}
