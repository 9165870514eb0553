package org.govshare.protocol.crypto;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.KeyAgreement;

/**
 * A data key wrapped for one receiver, in the suite of the receiver's key.
 *
 * <p>{@code intl}: 32 bytes of an ephemeral X25519 public key, then the AES-GCM ciphertext of the
 * 32-byte data key and its tag. The wrapping key is HKDF-SHA256 of the agreed secret, salted with
 * both public keys, so each block has a wrapping key of its own and the nonce may be zero.
 *
 * <p>{@code gm}: the SM2 ciphertext of the 16-byte data key followed by SM3 of the context.
 */
public final class DataKeyBlock {
  /** What a block of suite {@code gm} encrypts: the data key and the context's digest. */
  static final int GM_CONTENT = 16 + Digest.LENGTH;

  private static final int RAW = 32;
  private static final byte[] PURPOSE = "govshare data key v1".getBytes(StandardCharsets.US_ASCII);
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Aead cipher;
  private final byte[] block;

  private DataKeyBlock(CryptoSuite suite, byte[] dataKey, byte[] block) {
    this.cipher = Aead.of(suite, dataKey);
    this.block = block;
    Arrays.fill(dataKey, (byte) 0);
  }

  /**
   * Makes a new data key and wraps it.
   *
   * @param receiver X25519 or SM2 key of who may open it
   * @param context what the key is for; opening needs the same bytes
   */
  public static DataKeyBlock create(PublicKey receiver, byte[] context) {
    return receiver instanceof Sm2PublicKey sm2
        ? createGm(sm2, context)
        : createIntl(receiver, context);
  }

  private static DataKeyBlock createGm(Sm2PublicKey receiver, byte[] context) {
    byte[] dataKey = new byte[16];
    RANDOM.nextBytes(dataKey);
    byte[] content = Arrays.copyOf(dataKey, GM_CONTENT);
    System.arraycopy(CryptoSuite.GM.digest(context).bytes(), 0, content, 16, Digest.LENGTH);
    byte[] block = Sm2.encrypt(receiver, content);
    Arrays.fill(content, (byte) 0);
    return new DataKeyBlock(CryptoSuite.GM, dataKey, block);
  }

  private static DataKeyBlock createIntl(PublicKey receiver, byte[] context) {
    try {
      byte[] dataKey = new byte[32];
      RANDOM.nextBytes(dataKey);
      KeyPair ephemeral = KeyPairGenerator.getInstance("X25519").generateKeyPair();
      KeyAgreement agreement = KeyAgreement.getInstance("X25519");
      agreement.init(ephemeral.getPrivate());
      agreement.doPhase(receiver, true);
      byte[] raw = PublicKeys.rawAgreement(ephemeral.getPublic());
      byte[] block = Arrays.copyOf(raw, CryptoSuite.INTL.keyBlockLength());
      wrapping(agreement.generateSecret(), raw, PublicKeys.rawAgreement(receiver), context)
          .seal(new byte[12], context, context.length, dataKey, dataKey.length, block, RAW);
      return new DataKeyBlock(CryptoSuite.INTL, dataKey, block);
    } catch (GeneralSecurityException e) {
      throw new CryptoFailure("cannot wrap a data key", e);
    }
  }

  /**
   * Opens a block with the receiver's keys, or with former ones.
   *
   * @throws CryptoFailure when it was made for someone else, for another context, or was altered
   */
  public static DataKeyBlock open(NodeKeys receiver, byte[] block, byte[] context) {
    CryptoSuite suite = receiver.suite();
    if (block.length != suite.keyBlockLength()) {
      throw new CryptoFailure("a data key block has " + suite.keyBlockLength() + " bytes");
    }
    try {
      return opened(receiver, block, context);
    } catch (CryptoFailure e) {
      for (NodeKeys before : receiver.former()) {
        try {
          return opened(before, block, context);
        } catch (CryptoFailure another) {
          e.addSuppressed(another);
        }
      }
      throw e;
    }
  }

  private static DataKeyBlock opened(NodeKeys receiver, byte[] block, byte[] context) {
    return receiver.suite() == CryptoSuite.INTL
        ? openIntl(receiver, block, context)
        : openGm(receiver, block, context);
  }

  private static DataKeyBlock openGm(NodeKeys receiver, byte[] block, byte[] context) {
    byte[] content = Sm2.decrypt((Sm2PrivateKey) receiver.agreementPrivate(), block);
    boolean meant =
        content.length == GM_CONTENT
            && Digest.of(content, 16).equals(CryptoSuite.GM.digest(context));
    if (!meant) {
      throw new CryptoFailure("the data key is wrapped for another use");
    }
    byte[] dataKey = Arrays.copyOf(content, 16);
    Arrays.fill(content, (byte) 0);
    return new DataKeyBlock(CryptoSuite.GM, dataKey, block.clone());
  }

  private static DataKeyBlock openIntl(NodeKeys receiver, byte[] block, byte[] context) {
    try {
      byte[] raw = Arrays.copyOf(block, RAW);
      KeyAgreement agreement = KeyAgreement.getInstance("X25519");
      agreement.init(receiver.agreementPrivate());
      agreement.doPhase(PublicKeys.agreementFromRaw(raw), true);
      byte[] own = PublicKeys.rawAgreement(receiver.agreementKey());
      byte[] dataKey = new byte[32];
      wrapping(agreement.generateSecret(), raw, own, context)
          .open(new byte[12], context, context.length, block, RAW, block.length - RAW, dataKey);
      return new DataKeyBlock(CryptoSuite.INTL, dataKey, block.clone());
    } catch (GeneralSecurityException | CryptoFailure e) {
      throw new CryptoFailure("the data key is not wrapped for this node", e);
    }
  }

  private static Aead wrapping(
      byte[] secret, byte[] ephemeralRaw, byte[] receiverRaw, byte[] context) {
    byte[] salt = Arrays.copyOf(ephemeralRaw, 2 * RAW);
    System.arraycopy(receiverRaw, 0, salt, RAW, RAW);
    byte[] wrappingKey = Hkdf.derive(secret, salt, PURPOSE, context);
    Arrays.fill(secret, (byte) 0);
    return Aead.of(CryptoSuite.INTL, wrappingKey);
  }

  /** The wrapped form, as long as the suite says. */
  public byte[] block() {
    return block.clone();
  }

  /** Whether this is the opened form of a block. */
  public boolean matches(byte[] other) {
    return Arrays.equals(block, other);
  }

  /** The cipher under the key. */
  public Aead cipher() {
    return cipher;
  }
}
