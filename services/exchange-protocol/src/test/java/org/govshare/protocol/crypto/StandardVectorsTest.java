package org.govshare.protocol.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.crypto.engines.SM2Engine;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.junit.jupiter.api.Test;

/** The suites' algorithms against the examples that the standards print. */
class StandardVectorsTest {
  private static final HexFormat HEX = HexFormat.of();
  // GB/T 32918.5-2017, annexes A and C: one key pair and one random number for both.
  private static final String SCALAR =
      "3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8";
  private static final String RANDOM_NUMBER =
      "59276e27d506861a16680f3ad9c02dccef3cc1fa3cdbe4ce6d54b80deac1bc21";
  private static final String POINT =
      "0409f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020"
          + "ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13";
  private static final ECNamedDomainParameters CURVE =
      new ECNamedDomainParameters(
          GMObjectIdentifiers.sm2p256v1, GMNamedCurves.getByOID(GMObjectIdentifiers.sm2p256v1));

  @Test
  void sm3GivesTheDigestsOfGbt32905() {
    assertEquals(
        "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0",
        CryptoSuite.GM.digest("abc".getBytes(StandardCharsets.US_ASCII)).toString());
    assertEquals(
        "debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732",
        CryptoSuite.GM.digest("abcd".repeat(16).getBytes(StandardCharsets.US_ASCII)).toString());
  }

  @Test
  void sm4GivesTheCiphertextsOfGbt32907() {
    byte[] block = HEX.parseHex("0123456789abcdeffedcba9876543210");
    SM4Engine engine = new SM4Engine();
    engine.init(true, new KeyParameter(block.clone()));
    engine.processBlock(block, 0, block, 0);
    assertEquals("681edf34d206965e86b3e94f536e4246", HEX.formatHex(block));
    for (int round = 1; round < 1_000_000; round++) {
      engine.processBlock(block, 0, block, 0);
    }
    assertEquals("595298c7c6fd271f0402f804c33d3f66", HEX.formatHex(block));
  }

  @Test
  void sm4GcmGivesTheCiphertextOfRfc8998() {
    byte[] plain =
        HEX.parseHex(
            "aaaaaaaaaaaaaaaabbbbbbbbbbbbbbbbccccccccccccccccdddddddddddddddd"
                + "eeeeeeeeeeeeeeeeffffffffffffffffeeeeeeeeeeeeeeeeaaaaaaaaaaaaaaaa");
    byte[] associated = HEX.parseHex("feedfacedeadbeeffeedfacedeadbeefabaddad2");
    byte[] nonce = HEX.parseHex("00001234567800000000abcd");
    Aead cipher = Aead.of(CryptoSuite.GM, HEX.parseHex("0123456789abcdeffedcba9876543210"));
    byte[] sealed = new byte[plain.length + Aead.TAG];

    cipher.seal(nonce, associated, associated.length, plain, plain.length, sealed, 0);

    assertEquals(
        "17f399f08c67d5ee19d0dc9969c4bb7d5fd46fd3756489069157b282bb200735"
            + "d82710ca5c22f0ccfa7cbf93d496ac15a56834cbcf98c397b4024a2691233b8d"
            + "83de3541e4c2b58177e065a9bf7b62ec",
        HEX.formatHex(sealed));
    byte[] opened = new byte[plain.length];
    cipher.open(nonce, associated, associated.length, sealed, 0, sealed.length, opened);
    assertEquals(HEX.formatHex(plain), HEX.formatHex(opened));
  }

  @Test
  void sm2SignsAsInGbt32918() throws Exception {
    byte[] message = "message digest".getBytes(StandardCharsets.US_ASCII);
    SM2Signer signer = new SM2Signer(PlainDSAEncoding.INSTANCE);
    signer.init(true, new ParametersWithRandom(scalar(), new PrintedRandom()));
    signer.update(message, 0, message.length);
    String expected =
        "f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3"
            + "b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa";

    assertEquals(expected, HEX.formatHex(signer.generateSignature()));
    assertTrue(PublicKeys.verify(new Sm2PublicKey(point()), message, HEX.parseHex(expected)));
  }

  @Test
  void sm2EncryptsAsInGbt32918() throws Exception {
    byte[] message = "encryption standard".getBytes(StandardCharsets.US_ASCII);
    SM2Engine engine = new SM2Engine(SM2Engine.Mode.C1C3C2);
    engine.init(true, new ParametersWithRandom(point(), new PrintedRandom()));
    String expected =
        "0404ebfc718e8d1798620432268e77feb6415e2ede0e073c0f4f640ecd2e149a73"
            + "e858f9d81e5430a57b36daab8f950a3c64e6ee6a63094d99283aff767e124df0"
            + "59983c18f809e262923c53aec295d30383b54e39d609d160afcb1908d0bd876621886ca989ca9c7d"
            + "58087307ca93092d651efa";

    assertEquals(expected, HEX.formatHex(engine.processBlock(message, 0, message.length)));
    assertEquals(
        "encryption standard",
        new String(
            Sm2.decrypt(new Sm2PrivateKey(scalar()), HEX.parseHex(expected)),
            StandardCharsets.US_ASCII));
  }

  @Test
  void aesGcmGivesTheCiphertextOfTheGcmSpecification() {
    // McGrew and Viega, test case 14: key, nonce and block of zeros.
    Aead cipher = Aead.of(CryptoSuite.INTL, new byte[32]);
    byte[] sealed = new byte[16 + Aead.TAG];

    cipher.seal(new byte[12], new byte[0], 0, new byte[16], 16, sealed, 0);

    assertEquals(
        "cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919", HEX.formatHex(sealed));
  }

  @Test
  void keysOfAnotherLengthAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> Aead.of(CryptoSuite.GM, new byte[32]));
    assertThrows(IllegalArgumentException.class, () -> Aead.of(CryptoSuite.INTL, new byte[16]));
  }

  private static ECPrivateKeyParameters scalar() {
    return new ECPrivateKeyParameters(new BigInteger(SCALAR, 16), CURVE);
  }

  private static ECPublicKeyParameters point() {
    return new ECPublicKeyParameters(CURVE.getCurve().decodePoint(HEX.parseHex(POINT)), CURVE);
  }

  /** Gives the random number that the standard prints. */
  private static final class PrintedRandom extends SecureRandom {
    @Override
    public void nextBytes(byte[] bytes) {
      byte[] printed = HEX.parseHex(RANDOM_NUMBER);
      System.arraycopy(printed, printed.length - bytes.length, bytes, 0, bytes.length);
    }
  }
}
