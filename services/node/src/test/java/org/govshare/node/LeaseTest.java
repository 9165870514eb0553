package org.govshare.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.govshare.node.fixture.DatabaseTest;
import org.govshare.node.fixture.People;
import org.govshare.node.state.Json;
import org.govshare.protocol.control.CentreKeys;
import org.govshare.protocol.control.ComputeDigest;
import org.govshare.protocol.control.Lane;
import org.govshare.protocol.control.Lease;
import org.govshare.protocol.control.ReceiptHead;
import org.govshare.protocol.control.RenewLease;
import org.govshare.protocol.control.RowCondition;
import org.govshare.protocol.control.RowOperator;
import org.govshare.protocol.control.RunLimits;
import org.govshare.protocol.control.Side;
import org.govshare.protocol.control.SignedLease;
import org.govshare.protocol.control.StartRun;
import org.govshare.protocol.control.StopRun;
import org.govshare.protocol.control.TransferMode;
import org.govshare.protocol.crypto.Digest;
import org.govshare.protocol.crypto.PublicKeys;
import org.govshare.protocol.crypto.SigningKey;
import org.govshare.protocol.receipt.CountersignedHead;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nodes that know the centre's keys move rows under its leases alone. */
class LeaseTest extends DatabaseTest {
  private static final Duration LENGTH = Duration.ofMinutes(30);
  private static final int ROWS = 3000;

  private final SigningKey key = SigningKey.generate();
  private final SigningKey otherKey = SigningKey.generate();
  private final UUID run = UUID.randomUUID();
  private final UUID channel = UUID.randomUUID();

  @BeforeEach
  void theNodesKnowTheCentre() throws Exception {
    exchange.centreKeys(List.of(PublicKeys.base64(key.publicKey())));
    People.insertMany(databases, ROWS);
  }

  private StartRun command(Side side) {
    return exchange.command(side, run, channel, TransferMode.FULL, People.COLUMNS);
  }

  private static String node(Side side) {
    return side == Side.SOURCE ? "gs" : "sw";
  }

  private SignedLease lease(StartRun allowed, SigningKey by) {
    Instant now = exchange.time().instant();
    Lease lease = Lease.of(allowed, node(allowed.side()), now, now.plus(LENGTH));
    return SignedLease.sign(by, Json.write(lease).getBytes(StandardCharsets.UTF_8));
  }

  private void start(StartRun command) throws Exception {
    exchange.centre().command(node(command.side()), command);
  }

  private void startLeased() throws Exception {
    for (Side side : List.of(Side.TARGET, Side.SOURCE)) {
      start(command(side).leased(lease(command(side), key)));
    }
  }

  private void renew(SigningKey by) throws Exception {
    for (Side side : Side.values()) {
      exchange.centre().command(node(side), new RenewLease(run, channel, lease(command(side), by)));
    }
  }

  private void awaitStanding(Side side, String reason) throws InterruptedException {
    exchange
        .centre()
        .await(
            side + " " + reason,
            event ->
                event.path("type").asText().equals("RunStandsBy")
                    && event.path("side").asText().equals(side.name())
                    && event.path("reason").asText().equals(reason));
  }

  private String refusal(StartRun command) throws Exception {
    start(command);
    JsonNode failed = exchange.awaitState(run, command.side(), "FAILED");
    return failed.path("reason").asText() + ": " + failed.path("detail").asText();
  }

  private long arrived() throws Exception {
    return Long.parseLong(databases.value("sw", "SELECT count(*) FROM public.person"));
  }

  /** Returns when a node has carried out everything that it was told before. */
  private void heardOut(String node) throws Exception {
    UUID id = UUID.randomUUID();
    Side side = node.equals("gs") ? Side.SOURCE : Side.TARGET;
    exchange
        .centre()
        .command(
            node,
            new ComputeDigest(id, run, side, node, "public", "none", List.of(), List.of(), "AA=="));
    exchange
        .centre()
        .await("answer", event -> event.path("reconciliationId").asText().equals(id.toString()));
  }

  /** A run slow enough that the test is there while it lasts. */
  private void startSlowly() throws Exception {
    exchange.limits(new RunLimits(20_000L, null));
    exchange.startNodes();
    startLeased();
    exchange
        .centre()
        .await(
            "rows",
            event ->
                event.path("type").asText().equals("RunProgress")
                    && event.path("side").asText().equals("TARGET")
                    && event.path("rows").asLong() > 0);
  }

  @Test
  void underALeaseEveryRowArrives() throws Exception {
    exchange.startNodes();
    startLeased();

    exchange.awaitState(run, Side.SOURCE, "COMPLETED");
    assertEquals(People.digest(databases, "gs"), People.digest(databases, "sw"));
  }

