package org.govshare.protocol.crypto;

import java.io.IOException;
import java.security.KeyPair;
import java.security.SecureRandom;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM2Engine;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.PublicKeyFactory;

/**
 * SM2 on the recommended curve of GB/T 32918.5. Signatures are over SM3 with the standard's default
 * signer id, written as r and s, 32 bytes each. Ciphertexts are C1 (65 bytes, uncompressed), C3,
 * C2.
 */
final class Sm2 {
  static final String ALGORITHM = "SM2";

  /** Bytes that encryption adds: C1 and C3. */
  static final int CIPHERTEXT_OVERHEAD = 65 + 32;

  private static final ECNamedDomainParameters CURVE = curve();

  private Sm2() {}

  private static ECNamedDomainParameters curve() {
    X9ECParameters curve = GMNamedCurves.getByOID(GMObjectIdentifiers.sm2p256v1);
    return new ECNamedDomainParameters(GMObjectIdentifiers.sm2p256v1, curve);
  }

  static KeyPair generate() {
    ECKeyPairGenerator generator = new ECKeyPairGenerator();
    generator.init(new ECKeyGenerationParameters(CURVE, new SecureRandom()));
    AsymmetricCipherKeyPair pair = generator.generateKeyPair();
    return new KeyPair(
        new Sm2PublicKey((ECPublicKeyParameters) pair.getPublic()),
        new Sm2PrivateKey((ECPrivateKeyParameters) pair.getPrivate()));
  }

  /** Reads an X.509 SubjectPublicKeyInfo; a point off the curve is refused. */
  static Sm2PublicKey publicKey(byte[] encoded) {
    try {
      if (PublicKeyFactory.createKey(encoded) instanceof ECPublicKeyParameters key
          && onCurve(key.getParameters())) {
        return new Sm2PublicKey(key);
      }
    } catch (IOException | RuntimeException e) {
      throw new CryptoFailure("not an SM2 public key", e);
    }
    throw new CryptoFailure("not an SM2 public key");
  }

  /** Reads a PKCS#8 PrivateKeyInfo. */
  static Sm2PrivateKey privateKey(byte[] encoded) {
    try {
      AsymmetricKeyParameter read = PrivateKeyFactory.createKey(encoded);
      if (read instanceof ECPrivateKeyParameters key && onCurve(key.getParameters())) {
        return new Sm2PrivateKey(key);
      }
    } catch (IOException | RuntimeException e) {
      throw new CryptoFailure("not an SM2 private key", e);
    }
    throw new CryptoFailure("not an SM2 private key");
  }

  private static boolean onCurve(Object parameters) {
    return parameters instanceof ECNamedDomainParameters named
        && named.getName().equals(GMObjectIdentifiers.sm2p256v1);
  }

  static byte[] sign(Sm2PrivateKey key, byte[] message) {
    SM2Signer signer = new SM2Signer(PlainDSAEncoding.INSTANCE);
    signer.init(true, new ParametersWithRandom(key.scalar(), new SecureRandom()));
    signer.update(message, 0, message.length);
    try {
      return signer.generateSignature();
    } catch (CryptoException e) {
      throw new CryptoFailure("cannot sign", e);
    }
  }

  static boolean verify(Sm2PublicKey key, byte[] message, byte[] signature) {
    SM2Signer signer = new SM2Signer(PlainDSAEncoding.INSTANCE);
    signer.init(false, key.point());
    signer.update(message, 0, message.length);
    return signer.verifySignature(signature);
  }

  static byte[] encrypt(Sm2PublicKey receiver, byte[] plain) {
    SM2Engine engine = new SM2Engine(SM2Engine.Mode.C1C3C2);
    engine.init(true, new ParametersWithRandom(receiver.point(), new SecureRandom()));
    try {
      return engine.processBlock(plain, 0, plain.length);
    } catch (InvalidCipherTextException e) {
      throw new CryptoFailure("cannot encrypt with SM2", e);
    }
  }

  /** Opens a ciphertext; its C3 is checked. */
  static byte[] decrypt(Sm2PrivateKey receiver, byte[] sealed) {
    SM2Engine engine = new SM2Engine(SM2Engine.Mode.C1C3C2);
    engine.init(false, receiver.scalar());
    try {
      return engine.processBlock(sealed, 0, sealed.length);
    } catch (InvalidCipherTextException | RuntimeException e) {
      throw new CryptoFailure("not encrypted for this SM2 key", e);
    }
  }
}
