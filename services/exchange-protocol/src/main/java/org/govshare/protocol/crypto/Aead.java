package org.govshare.protocol.crypto;

/**
 * Authenticated encryption under one key, with nonces of 12 bytes and tags of {@value #TAG}. The
 * caller answers for a nonce being used once per key. Not safe for several threads.
 */
public interface Aead {
  /** Bytes of a tag. */
  int TAG = 16;

  /**
   * Encrypts; the tag follows the ciphertext.
   *
   * @param nonce 12 bytes
   * @param associated authenticated with the content; its first {@code associatedLength} bytes
   * @return bytes written
   */
  int seal(
      byte[] nonce,
      byte[] associated,
      int associatedLength,
      byte[] content,
      int length,
      byte[] into,
      int at);

  /**
   * Decrypts what {@link #seal} wrote. What was written into the array counts only when the method
   * returns.
   *
   * @return bytes written, from the array's start
   * @throws CryptoFailure when anything differs from what was sealed
   */
  int open(
      byte[] nonce,
      byte[] associated,
      int associatedLength,
      byte[] sealed,
      int offset,
      int length,
      byte[] into);

  /** The suite's cipher under a key of its length: 32 bytes for AES-256, 16 for SM4. */
  static Aead of(CryptoSuite suite, byte[] key) {
    return suite == CryptoSuite.INTL ? new AesGcm(key) : new Sm4Gcm(key);
  }
}
