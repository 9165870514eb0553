package org.govshare.protocol.crypto;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;

/**
 * The Ed25519 key with which the centre signs. It is kept as {@code openssl genpkey -algorithm
 * ed25519} writes it: PKCS #8 in PEM; the public key is derived from it.
 */
public final class SigningKey {
  private static final byte[] PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

  private final PrivateKey key;
  private final PublicKey publicKey;
  private final Digest keyId;

  private SigningKey(PrivateKey key, PublicKey publicKey) {
    this.key = key;
    this.publicKey = publicKey;
    this.keyId = PublicKeys.fingerprint(publicKey);
  }

  /** Makes a new key. */
  public static SigningKey generate() {
    try {
      KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
      return new SigningKey(pair.getPrivate(), pair.getPublic());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the JDK lacks Ed25519", e);
    }
  }

  /**
   * Reads a private key in PEM, or the base64 between its marks.
   *
   * @throws CryptoFailure when it is none
   */
  public static SigningKey parse(String text) {
    try {
      byte[] encoded =
          Base64.getMimeDecoder().decode(text.replaceAll("-----[A-Z ]+-----", "").strip());
      KeyFactory factory = KeyFactory.getInstance("Ed25519");
      PrivateKey key = factory.generatePrivate(new PKCS8EncodedKeySpec(encoded));
      byte[] seed =
          ((EdECPrivateKey) key)
              .getBytes()
              .orElseThrow(() -> new CryptoFailure("the signing key hides its bytes"));
      byte[] raw = new Ed25519PrivateKeyParameters(seed, 0).generatePublicKey().getEncoded();
      byte[] open = new byte[PREFIX.length + raw.length];
      System.arraycopy(PREFIX, 0, open, 0, PREFIX.length);
      System.arraycopy(raw, 0, open, PREFIX.length, raw.length);
      return new SigningKey(key, factory.generatePublic(new X509EncodedKeySpec(open)));
    } catch (IllegalArgumentException | GeneralSecurityException e) {
      throw new CryptoFailure("not an Ed25519 private key in PEM", e);
    }
  }

  /** The private key in PEM, for a file that only its owner can read. */
  public String pem() {
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded());
    return "-----BEGIN PRIVATE KEY-----\n" + body + "\n-----END PRIVATE KEY-----\n";
  }

  /** Key that others check the signatures with. */
  public PublicKey publicKey() {
    return publicKey;
  }

  /** Its fingerprint. */
  public Digest keyId() {
    return keyId;
  }

  /** Signs a message. */
  public byte[] sign(byte[] message) {
    try {
      Signature signer = Signature.getInstance("Ed25519");
      signer.initSign(key);
      signer.update(message);
      return signer.sign();
    } catch (GeneralSecurityException e) {
      throw new CryptoFailure("cannot sign", e);
    }
  }
}
