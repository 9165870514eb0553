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
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeKeysTest {
  @TempDir Path directory;

  @Test
  void savedKeysAreLoadedAsTheyWere() throws Exception {
    NodeKeys keys = NodeKeys.loadOrGenerate(directory);
    NodeKeys again = NodeKeys.loadOrGenerate(directory);

    assertEquals(keys.keyId(), again.keyId());
    assertArrayEquals(keys.agreementKey().getEncoded(), again.agreementKey().getEncoded());
    byte[] message = {1, 2, 3};
    assertTrue(PublicKeys.verify(keys.signingKey(), message, again.sign(message)));
  }

  @Test
  void privateFilesBelongToTheirOwnerAlone() throws Exception {
    NodeKeys.loadOrGenerate(directory);

    for (String file : new String[] {"signing.pem", "agreement.pem"}) {
      assertEquals(
          "rw-------",
          PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve(file))));
    }
  }

  @Test
  void thePublicFilesHoldWhatIsRegistered() throws Exception {
    NodeKeys keys = NodeKeys.loadOrGenerate(directory);

    assertEquals(
        keys.keyId(),
        PublicKeys.fingerprint(
            PublicKeys.signingKey(Files.readString(directory.resolve("signing.pub")))));
    assertEquals(
        PublicKeys.base64(keys.agreementKey()),
        Files.readString(directory.resolve("agreement.pub")).strip());
  }

  @Test
  void aDamagedFileIsRefused() throws Exception {
    NodeKeys.loadOrGenerate(directory);
    Files.writeString(directory.resolve("signing.pem"), "-----BEGIN PRIVATE KEY-----\nAAAA\n");

    assertThrows(CryptoFailure.class, () -> NodeKeys.load(directory));
  }

  @Test
  void publicKeysOfAnotherKindAreRefused() {
    NodeKeys keys = NodeKeys.generate();

    assertThrows(
        CryptoFailure.class, () -> PublicKeys.signingKey(PublicKeys.base64(keys.agreementKey())));
    assertThrows(CryptoFailure.class, () -> PublicKeys.agreementKey("not base64!"));
  }

  @Test
  void aDataKeyOpensForItsReceiverAndContextOnly() {
    NodeKeys receiver = NodeKeys.generate();
    DataKeyBlock block = DataKeyBlock.create(receiver.agreementKey(), new byte[] {1});

    assertArrayEquals(
        block.key().getEncoded(),
        DataKeyBlock.open(receiver, block.block(), new byte[] {1}).key().getEncoded());
    assertThrows(
        CryptoFailure.class,
        () -> DataKeyBlock.open(NodeKeys.generate(), block.block(), new byte[] {1}));
    assertThrows(
        CryptoFailure.class, () -> DataKeyBlock.open(receiver, block.block(), new byte[] {2}));
    for (int at = 0; at < DataKeyBlock.LENGTH; at++) {
      byte[] altered = block.block();
      altered[at] ^= 0x01;
      assertThrows(CryptoFailure.class, () -> DataKeyBlock.open(receiver, altered, new byte[] {1}));
    }
  }

  @Test
  void aSealOpensForItsNodeAndContextOnly() {
    NodeKeys keys = NodeKeys.generate();
    byte[] content = "position".getBytes(StandardCharsets.UTF_8);
    byte[] context = {7};
    byte[] sealed = new OwnSeal(keys).seal(content, context);

    assertArrayEquals(content, new OwnSeal(keys).open(sealed, context));
    assertFalse(Arrays.equals(sealed, new OwnSeal(keys).seal(content, context)));
    assertThrows(CryptoFailure.class, () -> new OwnSeal(NodeKeys.generate()).open(sealed, context));
    assertThrows(CryptoFailure.class, () -> new OwnSeal(keys).open(sealed, new byte[] {8}));
    assertThrows(CryptoFailure.class, () -> new OwnSeal(keys).open(new byte[5], context));
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
