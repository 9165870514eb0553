package org.govshare.protocol.crypto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NodeKeysTest {
  @TempDir Path directory;

  @ParameterizedTest
  @EnumSource
  void savedKeysAreLoadedAsTheyWere(CryptoSuite suite) throws Exception {
    NodeKeys keys = NodeKeys.loadOrGenerate(suite, directory);
    NodeKeys again = NodeKeys.loadOrGenerate(suite, directory);

    assertEquals(keys.keyId(), again.keyId());
    assertArrayEquals(keys.agreementKey().getEncoded(), again.agreementKey().getEncoded());
    byte[] message = {1, 2, 3};
    assertTrue(PublicKeys.verify(keys.signingKey(), message, again.sign(message)));
  }

  @ParameterizedTest
  @EnumSource
  void privateFilesBelongToTheirOwnerAlone(CryptoSuite suite) throws Exception {
    NodeKeys.loadOrGenerate(suite, directory);

    for (String file : new String[] {signing(suite) + ".pem", agreement(suite) + ".pem"}) {
      assertEquals(
          "rw-------",
          PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve(file))));
    }
  }

  @ParameterizedTest
  @EnumSource
  void thePublicFilesHoldWhatIsRegistered(CryptoSuite suite) throws Exception {
    NodeKeys keys = NodeKeys.loadOrGenerate(suite, directory);

    assertEquals(
        keys.keyId(),
        PublicKeys.fingerprint(
            PublicKeys.signingKey(
                suite, Files.readString(directory.resolve(signing(suite) + ".pub")))));
    assertEquals(
        PublicKeys.base64(keys.agreementKey()),
        Files.readString(directory.resolve(agreement(suite) + ".pub")).strip());
  }

  @ParameterizedTest
  @EnumSource
  void aDamagedFileIsRefused(CryptoSuite suite) throws Exception {
    NodeKeys.loadOrGenerate(suite, directory);
    Files.writeString(
        directory.resolve(signing(suite) + ".pem"), "-----BEGIN PRIVATE KEY-----\nAAAA\n");

    assertThrows(CryptoFailure.class, () -> NodeKeys.load(suite, directory));
  }

  @Test
  void publicKeysOfAnotherKindAreRefused() {
    NodeKeys keys = NodeKeys.generate(CryptoSuite.INTL);
    String signing = PublicKeys.base64(keys.signingKey());
    String gm = PublicKeys.base64(NodeKeys.generate(CryptoSuite.GM).signingKey());

    assertThrows(
        CryptoFailure.class, () -> PublicKeys.signingKey(PublicKeys.base64(keys.agreementKey())));
    assertThrows(CryptoFailure.class, () -> PublicKeys.agreementKey("not base64!"));
    assertThrows(CryptoFailure.class, () -> PublicKeys.signingKey(CryptoSuite.GM, signing));
    assertThrows(CryptoFailure.class, () -> PublicKeys.agreementKey(CryptoSuite.GM, "bad!"));
    assertThrows(CryptoFailure.class, () -> PublicKeys.signingKey(gm));
    assertThrows(CryptoFailure.class, () -> PublicKeys.agreementKey(gm));
  }

  @Test
  void aPointOffTheCurveIsNoKey() {
    byte[] encoded = NodeKeys.generate(CryptoSuite.GM).signingKey().getEncoded();
    encoded[encoded.length - 1] ^= 1;
    String altered = Base64.getEncoder().encodeToString(encoded);

    assertThrows(CryptoFailure.class, () -> PublicKeys.signingKey(CryptoSuite.GM, altered));
  }

  @Test
  void aKeyOfAnotherCurveIsNoKeyOfSm2() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    String other = PublicKeys.base64(generator.generateKeyPair().getPublic());

    assertThrows(CryptoFailure.class, () -> PublicKeys.signingKey(CryptoSuite.GM, other));
  }

  @ParameterizedTest
  @EnumSource
  void aSignatureIsOnlyItsKeysAndMessages(CryptoSuite suite) {
    NodeKeys keys = NodeKeys.generate(suite);
    byte[] message = {1, 2, 3};
    byte[] signature = keys.sign(message);

    assertEquals(PublicKeys.SIGNATURE_LENGTH, signature.length);
    assertTrue(PublicKeys.verify(keys.signingKey(), message, signature));
    assertFalse(PublicKeys.verify(NodeKeys.generate(suite).signingKey(), message, signature));
    assertFalse(PublicKeys.verify(keys.signingKey(), new byte[] {1, 2, 4}, signature));
    assertFalse(PublicKeys.verify(keys.signingKey(), message, new byte[64]));
    assertFalse(PublicKeys.verify(keys.signingKey(), message, new byte[63]));
    assertFalse(PublicKeys.verify(keys.signingKey(), message, null));
    for (CryptoSuite other : CryptoSuite.values()) {
      if (other != suite) {
        assertFalse(PublicKeys.verify(NodeKeys.generate(other).signingKey(), message, signature));
      }
    }
  }

  @Test
  void aRingOfOneSuiteGetsTheKeysOfTheOther() throws Exception {
    NodeKeys before = NodeKeys.loadOrGenerate(CryptoSuite.INTL, directory);
    Keyring ring = Keyring.loadOrGenerate(directory);

    assertEquals(before.keyId(), ring.of(CryptoSuite.INTL).keyId());
    assertEquals(
        ring.of(CryptoSuite.GM).keyId(), Keyring.load(directory).of(CryptoSuite.GM).keyId());
  }

  @ParameterizedTest
  @EnumSource
  void aDataKeyOpensForItsReceiverAndContextOnly(CryptoSuite suite) {
    NodeKeys receiver = NodeKeys.generate(suite);
    DataKeyBlock block = DataKeyBlock.create(receiver.agreementKey(), new byte[] {1});

    assertArrayEquals(
        sealed(block.cipher()),
        sealed(DataKeyBlock.open(receiver, block.block(), new byte[] {1}).cipher()));
    assertThrows(
        CryptoFailure.class,
        () -> DataKeyBlock.open(NodeKeys.generate(suite), block.block(), new byte[] {1}));
    assertThrows(
        CryptoFailure.class, () -> DataKeyBlock.open(receiver, block.block(), new byte[] {2}));
    for (int at = 0; at < suite.keyBlockLength(); at++) {
      byte[] altered = block.block();
      altered[at] ^= 0x01;
      assertThrows(CryptoFailure.class, () -> DataKeyBlock.open(receiver, altered, new byte[] {1}));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aSealOpensForItsNodeAndContextOnly(CryptoSuite suite) {
    NodeKeys keys = NodeKeys.generate(suite);
    byte[] content = "position".getBytes(StandardCharsets.UTF_8);
    byte[] context = {7};
    byte[] sealed = new OwnSeal(keys).seal(content, context);

    assertArrayEquals(content, new OwnSeal(keys).open(sealed, context));
    assertFalse(Arrays.equals(sealed, new OwnSeal(keys).seal(content, context)));
    assertThrows(
        CryptoFailure.class, () -> new OwnSeal(NodeKeys.generate(suite)).open(sealed, context));
    assertThrows(CryptoFailure.class, () -> new OwnSeal(keys).open(sealed, new byte[] {8}));
    assertThrows(CryptoFailure.class, () -> new OwnSeal(keys).open(new byte[5], context));
  }

  private static byte[] sealed(Aead cipher) {
    byte[] sealed = new byte[40 + Aead.TAG];
    cipher.seal(new byte[12], new byte[0], 0, new byte[40], 40, sealed, 0);
    return sealed;
  }

  private static String signing(CryptoSuite suite) {
    return suite == CryptoSuite.GM ? "signing-gm" : "signing";
  }

  private static String agreement(CryptoSuite suite) {
    return suite == CryptoSuite.GM ? "agreement-gm" : "agreement";
  }

  @Test
  void hkdfGivesThePublishedTestVector() {
    // RFC 5869, test case 1, first 32 bytes of the output.
    byte[] derived =
        Hkdf.derive(
            HexFormat.of().parseHex("0b".repeat(22)),
            HexFormat.of().parseHex("000102030405060708090a0b0c"),
            HexFormat.of().parseHex("f0f1f2f3f4f5f6f7f8f9"));

    assertEquals(
        "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf",
        HexFormat.of().formatHex(derived));
  }
}
