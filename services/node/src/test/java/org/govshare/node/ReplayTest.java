package org.govshare.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import org.govshare.node.fixture.DatabaseTest;
import org.govshare.node.fixture.People;
import org.govshare.protocol.control.SealParked;
import org.govshare.protocol.control.Side;
import org.govshare.protocol.control.StartRun;
import org.govshare.protocol.control.TransferMode;
import org.govshare.protocol.crypto.CryptoSuite;
import org.govshare.protocol.crypto.PublicKeys;
import org.govshare.protocol.crypto.SealedForNode;
import org.govshare.protocol.receipt.Receipt;
import org.govshare.protocol.receipt.RowBalance;
import org.junit.jupiter.api.Test;

/** Parked rows that are sent again by keys that the target tells the source alone. */
class ReplayTest extends DatabaseTest {
  private final UUID channel = UUID.randomUUID();

  private UUID run(TransferMode mode) throws Exception {
    UUID run = UUID.randomUUID();
    exchange.start(run, channel, mode, People.COLUMNS);
    exchange.awaitState(run, Side.TARGET, "COMPLETED");
    exchange.awaitState(run, Side.SOURCE, "COMPLETED");
    return run;
  }

  private StartRun command(Side side, UUID run) {
    return exchange.command(side, run, channel, TransferMode.INCREMENT, People.COLUMNS);
  }

  /** What the target says to a replay of the rows that are meant. */
  private JsonNode sealed(
      UUID run, UUID ofRun, String reason, String constraint, List<Long> rows, String table)
      throws Exception {
    StartRun source = command(Side.SOURCE, run);
    StartRun target = command(Side.TARGET, run);
    exchange
        .centre()
        .command(
            "sw",
            new SealParked(
                run,
                channel,
                source.serviceId(),
                "sw",
                "public",
                table,
                List.of("id"),
                source.suite(),
                target.peerAgreementKey(),
                ofRun,
                reason,
                constraint,
                rows));
    return exchange
        .centre()
        .await(
            "keys are sealed",
            event ->
                event.path("type").asText().equals("ParkedSealed")
                    && event.path("runId").asText().equals(run.toString()));
  }

  private void replay(UUID run, JsonNode sealed) throws Exception {
    SealedForNode keys =
        new SealedForNode(sealed.at("/keys/key").asText(), sealed.at("/keys/content").asText());
    exchange.centre().command("sw", command(Side.TARGET, run).replaying(keys));
    exchange.centre().command("gs", command(Side.SOURCE, run).replaying(keys));
  }

  private UUID replayed(String constraint, List<Long> rows) throws Exception {
    UUID run = UUID.randomUUID();
    replay(run, sealed(run, null, null, constraint, rows, "person"));
    exchange.awaitState(run, Side.TARGET, "COMPLETED");
    exchange.awaitState(run, Side.SOURCE, "COMPLETED");
    return run;
  }

  private RowBalance balance(UUID run) {
    List<Receipt> receipts =
        exchange.centre().receipts().stream().filter(it -> it.run().equals(run)).toList();
    receipts.forEach(it -> assertEquals(it.rows(), it.balance().rows()));
    return receipts.getLast().runBalance();
  }

  private String parked(String select) throws Exception {
    return databases.value("sw", "SELECT " + select + " FROM govshare.parked_row");
  }

  private void threeRowsAreParked() throws Exception {
    People.insertMany(databases, 300);
    databases.execute("sw", "ALTER TABLE public.person ADD CONSTRAINT no_debt CHECK (amount >= 0)");
    databases.execute(
        "sw",
        "ALTER TABLE public.person ADD CONSTRAINT few CHECK (number IS NULL OR number < 900)");
    databases.execute("gs", "UPDATE public.person SET number = NULL");
    databases.execute("gs", "UPDATE public.person SET amount = -1 WHERE id IN (7, 8)");
    databases.execute("gs", "UPDATE public.person SET number = 901 WHERE id = 9");
    exchange.badRowPercent(10.0);
    exchange.startNodes();
    run(TransferMode.INCREMENT);
    assertEquals("3", parked("count(*) FILTER (WHERE state = 'WAITING')"));
  }

