package org.govshare.portal.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.govshare.portal.PortalConfig;

/**
 * Encrypts the stored tokens with AES-256-GCM under a key of their own: HMAC-SHA256 of the session
 * identifier with the configured key. Neither the database nor the configured key opens them alone,
 * because the identifier is only in the browser's cookie.
 */
@ApplicationScoped
class TokenCipher {

  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecureRandom random = new SecureRandom();
  private final byte[] configuredKey;

  @Inject
  TokenCipher(PortalConfig config) {
    this(config.session().key());
  }

  TokenCipher(String base64Key) {
    byte[] key;
    try {
      key = Base64.getDecoder().decode(base64Key.strip());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("govshare.portal.session.key is not base64", e);
    }
    if (key.length != 32) {
      throw new IllegalArgumentException(
          "govshare.portal.session.key must be base64 of 32 bytes, not of " + key.length);
    }
    this.configuredKey = key;
  }

  byte[] encrypt(SessionId id, byte[] plain) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, id, nonce).doFinal(plain);
      return ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Tokens could not be encrypted", e);
    }
  }

  /**
   * @throws GeneralSecurityException when the row was altered or written under another key
   */
  byte[] decrypt(SessionId id, byte[] stored) throws GeneralSecurityException {
    if (stored.length <= NONCE_BYTES) {
      throw new GeneralSecurityException("Stored tokens are cut off");
    }
    byte[] nonce = new byte[NONCE_BYTES];
    System.arraycopy(stored, 0, nonce, 0, NONCE_BYTES);
    return cipher(Cipher.DECRYPT_MODE, id, nonce)
        .doFinal(stored, NONCE_BYTES, stored.length - NONCE_BYTES);
  }

  private Cipher cipher(int mode, SessionId id, byte[] nonce) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(configuredKey, "HmacSHA256"));
    SecretKeySpec key = new SecretKeySpec(mac.doFinal(id.bytes()), "AES");
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(id.hash());
    return cipher;
  }
}
