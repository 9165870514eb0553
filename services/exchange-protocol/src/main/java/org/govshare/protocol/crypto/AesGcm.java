package org.govshare.protocol.crypto;

import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-256-GCM of the JDK. */
final class AesGcm implements Aead {
  private final SecretKeySpec key;

  AesGcm(byte[] key) {
    if (key.length != 32) {
      throw new IllegalArgumentException("an AES-256 key has 32 bytes");
    }
    this.key = new SecretKeySpec(key, "AES");
  }

  @Override
  public int seal(
      byte[] nonce,
      byte[] associated,
      int associatedLength,
      byte[] content,
      int length,
      byte[] into,
      int at) {
    try {
      Cipher cipher = cipher(Cipher.ENCRYPT_MODE, nonce);
      cipher.updateAAD(associated, 0, associatedLength);
      return cipher.doFinal(content, 0, length, into, at);
    } catch (GeneralSecurityException e) {
      throw new CryptoFailure("cannot encrypt", e);
    }
  }

  @Override
  public int open(
      byte[] nonce,
      byte[] associated,
      int associatedLength,
      byte[] sealed,
      int offset,
      int length,
      byte[] into) {
    try {
      Cipher cipher = cipher(Cipher.DECRYPT_MODE, nonce);
      cipher.updateAAD(associated, 0, associatedLength);
      return cipher.doFinal(sealed, offset, length, into, 0);
    } catch (GeneralSecurityException e) {
      throw new CryptoFailure("cannot be decrypted: " + e.getMessage(), e);
    }
  }

  private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG * 8, nonce));
    return cipher;
  }
}
