package org.govshare.protocol.crypto;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals small texts that a node leaves with others and later reads itself, such as its read
 * position. The key is derived from the node's agreement key; nobody else can open the seal.
 */
public final class OwnSeal {
  /** Bytes that a seal adds to its content. */
  public static final int OVERHEAD = 12 + 16;

  private static final byte[] PURPOSE = "govshare own seal v1".getBytes(StandardCharsets.US_ASCII);
  private static final SecureRandom RANDOM = new SecureRandom();

  private final SecretKeySpec key;

  /** A seal of the node that holds these keys. */
  public OwnSeal(NodeKeys keys) {
    byte[] scalar = keys.agreementScalar();
    this.key = new SecretKeySpec(Hkdf.derive(scalar, new byte[0], PURPOSE), "AES");
    Arrays.fill(scalar, (byte) 0);
  }

  /** Seals the content; opening needs the same context. */
  public byte[] seal(byte[] content, byte[] context) {
    byte[] nonce = new byte[12];
    RANDOM.nextBytes(nonce);
    try {
      byte[] sealed = Arrays.copyOf(nonce, content.length + OVERHEAD);
      cipher(Cipher.ENCRYPT_MODE, nonce, context).doFinal(content, 0, content.length, sealed, 12);
      return sealed;
    } catch (GeneralSecurityException e) {
      throw new CryptoFailure("cannot seal", e);
    }
  }

  /**
   * Opens what this node sealed.
   *
   * @throws CryptoFailure when another node sealed it, the context differs, or it was altered
   */
  public byte[] open(byte[] sealed, byte[] context) {
    if (sealed.length < OVERHEAD) {
      throw new CryptoFailure("too short for a seal");
    }
    try {
      return cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(sealed, 12), context)
          .doFinal(sealed, 12, sealed.length - 12);
    } catch (GeneralSecurityException e) {
      throw new CryptoFailure("not sealed by this node for this use", e);
    }
  }

  private Cipher cipher(int mode, byte[] nonce, byte[] context) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(128, nonce));
    cipher.updateAAD(context);
    return cipher;
  }
}
