package org.govshare.protocol.crypto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Keys that are changed, and what was sealed with those before. */
class KeyringTest {
  private static final byte[] CONTENT = {1, 2, 3};
  private static final byte[] CONTEXT = {7};

  @TempDir Path directory;

  private Keyring changed(Keyring ring) throws Exception {
    ring.makeNext();
    assertTrue(ring.takeNext(ring.next(CryptoSuite.INTL).keyId().toString()));
    return ring;
  }

  @ParameterizedTest
  @EnumSource
  void whatWasSealedBeforeIsOpenedAfterTwoChangesAndARestart(CryptoSuite suite) throws Exception {
    Keyring ring = Keyring.loadOrGenerate(directory);
    NodeKeys first = ring.of(suite);
    byte[] own = new OwnSeal(first).seal(CONTENT, CONTEXT);
    byte[] mark = new OwnSeal(first).mark(CONTENT);
    byte[] block = DataKeyBlock.create(first.agreementKey(), CONTEXT).block();
    byte[] signature = first.sign(CONTENT);

    changed(changed(ring));
    for (Keyring now : new Keyring[] {ring, Keyring.load(directory)}) {
      NodeKeys keys = now.of(suite);
      assertNotEquals(first.keyId(), keys.keyId());
      assertArrayEquals(CONTENT, new OwnSeal(keys).open(own, CONTEXT));
      assertArrayEquals(mark, new OwnSeal(keys).mark(CONTENT));
      assertTrue(DataKeyBlock.open(keys, block, CONTEXT).matches(block));
      assertTrue(keys.signed(CONTENT, signature));
      assertFalse(PublicKeys.verify(keys.signingKey(), CONTENT, signature));
      assertFalse(NodeKeys.generate(suite).signed(CONTENT, signature));
    }
    assertEquals(ring.of(suite).keyId(), Keyring.load(directory).of(suite).keyId());
  }

  @Test
  void newKeysWaitUntilTheyAreTakenAlsoOverARestart() throws Exception {
    Keyring ring = Keyring.loadOrGenerate(directory);
    Digest before = ring.of(CryptoSuite.INTL).keyId();
    ring.makeNext();
    String next = ring.next(CryptoSuite.INTL).keyId().toString();
    ring.makeNext();
    assertEquals(next, ring.next(CryptoSuite.INTL).keyId().toString());

    Keyring again = Keyring.loadOrGenerate(directory);
    assertEquals(before, again.of(CryptoSuite.INTL).keyId());
    assertFalse(again.takeNext(before.toString()));
    assertTrue(again.takeNext(next));
    assertFalse(again.takeNext(next));
    assertNull(again.next(CryptoSuite.INTL));
    assertEquals(next, Keyring.loadOrGenerate(directory).of(CryptoSuite.INTL).keyId().toString());
  }

  @Test
  void aChangeThatWasCutOffIsBroughtToItsEnd() throws Exception {
    Keyring ring = Keyring.loadOrGenerate(directory);
    ring.makeNext();
    String next = ring.next(CryptoSuite.INTL).keyId().toString();
    Files.createFile(directory.resolve("next/taken"));

    assertEquals(next, Keyring.loadOrGenerate(directory).of(CryptoSuite.INTL).keyId().toString());
    assertFalse(Files.exists(directory.resolve("next/taken")));
  }

  @Test
  void keysThatWereMadeByHalfAreForgotten() throws Exception {
    Keyring ring = Keyring.loadOrGenerate(directory);
    Digest before = ring.of(CryptoSuite.INTL).keyId();
    ring.makeNext();
    Files.delete(directory.resolve("next/agreement-gm.pem"));

    Keyring again = Keyring.loadOrGenerate(directory);
    assertNull(again.next(CryptoSuite.INTL));
    assertEquals(before, again.of(CryptoSuite.INTL).keyId());
  }
}
