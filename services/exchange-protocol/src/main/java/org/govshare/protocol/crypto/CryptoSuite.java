package org.govshare.protocol.crypto;

import java.util.Locale;
import org.bouncycastle.crypto.digests.SM3Digest;

/**
 * The set of algorithms of a service. Frames and receipts name it; everything that belongs to one
 * channel is of one suite.
 */
public enum CryptoSuite {
  /** AES-256-GCM, SHA-256, Ed25519, X25519 with HKDF-SHA256. */
  INTL(1, 32 + 32 + 16),
  /**
   * The national algorithms: SM4-GCM (GB/T 32907), SM3 (GB/T 32905), SM2 signatures and encryption
   * (GB/T 32918) on the recommended curve.
   */
  GM(2, Sm2.CIPHERTEXT_OVERHEAD + DataKeyBlock.GM_CONTENT);

  private final int number;
  private final int keyBlockLength;

  CryptoSuite(int number, int keyBlockLength) {
    this.number = number;
    this.keyBlockLength = keyBlockLength;
  }

  /** Number on the wire. */
  public int number() {
    return number;
  }

  /** Name in texts and files: {@code intl} or {@code gm}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Bytes of a data key wrapped for its receiver. */
  public int keyBlockLength() {
    return keyBlockLength;
  }

  /** The suite's digest over all the bytes. */
  public Digest digest(byte[] bytes) {
    return digest(bytes, 0, bytes.length);
  }

  /** The suite's digest over part of an array. */
  public Digest digest(byte[] bytes, int offset, int length) {
    if (this == INTL) {
      return Digest.sha256(bytes, offset, length);
    }
    SM3Digest digest = new SM3Digest();
    digest.update(bytes, offset, length);
    byte[] out = new byte[Digest.LENGTH];
    digest.doFinal(out, 0);
    return Digest.of(out);
  }

  /** Suite of a number on the wire, or null if there is none. */
  public static CryptoSuite of(int number) {
    for (CryptoSuite suite : values()) {
      if (suite.number == number) {
        return suite;
      }
    }
    return null;
  }
}
