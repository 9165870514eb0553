package org.govshare.protocol.crypto;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.params.HKDFParameters;

/** HKDF (RFC 5869) with the suite's digest, for outputs of up to 32 bytes. */
final class Hkdf {
  private Hkdf() {}

  /** 32 bytes by HMAC-SHA256. */
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

  /** 16 bytes, a key for SM4, by HMAC-SM3. */
  static byte[] deriveGm(byte[] secret, byte[]... info) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : info) {
      all.writeBytes(part);
    }
    HKDFBytesGenerator generator = new HKDFBytesGenerator(new SM3Digest());
    generator.init(new HKDFParameters(secret, null, all.toByteArray()));
    byte[] derived = new byte[16];
    generator.generateBytes(derived, 0, derived.length);
    return derived;
  }
}