  @Test
  void exactlyTheParkedRowsComeAgainOnceTheTargetIsMended() throws Exception {
    threeRowsAreParked();
    databases.execute("sw", "ALTER TABLE public.person DROP CONSTRAINT no_debt");
    databases.execute("sw", "ALTER TABLE public.person DROP CONSTRAINT few");

    UUID run = UUID.randomUUID();
    JsonNode sealed = sealed(run, null, null, null, null, "person");
    assertEquals(3, sealed.get("count").asInt());
    assertEquals(
        "[[\"7\"],[\"8\"],[\"9\"]]",
        new SealedForNode(sealed.at("/keys/key").asText(), sealed.at("/keys/content").asText())
            .open(exchange.keys("gs"), SealParked.context(run, channel)));
    replay(run, sealed);
    exchange.awaitState(run, Side.TARGET, "COMPLETED");
    exchange.awaitState(run, Side.SOURCE, "COMPLETED");

    assertEquals(new RowBalance(3, 0, 0), balance(run));
    assertEquals(People.digest(databases, "gs"), People.digest(databases, "sw"));
    assertEquals("0", parked("count(*) FILTER (WHERE state = 'WAITING')"));
    assertEquals("0", parked("count(sealed)"));
    // Where increments go on from stays as it was.
    assertEquals(new RowBalance(0, 0, 0), balance(run(TransferMode.INCREMENT)));
  }

  @Test
  void rowsThatStillDoNotFitAreParkedAnewAndNothingElseIsTouched() throws Exception {
    threeRowsAreParked();
    databases.execute("gs", "UPDATE public.person SET amount = 1 WHERE id = 7");
    databases.execute("sw", "UPDATE public.person SET name = 'own' WHERE id = 100");

    UUID run = replayed("no_debt", null);

    assertEquals(new RowBalance(1, 1, 0), balance(run));
    assertEquals(
        "9 first, 8 second",
        parked(
            "string_agg(CASE WHEN run_id = '"
                + run
                + "' THEN '8 second' ELSE '9 first' END, ', ' ORDER BY parked_id)"
                + " FILTER (WHERE state = 'WAITING')"));
    assertEquals("1.00", databases.value("sw", "SELECT amount FROM public.person WHERE id = 7"));
    assertEquals("own", databases.value("sw", "SELECT name FROM public.person WHERE id = 100"));
  }

  @Test
  void singleRowsAreNamedByTheirNumbers() throws Exception {
    threeRowsAreParked();
    databases.execute("sw", "ALTER TABLE public.person DROP CONSTRAINT no_debt");
    long number = Long.parseLong(parked("min(parked_id)"));

    UUID run = replayed(null, List.of(number, 1_000_000L));

    assertEquals(new RowBalance(1, 0, 0), balance(run));
    assertEquals("2", parked("count(*) FILTER (WHERE state = 'WAITING')"));
  }

  @Test
  void aRowThatIsGoneAtTheSourceStaysParked() throws Exception {
    threeRowsAreParked();
    databases.execute("gs", "DELETE FROM public.person WHERE id = 7");
    databases.execute("sw", "ALTER TABLE public.person DROP CONSTRAINT no_debt");

    UUID run = replayed("no_debt", null);

    assertEquals(new RowBalance(1, 0, 0), balance(run));
    assertEquals("2", parked("count(*) FILTER (WHERE state = 'WAITING')"));
  }

  @Test
  void keysAreForTheSourceAndTheRunAlone() throws Exception {
    threeRowsAreParked();
    UUID run = UUID.randomUUID();
    JsonNode sealed = sealed(run, null, null, "no_debt", null, "person");
    assertFalse(
        exchange.centre().events().stream().anyMatch(it -> it.toString().contains("[\"7\"]")));
    UUID other = UUID.randomUUID();
    replay(other, sealed);

    JsonNode failed = exchange.awaitState(other, Side.SOURCE, "FAILED");
    assertEquals("keys-unreadable", failed.get("reason").asText());
    assertEquals("3", parked("count(*) FILTER (WHERE state = 'WAITING')"));
  }

  @Test
  void withoutKeysNothingIsSent() throws Exception {
    threeRowsAreParked();
    UUID run = UUID.randomUUID();
    exchange.centre().command("sw", command(Side.TARGET, run).replaying(null));
    exchange.centre().command("gs", command(Side.SOURCE, run).replaying(null));
    exchange.awaitState(run, Side.SOURCE, "COMPLETED");
    assertEquals(new RowBalance(0, 0, 0), balance(run));
  }

  @Test
  void theTargetTellsKeysOfItsOwnTablesOnly() throws Exception {
    threeRowsAreParked();
    UUID run = UUID.randomUUID();
    JsonNode refused = sealed(run, null, null, null, null, "elsewhere");
    assertEquals("not-allowed", refused.get("reason").asText());
    assertTrue(refused.path("keys").isNull());
  }

  @Test
  void suiteGmSealsKeysToo() throws Exception {
    exchange.suite(CryptoSuite.GM);
    threeRowsAreParked();
    databases.execute("sw", "ALTER TABLE public.person DROP CONSTRAINT no_debt");

    assertEquals(new RowBalance(2, 0, 0), balance(replayed("no_debt", null)));
    assertEquals(
        PublicKeys.base64(exchange.keyring("gs").of(CryptoSuite.GM).agreementKey()),
        command(Side.TARGET, UUID.randomUUID()).peerAgreementKey());
  }
}
