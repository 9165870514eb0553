package org.govshare.protocol.crypto;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** Public keys as text and bytes, their fingerprints, and checking a signature. */
public final class PublicKeys {
  /** Bytes of a signature, Ed25519 or SM2. */
  public static final int SIGNATURE_LENGTH = 64;

  private static final byte[] X25519_PREFIX = HexFormat.of().parseHex("302a300506032b656e032100");

  private PublicKeys() {}

  /** Reads an Ed25519 key from base64 of its X.509 SubjectPublicKeyInfo. */
  public static PublicKey signingKey(String base64) {
    return parse("Ed25519", base64);
  }

  /** Reads an X25519 key from base64 of its X.509 SubjectPublicKeyInfo. */
  public static PublicKey agreementKey(String base64) {
    return parse("X25519", base64);
  }

  /** Reads a signing key of a suite from base64 of its X.509 SubjectPublicKeyInfo. */
  public static PublicKey signingKey(CryptoSuite suite, String base64) {
    return suite == CryptoSuite.INTL ? signingKey(base64) : sm2(base64);
  }

  /** Reads an agreement key of a suite from base64 of its X.509 SubjectPublicKeyInfo. */
  public static PublicKey agreementKey(CryptoSuite suite, String base64) {
    return suite == CryptoSuite.INTL ? agreementKey(base64) : sm2(base64);
  }

  /** Base64 of the X.509 SubjectPublicKeyInfo, in one line. */
  public static String base64(PublicKey key) {
    return Base64.getEncoder().encodeToString(key.getEncoded());
  }

  /**
   * Digest of the X.509 SubjectPublicKeyInfo, SM3 for an SM2 key, SHA-256 for others: the key's
   * name in frames, receipts and events.
   */
  public static Digest fingerprint(PublicKey key) {
    CryptoSuite suite = key instanceof Sm2PublicKey ? CryptoSuite.GM : CryptoSuite.INTL;
    return suite.digest(key.getEncoded());
  }

  /** Whether a signature over the message is the key's; false for anything malformed. */
  public static boolean verify(PublicKey key, byte[] message, byte[] signature) {
    if (signature == null || signature.length != SIGNATURE_LENGTH) {
      return false;
    }
    if (key instanceof Sm2PublicKey sm2) {
      return Sm2.verify(sm2, message, signature);
    }
    try {
      Signature verifier = Signature.getInstance("Ed25519");
      verifier.initVerify(key);
      verifier.update(message);
      return verifier.verify(signature);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  static byte[] rawAgreement(PublicKey key) {
    byte[] encoded = key.getEncoded();
    return Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
  }

  static PublicKey agreementFromRaw(byte[] raw) throws GeneralSecurityException {
    byte[] encoded = Arrays.copyOf(X25519_PREFIX, X25519_PREFIX.length + 32);
    System.arraycopy(raw, 0, encoded, X25519_PREFIX.length, 32);
    return KeyFactory.getInstance("X25519").generatePublic(new X509EncodedKeySpec(encoded));
  }

  private static PublicKey sm2(String base64) {
    try {
      return Sm2.publicKey(Base64.getDecoder().decode(base64.strip()));
    } catch (IllegalArgumentException e) {
      throw new CryptoFailure("not an SM2 public key in base64", e);
    }
  }

  private static PublicKey parse(String algorithm, String base64) {
    try {
      byte[] encoded = Base64.getDecoder().decode(base64.strip());
      return KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(encoded));
    } catch (IllegalArgumentException | GeneralSecurityException e) {
      throw new CryptoFailure("not an " + algorithm + " public key in base64", e);
    }
  }
}