  @Test
  void withoutRenewalRowsStandStillAndWithOneTheyGoOn() throws Exception {
    startSlowly();
    exchange.time().pass(LENGTH);
    awaitStanding(Side.SOURCE, "lease-ended");
    awaitStanding(Side.TARGET, "lease-ended");
    long moved = arrived();
    heardOut("gs");
    heardOut("sw");
    assertTrue(moved > 0 && moved < ROWS, "moved " + moved);
    assertEquals(moved, arrived());

    renew(otherKey);
    heardOut("sw");
    assertEquals(moved, arrived());

    renew(key);
    // The rest need not be slow: the lease says nothing of speed.
    exchange.awaitState(run, Side.SOURCE, "COMPLETED");
    assertEquals(People.digest(databases, "gs"), People.digest(databases, "sw"));
    exchange
        .centre()
        .await(
            "it goes on",
            event ->
                event.path("type").asText().equals("RunStandsBy") && event.get("reason").isNull());
  }

  @Test
  void aClockThatIsSetBackGivesNoMoreOfALease() throws Exception {
    startSlowly();
    exchange.time().set(Duration.ofHours(-5));
    exchange.time().pass(LENGTH);

    awaitStanding(Side.SOURCE, "lease-ended");
    awaitStanding(Side.TARGET, "lease-ended");
  }

  @Test
  void aLeaseLastsOverARestartAndEndsLikewise() throws Exception {
    startSlowly();
    exchange.stopNode("gs");
    exchange.startNode("gs");
    long moved = arrived();
    exchange.centre().await("more rows", event -> moreThan(moved));
    exchange.stopNode("gs");
    exchange.stopNode("sw");
    long before = arrived();
    exchange.time().pass(LENGTH);
    exchange.startNodes();

    awaitStanding(Side.SOURCE, "lease-ended");
    awaitStanding(Side.TARGET, "lease-ended");
    assertEquals(before, arrived());
  }

