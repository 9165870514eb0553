package org.govshare.protocol.crypto;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A data key wrapped for one receiver: 32 bytes of an ephemeral X25519 public key, then the AES-GCM
 * ciphertext of the 32-byte data key and its tag. The wrapping key is HKDF-SHA256 of the agreed
 * secret, salted with both public keys, so each block has a wrapping key of its own and the nonce
 * may be zero.
 */
public final class DataKeyBlock {
  /** Bytes of a block. */
  public static final int LENGTH = 32 + 32 + 16;

  private static final byte[] PURPOSE = "govshare data key v1".getBytes(StandardCharsets.US_ASCII);
  private static final SecureRandom RANDOM = new SecureRandom();

  private final byte[] dataKey;
  private final byte[] block;

  private DataKeyBlock(byte[] dataKey, byte[] block) {
    this.dataKey = dataKey;
    this.block = block;
  }

  /**
   * Makes a new data key and wraps it.
   *
   * @param receiver X25519 key of who may open it
   * @param context what the key is for; opening needs the same bytes
   */
  public static DataKeyBlock create(PublicKey receiver, byte[] context) {
    try {
      byte[] dataKey = new byte[32];
      RANDOM.nextBytes(dataKey);
      KeyPair ephemeral = KeyPairGenerator.getInstance("X25519").generateKeyPair();
      KeyAgreement agreement = KeyAgreement.getInstance("X25519");
      agreement.init(ephemeral.getPrivate());
      agreement.doPhase(receiver, true);
      byte[] ephemeralRaw = PublicKeys.rawAgreement(ephemeral.getPublic());
      byte[] wrapped =
          cipher(
                  Cipher.ENCRYPT_MODE,
                  agreement.generateSecret(),
                  ephemeralRaw,
                  PublicKeys.rawAgreement(receiver),
                  context)
              .doFinal(dataKey);
      byte[] block = Arrays.copyOf(ephemeralRaw, LENGTH);
      System.arraycopy(wrapped, 0, block, 32, wrapped.length);
      return new DataKeyBlock(dataKey, block);
    } catch (GeneralSecurityException e) {
      throw new CryptoFailure("cannot wrap a data key", e);
    }
  }

  /**
   * Opens a block with the receiver's keys.
   *
   * @throws CryptoFailure when it was made for someone else, for another context, or was altered
   */
  public static DataKeyBlock open(NodeKeys receiver, byte[] block, byte[] context) {
    if (block.length != LENGTH) {
      throw new CryptoFailure("a data key block has " + LENGTH + " bytes");
    }
    try {
      byte[] ephemeralRaw = Arrays.copyOf(block, 32);
      KeyAgreement agreement = KeyAgreement.getInstance("X25519");
      agreement.init(receiver.agreementPrivate());
      agreement.doPhase(PublicKeys.agreementFromRaw(ephemeralRaw), true);
      byte[] dataKey =
          cipher(
                  Cipher.DECRYPT_MODE,
                  agreement.generateSecret(),
                  ephemeralRaw,
                  PublicKeys.rawAgreement(receiver.agreementKey()),
                  context)
              .doFinal(block, 32, 48);
      return new DataKeyBlock(dataKey, block.clone());
    } catch (GeneralSecurityException e) {
      throw new CryptoFailure("the data key is not wrapped for this node", e);
    }
  }

  /** The wrapped form, {@link #LENGTH} bytes. */
  public byte[] block() {
    return block.clone();
  }

  /** Whether this is the opened form of a block. */
  public boolean matches(byte[] other) {
    return Arrays.equals(block, other);
  }

  /** The key itself, for AES-256-GCM. */
  public SecretKeySpec key() {
    return new SecretKeySpec(dataKey, "AES");
  }

  private static Cipher cipher(
      int mode, byte[] secret, byte[] ephemeralRaw, byte[] receiverRaw, byte[] context)
      throws GeneralSecurityException {
    byte[] salt = Arrays.copyOf(ephemeralRaw, 64);
    System.arraycopy(receiverRaw, 0, salt, 32, 32);
    byte[] wrappingKey = Hkdf.derive(secret, salt, PURPOSE, context);
    Arrays.fill(secret, (byte) 0);
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        mode, new SecretKeySpec(wrappingKey, "AES"), new GCMParameterSpec(128, new byte[12]));
    cipher.updateAAD(context);
    return cipher;
  }
}
