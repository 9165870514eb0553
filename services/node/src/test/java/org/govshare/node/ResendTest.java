package org.govshare.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.govshare.node.fixture.DatabaseTest;
import org.govshare.node.fixture.People;
import org.govshare.protocol.control.ReplayedKeys;
import org.govshare.protocol.control.RowCondition;
import org.govshare.protocol.control.RowOperator;
import org.govshare.protocol.control.Side;
import org.govshare.protocol.control.StartRun;
import org.govshare.protocol.control.TransferMode;
import org.govshare.protocol.crypto.CryptoSuite;
import org.govshare.protocol.crypto.SealedForNode;
import org.junit.jupiter.api.Test;

class ResendTest extends DatabaseTest {
  private final UUID channel = UUID.randomUUID();

  private JsonNode increment(RowCondition... bounds) throws Exception {
    return completed(
        UUID.randomUUID(), it -> bounds.length > 0 ? it.resending(List.of(bounds)) : it);
  }

  private JsonNode byKeys(String... ids) throws Exception {
    UUID run = UUID.randomUUID();
    SealedForNode keys = exchange.named(run, Arrays.stream(ids).map(List::of).toList());
    return completed(run, it -> it.resending(keys));
  }

  private JsonNode completed(UUID run, UnaryOperator<StartRun> order) throws Exception {
    begin(run, order);
    exchange.awaitState(run, Side.TARGET, "COMPLETED");
    return exchange.awaitState(run, Side.SOURCE, "COMPLETED");
  }

  private void begin(UUID run, UnaryOperator<StartRun> order) throws Exception {
    for (Side side : List.of(Side.TARGET, Side.SOURCE)) {
      StartRun command =
          exchange.command(side, run, channel, TransferMode.INCREMENT, People.COLUMNS);
      exchange.centre().command(side == Side.SOURCE ? "gs" : "sw", order.apply(command));
    }
  }

  @Test
  void rowsAreSentAgainAndIncrementsGoOnFromWhereTheyWere() throws Exception {
    People.insertMany(databases, 300);
    exchange.startNodes();
    assertEquals(300, increment().get("rows").asLong());
    String good = People.digest(databases, "gs");
    databases.execute("sw", "UPDATE public.person SET name = 'spoilt' WHERE id IN (7, 8)");
    databases.execute("sw", "DELETE FROM public.person WHERE id BETWEEN 100 AND 119");
    assertNotEquals(good, People.digest(databases, "sw"));

    JsonNode byKey = byKeys("7", "8", "9", "100000");
    assertEquals(3, byKey.get("rows").asLong());
    // The watermark of row n is n seconds after the year's beginning.
    JsonNode byTime =
        increment(
            new RowCondition(
                "changed_at", RowOperator.AT_LEAST, List.of("2026-01-01T08:01:40+08:00")),
            new RowCondition("changed_at", RowOperator.LESS, List.of("2026-01-01T00:02:00Z")));
    assertEquals(20, byTime.get("rows").asLong());
    assertEquals(good, People.digest(databases, "sw"));

    assertEquals(0, increment().get("rows").asLong());
    databases.execute(
        "gs", "INSERT INTO public.person (id, name, changed_at) VALUES (9000, 'x', now())");
    assertEquals(1, increment().get("rows").asLong());
    assertEquals(People.digest(databases, "gs"), People.digest(databases, "sw"));
  }

  @Test
  void aParkedRowThatWasMendedAtTheSourceIsSentAgainByItsKey() throws Exception {
    People.insertMany(databases, 30);
    databases.execute("sw", "ALTER TABLE public.person ADD CHECK (amount >= 0)");
    databases.execute("gs", "UPDATE public.person SET amount = -1 WHERE id = 5");
    exchange.badRowPercent(10.0);
    exchange.startNodes();
    increment();
    databases.execute("gs", "UPDATE public.person SET amount = 5 WHERE id = 5");

    byKeys("5");

    assertEquals(People.digest(databases, "gs"), People.digest(databases, "sw"));
    assertEquals("SUPERSEDED", databases.value("sw", "SELECT state FROM govshare.parked_row"));
  }

  @Test
  void keysThatAreSealedForAnotherRunOrNodeAreRefused() throws Exception {
    People.insertMany(databases, 10);
    exchange.startNodes();
    increment();
    SealedForNode ofAnotherRun = exchange.named(UUID.randomUUID(), List.of(List.of("7")));
    UUID run = UUID.randomUUID();
    SealedForNode forAnotherNode =
        SealedForNode.seal(
            exchange.keys("sw").agreementKey(), ReplayedKeys.context(run), "[[\"7\"]]");

    begin(run, it -> it.resending(forAnotherNode));
    assertEquals(
        "keys-unreadable", exchange.awaitState(run, Side.SOURCE, "FAILED").get("reason").asText());
    UUID second = UUID.randomUUID();
    begin(second, it -> it.resending(ofAnotherRun));
    assertEquals(
        "keys-unreadable",
        exchange.awaitState(second, Side.SOURCE, "FAILED").get("reason").asText());
    UUID third = UUID.randomUUID();
    SealedForNode ofTwoColumns = exchange.named(third, List.of(List.of("7", "8")));
    begin(third, it -> it.resending(ofTwoColumns));
    assertEquals(
        "keys-unreadable",
        exchange.awaitState(third, Side.SOURCE, "FAILED").get("reason").asText());
  }

  @Test
  void aKeyThatIsNoValueOfItsTypeFailsTheRunWithoutBeingTold() throws Exception {
    People.insertMany(databases, 10);
    exchange.startNodes();
    increment();
    UUID run = UUID.randomUUID();
    SealedForNode keys = exchange.named(run, List.of(List.of("no-number-91130000")));
    begin(run, it -> it.resending(keys));
    JsonNode failed = exchange.awaitState(run, Side.SOURCE, "FAILED");
    assertEquals("value-refused", failed.get("reason").asText());
    assertFalse(failed.toString().contains("no-number"));
  }

  @Test
  void keysAreSealedInTheSuiteOfTheService() throws Exception {
    exchange.suite(CryptoSuite.GM);
    People.insertMany(databases, 10);
    exchange.startNodes();
    increment();
    databases.execute("sw", "DELETE FROM public.person WHERE id = 3");
    assertEquals(1, byKeys("3").get("rows").asLong());
    assertEquals(People.digest(databases, "gs"), People.digest(databases, "sw"));
  }
}
