package org.govshare.protocol.crypto;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;

/**
 * Seals small texts that a node leaves with others and later reads itself, such as its read
 * position. The key is derived from the node's agreement key; nobody else can open the seal. Not
 * safe for several threads.
 */
public final class OwnSeal {
  /** Bytes that a seal adds to its content. */
  public static final int OVERHEAD = 12 + Aead.TAG;

  private static final byte[] PURPOSE = "govshare own seal v1".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] MARK = "govshare own mark v1".getBytes(StandardCharsets.US_ASCII);
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Aead cipher;
  private final byte[] markKey;
  private final List<OwnSeal> former;

  /** A seal of the node that holds these keys. */
  public OwnSeal(NodeKeys keys) {
    byte[] scalar = keys.agreementScalar();
    byte[] key =
        keys.suite() == CryptoSuite.INTL
            ? Hkdf.derive(scalar, new byte[0], PURPOSE)
            : Hkdf.deriveGm(scalar, PURPOSE);
    this.cipher = Aead.of(keys.suite(), key);
    this.former = keys.former().stream().map(OwnSeal::new).toList();
    // Marks are compared with marks of before, so they stay what they were with the first keys.
    this.markKey =
        former.isEmpty() ? Hkdf.derive(scalar, new byte[0], MARK) : former.getLast().markKey;
    Arrays.fill(scalar, (byte) 0);
  }

  /**
   * A mark by which this node finds the same content again: equal for equal content, and without
   * the node's key neither made nor traced back. 32 bytes, HMAC-SHA256 in every suite.
   */
  public byte[] mark(byte[]... content) {
    return Hkdf.derive(markKey, MARK, content);
  }

  /** Seals the content; opening needs the same context. */
  public byte[] seal(byte[] content, byte[] context) {
    byte[] nonce = new byte[12];
    RANDOM.nextBytes(nonce);
    byte[] sealed = Arrays.copyOf(nonce, content.length + OVERHEAD);
    cipher.seal(nonce, context, context.length, content, content.length, sealed, nonce.length);
    return sealed;
  }

  /**
   * Opens what this node sealed, with its keys or with former ones.
   *
   * @throws CryptoFailure when another node sealed it, the context differs, or it was altered
   */
  public byte[] open(byte[] sealed, byte[] context) {
    if (sealed.length < OVERHEAD) {
      throw new CryptoFailure("too short for a seal");
    }
    try {
      return opened(sealed, context);
    } catch (CryptoFailure e) {
      for (OwnSeal before : former) {
        try {
          return before.opened(sealed, context);
        } catch (CryptoFailure another) {
          e.addSuppressed(another);
        }
      }
      throw e;
    }
  }

  private byte[] opened(byte[] sealed, byte[] context) {
    byte[] content = new byte[sealed.length - OVERHEAD];
    try {
      cipher.open(
          Arrays.copyOf(sealed, 12),
          context,
          context.length,
          sealed,
          12,
          sealed.length - 12,
          content);
      return content;
    } catch (CryptoFailure e) {
      throw new CryptoFailure("not sealed by this node for this use", e);
    }
  }
}
