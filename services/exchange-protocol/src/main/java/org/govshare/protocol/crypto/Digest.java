package org.govshare.protocol.crypto;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** A 32-byte digest, SHA-256 or SM3, with value equality. */
public final class Digest {
  /** Number of bytes in a digest. */
  public static final int LENGTH = 32;

  /** All zeros: what the first link of a chain names as its predecessor. */
  public static final Digest ZERO = new Digest(new byte[LENGTH]);

  private final byte[] bytes;

  private Digest(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Takes a copy of exactly 32 bytes. */
  public static Digest of(byte[] bytes) {
    if (bytes.length != LENGTH) {
      throw new IllegalArgumentException("a digest has 32 bytes, not " + bytes.length);
    }
    return new Digest(bytes.clone());
  }

  /** Takes a copy of 32 bytes that start at an offset. */
  public static Digest of(byte[] bytes, int offset) {
    return new Digest(Arrays.copyOfRange(bytes, offset, offset + LENGTH));
  }

  /** Computes SHA-256 over all the bytes. */
  public static Digest sha256(byte[] bytes) {
    return sha256(bytes, 0, bytes.length);
  }

  /** Computes SHA-256 over part of an array. */
  public static Digest sha256(byte[] bytes, int offset, int length) {
    MessageDigest digest = newSha256();
    digest.update(bytes, offset, length);
    return new Digest(digest.digest());
  }

  /** Reads 64 hexadecimal digits. */
  public static Digest parse(String hex) {
    return of(HexFormat.of().parseHex(hex));
  }

  static MessageDigest newSha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("the JDK lacks SHA-256", e);
    }
  }

  /** A copy of the bytes. */
  public byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Digest digest && Arrays.equals(bytes, digest.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** Lower-case hexadecimal. */
  @Override
  public String toString() {
    return HexFormat.of().formatHex(bytes);
  }
}
