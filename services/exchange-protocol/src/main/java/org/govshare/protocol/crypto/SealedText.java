package org.govshare.protocol.crypto;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.KeyAgreement;

/**
 * A text for one reader, who may be a browser: ECDH on P-256 with a key made for this text alone,
 * HKDF-SHA256, AES-256-GCM. Whoever carries it cannot read it.
 *
 * @param key the sender's public key for this text (SubjectPublicKeyInfo, base64)
 * @param content ciphertext and tag, base64
 */
public record SealedText(String key, String content) {
  private static final String CURVE = "secp256r1";
  private static final byte[] PURPOSE = "govshare sealed text".getBytes(StandardCharsets.UTF_8);
  // Each key encrypts one text.
  private static final byte[] NONCE = new byte[12];

  /**
   * Seals a text.
   *
   * @param readerKey the reader's public key, as above
   * @param context what it belongs to; the reader must name the same
   * @throws CryptoFailure if the key is none of P-256
   */
  public static SealedText seal(String readerKey, String context, String text) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec(CURVE));
      KeyPair own = generator.generateKeyPair();
      byte[] content = text.getBytes(StandardCharsets.UTF_8);
      byte[] associated = context.getBytes(StandardCharsets.UTF_8);
      byte[] sealed = new byte[content.length + Aead.TAG];
      cipher(own.getPrivate(), publicKey(readerKey), associated)
          .seal(NONCE, associated, associated.length, content, content.length, sealed, 0);
      Base64.Encoder base64 = Base64.getEncoder();
      return new SealedText(
          base64.encodeToString(own.getPublic().getEncoded()), base64.encodeToString(sealed));
    } catch (GeneralSecurityException e) {
      throw new CryptoFailure("cannot seal a text", e);
    }
  }

  /**
   * Opens it with the reader's private key.
   *
   * @throws CryptoFailure if key or context are not those it was sealed with, or it was altered
   */
  public String open(PrivateKey readerKey, String context) {
    try {
      byte[] sealed = Base64.getDecoder().decode(content);
      byte[] associated = context.getBytes(StandardCharsets.UTF_8);
      byte[] opened = new byte[sealed.length];
      int length =
          cipher(readerKey, publicKey(key), associated)
              .open(NONCE, associated, associated.length, sealed, 0, sealed.length, opened);
      return new String(Arrays.copyOf(opened, length), StandardCharsets.UTF_8);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new CryptoFailure("cannot open a text", e);
    }
  }

  /**
   * Reads a reader's public key.
   *
   * @throws CryptoFailure if it is none of P-256
   */
  public static PublicKey publicKey(String base64) {
    try {
      PublicKey key =
          KeyFactory.getInstance("EC")
              .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(base64)));
      if (key instanceof ECPublicKey curve
          && curve.getParams().getOrder().bitLength() == 256
          && curve.getParams().toString().contains(CURVE)) {
        return key;
      }
      throw new CryptoFailure("the key is none of P-256");
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new CryptoFailure("the key is none of P-256", e);
    }
  }

  private static Aead cipher(PrivateKey own, PublicKey other, byte[] associated)
      throws GeneralSecurityException {
    KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
    agreement.init(own);
    agreement.doPhase(other, true);
    byte[] secret = agreement.generateSecret();
    byte[] key = Hkdf.derive(secret, associated, PURPOSE);
    Arrays.fill(secret, (byte) 0);
    return Aead.of(CryptoSuite.INTL, key);
  }
}
