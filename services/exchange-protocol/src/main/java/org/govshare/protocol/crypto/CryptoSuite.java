package org.govshare.protocol.crypto;

/** The set of algorithms that a frame names in its header. */
public enum CryptoSuite {
  /** AES-256-GCM, SHA-256, Ed25519, X25519 with HKDF-SHA256. */
  INTL(1);

  private final int number;

  CryptoSuite(int number) {
    this.number = number;
  }

  /** Number on the wire. */
  public int number() {
    return number;
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