  private boolean moreThan(long moved) {
    try {
      return arrived() > moved;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aRunThatStandsByCanBeStopped() throws Exception {
    startSlowly();
    exchange.time().pass(LENGTH);
    awaitStanding(Side.SOURCE, "lease-ended");
    awaitStanding(Side.TARGET, "lease-ended");
    long moved = arrived();
    for (Side side : Side.values()) {
      exchange.centre().command(node(side), new StopRun(run, channel, "grant-revoked"));
    }
    exchange.awaitState(run, Side.SOURCE, "STOPPED");
    exchange.awaitState(run, Side.TARGET, "STOPPED");
    renew(key);
    heardOut("gs");
    heardOut("sw");

    assertEquals(moved, arrived());
  }

  @Test
  void aCommandWithoutALeaseIsRefused() throws Exception {
    exchange.startNodes();
    for (Side side : Side.values()) {
      assertTrue(refusal(command(side)).startsWith("lease-missing"));
    }
    assertEquals(0, arrived());
  }

  @Test
  void commandsThatAreRefusedLeaveTheRunUnderWayAsItIs() throws Exception {
    startSlowly();
    for (Side side : Side.values()) {
      UUID other = UUID.randomUUID();
      StartRun later = exchange.command(side, other, channel, TransferMode.FULL, People.COLUMNS);
      start(later);
      assertEquals(
          "lease-missing", exchange.awaitState(other, side, "FAILED").path("reason").asText());
      UUID forged = UUID.randomUUID();
      start(
          exchange
              .command(side, forged, channel, TransferMode.FULL, People.COLUMNS)
              .leased(lease(command(side), otherKey)));
      assertEquals(
          "lease-invalid", exchange.awaitState(forged, side, "FAILED").path("reason").asText());
    }
    // The same run again with less of a lease: it has not failed, and goes on under what it has.
    StartRun again =
        exchange.command(
            Side.SOURCE,
            run,
            "sw",
            TransferMode.FULL,
            People.COLUMNS,
            Lane.only(channel),
            1,
            List.of());
    start(again.leased(lease(again, otherKey)));
    heardOut("gs");
    heardOut("sw");

    assertTrue(arrived() < ROWS);
    for (JsonNode event : exchange.centre().events()) {
      assertFalse(
          event.path("runId").asText().equals(run.toString())
              && List.of("FAILED", "STOPPED").contains(event.path("state").asText()),
          event.toString());
    }
    exchange.awaitState(run, Side.SOURCE, "COMPLETED");
    assertEquals(People.digest(databases, "gs"), People.digest(databases, "sw"));
  }

  @Test
  void aLeaseOfAnotherKeyIsRefused() throws Exception {
    exchange.startNodes();
    assertTrue(
        refusal(command(Side.SOURCE).leased(lease(command(Side.SOURCE), otherKey)))
            .startsWith("lease-invalid"));
  }

  @Test
  void aLeaseThatWasChangedIsRefused() throws Exception {
    exchange.startNodes();
    SignedLease good = lease(command(Side.SOURCE), key);
    byte[] longer =
        new String(good.bodyBytes(), StandardCharsets.UTF_8)
            .replaceAll("\"validUntil\":\"[^\"]+\"", "\"validUntil\":\"2099-01-01T00:00:00Z\"")
            .getBytes(StandardCharsets.UTF_8);
    assertFalse(java.util.Arrays.equals(good.bodyBytes(), longer));
    assertTrue(
        refusal(
                command(Side.SOURCE)
                    .leased(
                        new SignedLease(
                            good.keyId(),
                            Base64.getEncoder().encodeToString(longer),
                            good.signature())))
            .startsWith("lease-invalid"));
  }

  @Test
  void moreColumnsThanTheLeaseAreRefused() throws Exception {
    exchange.startNodes();
    StartRun narrow =
        exchange.command(
            Side.SOURCE, run, channel, TransferMode.FULL, People.COLUMNS.subList(0, 7));

    assertEquals(
        "lease-invalid: the command goes beyond its lease: columns",
        refusal(command(Side.SOURCE).leased(lease(narrow, key))));
  }

  @Test
  void moreRowsThanTheLeaseAreRefused() throws Exception {
    exchange.startNodes();
    StartRun narrow =
        exchange.command(
            Side.SOURCE,
            run,
            channel,
            TransferMode.FULL,
            People.COLUMNS,
            List.of(new RowCondition("active", RowOperator.EQUALS, List.of("true"))));

    assertEquals(
        "lease-invalid: the command goes beyond its lease: rows",
        refusal(command(Side.SOURCE).leased(lease(narrow, key))));
  }

  @Test
  void aLeaseForAnotherNodeRunOrReaderIsRefused() throws Exception {
    exchange.startNodes();
    assertEquals(
        "lease-invalid: the command goes beyond its lease: part",
        refusal(command(Side.SOURCE).leased(lease(command(Side.TARGET), key))));
    StartRun otherRun =
        exchange.command(
            Side.TARGET, UUID.randomUUID(), channel, TransferMode.FULL, People.COLUMNS);
    assertEquals(
        "lease-invalid: the command goes beyond its lease: run",
        refusal(command(Side.TARGET).leased(lease(otherRun, key))));
  }

  @Test
  void theCentreChangesItsKeyWithoutStopping() throws Exception {
    exchange.centreKeys(
        List.of(PublicKeys.base64(key.publicKey()), PublicKeys.base64(otherKey.publicKey())));
    startSlowly();
    exchange.time().pass(LENGTH.minusMinutes(1));
    renew(otherKey);
    heardOut("gs");
    heardOut("sw");
    exchange.time().pass(Duration.ofMinutes(2));

    exchange.awaitState(run, Side.SOURCE, "COMPLETED");
    assertEquals(People.digest(databases, "gs"), People.digest(databases, "sw"));
  }

  @Test
  void aNodeThatWasTakenInAsksForLeasesOfTheKeyThatItsCodeNames() throws Exception {
    exchange.centreKeys(List.of());
    exchange.registrationCode("gs", "secret." + key.keyId());
    exchange.startNode("gs");
    exchange.centre().command("gs", new CentreKeys(List.of(base64(otherKey))));
    exchange.centre().command("gs", new CentreKeys(List.of("nonsense")));
    exchange.centre().command("gs", new CentreKeys(List.of(base64(key), base64(otherKey))));

    assertTrue(refusal(command(Side.SOURCE)).startsWith("lease-missing"));
    assertEquals(
        List.of(base64(key), base64(otherKey)),
        Files.readAllLines(exchange.state("gs").resolve("gs").resolve("centre-keys")));
  }

  private static String base64(SigningKey of) {
    return PublicKeys.base64(of.publicKey());
  }

  @Test
  void headsOfTheCentreAreKeptAndOthersAreNot() throws Exception {
    exchange.startNode("sw");
    Digest digest = Digest.sha256(new byte[] {1});
    Instant at = Instant.now();
    CountersignedHead first = CountersignedHead.sign(key, channel, 1, digest, at);
    CountersignedHead second = CountersignedHead.sign(key, channel, 7, digest, at);
    CountersignedHead forged = CountersignedHead.sign(otherKey, channel, 9, digest, at);
    for (CountersignedHead head : List.of(first, forged, second, second)) {
      exchange.centre().command("sw", new ReceiptHead(head.line()));
    }
    exchange.centre().command("sw", new ReceiptHead("head nonsense"));
    heardOut("sw");

    List<String> lines =
        Files.readAllLines(
            exchange.state("sw").resolve("sw").resolve("heads").resolve(channel + ".heads"));
    assertEquals(List.of(CountersignedHead.FIRST_LINE, first.line(), second.line()), lines);
    assertNotEquals(first.line(), second.line());
  }
}
