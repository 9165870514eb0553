package org.govshare.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.govshare.node.fixture.DatabaseTest;
import org.govshare.node.fixture.People;
import org.govshare.protocol.control.ForwardedReceipt;
import org.govshare.protocol.control.KeysTaken;
import org.govshare.protocol.control.RunLimits;
import org.govshare.protocol.control.Side;
import org.govshare.protocol.control.TransferMode;
import org.govshare.protocol.crypto.CryptoSuite;
import org.govshare.protocol.crypto.PublicKeys;
import org.govshare.protocol.receipt.Receipt;
import org.junit.jupiter.api.Test;

/** A node changes its keys while a run is under way. */
class KeyChangeTest extends DatabaseTest {
  private static final int ROWS = 20_000;

  private final UUID run = UUID.randomUUID();
  private final UUID channel = UUID.randomUUID();

  private void start() throws Exception {
    People.insertMany(databases, ROWS);
    exchange.startNodes();
    exchange.limits(new RunLimits(400_000L, null));
    exchange.start(run, channel, TransferMode.FULL, People.COLUMNS);
    awaitRows(ROWS / 10);
  }

  /** Has a node change its keys; the centre tells both nodes, the other one first. */
  private void change(String node, Side other) throws Exception {
    PublicKey before = exchange.keys(node).signingKey();
    String keyId = exchange.node(node).rotate();
    JsonNode event =
        exchange
            .centre()
            .await(
                "KeysChanged of " + node,
                each ->
                    each.path("type").asText().equals("KeysChanged")
                        && PublicKeys.fingerprint(
                                PublicKeys.signingKey(each.path("signingKey").asText()))
                            .toString()
                            .equals(keyId));
    assertEquals(before, exchange.keys(node).signingKey());
    assertEquals(
        PublicKeys.base64(exchange.keyring(node).next(CryptoSuite.INTL).signingKey()),
        event.get("signingKey").asText());
    exchange.centre().command(node, new KeysTaken(keyId));
    Instant end = Instant.now().plus(Duration.ofSeconds(30));
    while (before.equals(exchange.keys(node).signingKey())) {
      assertTrue(Instant.now().isBefore(end), "the keys are not changed");
      Thread.sleep(5);
    }
    exchange
        .centre()
        .command(
            node.equals("gs") ? "sw" : "gs",
            exchange.command(other, run, channel, TransferMode.FULL, People.COLUMNS));
  }

  private void completes(PublicKey source, PublicKey target) throws Exception {
    exchange.awaitState(run, Side.SOURCE, "COMPLETED");
    exchange.awaitState(run, Side.TARGET, "COMPLETED");
    assertEquals(People.digest(databases, "gs"), People.digest(databases, "sw"));
    Receipt before = null;
    for (Receipt receipt : exchange.centre().receipts()) {
      assertNull(receipt.breakAfter(before));
      before = receipt;
    }
    assertEquals(ROWS, before.runTotals().rows());
    assertEquals(
        Long.toString(before.sequence()),
        databases.value("sw", "SELECT count(*) FROM govshare.inbox"));
    assertSigners(
        List.of(source, exchange.keys("gs").signingKey()), ForwardedReceipt::sourceSignature);
    assertSigners(
        List.of(target, exchange.keys("sw").signingKey()), ForwardedReceipt::targetSignature);
  }

  private interface Signature {
    String of(ForwardedReceipt receipt);
  }

  /** Each receipt verifies with a key of its end, the first ones with the first, no flipping. */
  private void assertSigners(List<PublicKey> keys, Signature signature) {
    Map<Long, Integer> signers = new LinkedHashMap<>();
    for (ForwardedReceipt forwarded : exchange.centre().forwarded()) {
      Base64.Decoder base64 = Base64.getDecoder();
      Receipt receipt = Receipt.parse(base64.decode(forwarded.content()));
      int signer = 0;
      while (!receipt.verify(keys.get(signer), base64.decode(signature.of(forwarded)))) {
        signer++;
      }
      signers.putIfAbsent(receipt.sequence(), signer);
    }
    List<Integer> all = new ArrayList<>(signers.values());
    List<Integer> sorted = all.stream().sorted().toList();
    assertEquals(sorted, all);
    assertEquals(0, all.getFirst());
    if (!keys.getFirst().equals(keys.getLast())) {
      assertNotEquals(0, all.getLast());
    }
  }

  @Test
  void theSourceChangesItsKeys() throws Exception {
    start();
    PublicKey source = exchange.keys("gs").signingKey();
    change("gs", Side.TARGET);

    completes(source, exchange.keys("sw").signingKey());
  }

  @Test
  void theTargetChangesItsKeys() throws Exception {
    start();
    PublicKey target = exchange.keys("sw").signingKey();
    change("sw", Side.SOURCE);

    completes(exchange.keys("gs").signingKey(), target);
  }

  @Test
  void bothChangeAndTheNextRunGoesOnFromTheLastPosition() throws Exception {
    People.insertMany(databases, 300);
    exchange.startNodes();
    UUID first = UUID.randomUUID();
    exchange.start(first, channel, TransferMode.INCREMENT, People.COLUMNS);
    exchange.awaitState(first, Side.SOURCE, "COMPLETED");
    for (String node : List.of("gs", "sw")) {
      String keyId = exchange.node(node).rotate();
      exchange.centre().command(node, new KeysTaken(keyId));
      while (!exchange.keys(node).keyId().toString().equals(keyId)) {
        Thread.sleep(5);
      }
    }
    UUID second = UUID.randomUUID();
    exchange.start(second, channel, TransferMode.INCREMENT, People.COLUMNS);

    assertEquals(0, exchange.awaitState(second, Side.SOURCE, "COMPLETED").get("rows").asLong());
  }

  private void awaitRows(int rows) throws Exception {
    Instant end = Instant.now().plus(Duration.ofSeconds(60));
    while (committed() < rows) {
      assertTrue(Instant.now().isBefore(end), "only " + committed() + " rows are committed");
      Thread.sleep(5);
    }
  }

  private long committed() throws Exception {
    String table = databases.value("sw", "SELECT to_regclass('govshare.channel')");
    String rows =
        table == null ? null : databases.value("sw", "SELECT run_rows FROM govshare.channel");
    return rows == null ? 0 : Long.parseLong(rows);
  }
}
