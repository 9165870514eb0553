package org.govshare.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.govshare.node.fixture.DatabaseTest;
import org.govshare.node.fixture.People;
import org.govshare.protocol.control.Side;
import org.govshare.protocol.control.TransferMode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IncrementTest extends DatabaseTest {
  private final UUID channel = UUID.randomUUID();

  @BeforeEach
  void start() throws Exception {
    exchange.startNodes();
  }

  private JsonNode increment() throws Exception {
    UUID run = UUID.randomUUID();
    exchange.start(run, channel, TransferMode.INCREMENT, People.COLUMNS);
    exchange.awaitState(run, Side.TARGET, "COMPLETED");
    return exchange.awaitState(run, Side.SOURCE, "COMPLETED");
  }

  @Test
  void onlyWhatChangedIsSentAgain() throws Exception {
    People.insertMany(databases, 500);
    assertEquals(500, increment().get("rows").asLong());
    databases.execute(
        "gs", "UPDATE public.person SET name = 'new', changed_at = clock_timestamp() WHERE id < 8");
    databases.execute(
        "gs", "INSERT INTO public.person (id, name, changed_at) VALUES (9000, 'x', now())");

    assertEquals(8, increment().get("rows").asLong());
    assertEquals(0, increment().get("rows").asLong());
    assertEquals(People.digest(databases, "gs"), People.digest(databases, "sw"));
  }

  @Test
  void rowsWithOneWatermarkAreSplitByKeyAndNoneIsLost() throws Exception {
    databases.execute(
        "gs",
        "INSERT INTO public.person (id, name, changed_at, remark)"
            + " SELECT n, 'same time', '2026-03-01 00:00:00Z', repeat('x', 100)"
            + " FROM generate_series(1, 3000) AS n");
    assertEquals(3000, increment().get("rows").asLong());
    databases.execute(
        "gs",
        "INSERT INTO public.person (id, name, changed_at)"
            + " VALUES (5000, 'same time, later key', '2026-03-01 00:00:00Z')");

    assertEquals(1, increment().get("rows").asLong());
    assertEquals(People.digest(databases, "gs"), People.digest(databases, "sw"));
  }

  @Test
  void anOpenTransactionHoldsTheBoundUntilItEnds() throws Exception {
    try (Connection late = databases.connect("gs");
        Statement statement = late.createStatement()) {
      late.setAutoCommit(false);
      statement.execute(
          "INSERT INTO public.person (id, name, changed_at) VALUES (1, 'late', now())");
      databases.execute(
          "gs",
          "INSERT INTO public.person (id, name, changed_at)"
              + " VALUES (2, 'early', clock_timestamp())");

      assertEquals(0, increment().get("rows").asLong());
      late.commit();
    }
    assertEquals(2, increment().get("rows").asLong());
    assertEquals(People.digest(databases, "gs"), People.digest(databases, "sw"));
  }

  @Test
  void aFullCopyInBetweenLeavesTheIncrementsWhereTheyWere() throws Exception {
    People.insertMany(databases, 300);
    increment();
    UUID full = UUID.randomUUID();
    exchange.start(full, channel, TransferMode.FULL, People.COLUMNS);
    exchange.awaitState(full, Side.SOURCE, "COMPLETED");

    assertEquals(0, increment().get("rows").asLong());
  }

  @Test
  void aUserWhoCannotSeeOpenTransactionsIsRefused() throws Exception {
    databases.execute(
        "gs",
        "DROP ROLE IF EXISTS reader; CREATE ROLE reader LOGIN;"
            + " GRANT SELECT ON public.person TO reader");
    exchange.dataSource(
        "gs", databases.dataSource("gs", "reader", List.of("public.person"), List.of()));
    exchange.stopNode("gs");
    exchange.startNode("gs");
    UUID run = UUID.randomUUID();
    exchange.start(run, channel, TransferMode.INCREMENT, People.COLUMNS);

    JsonNode failed = exchange.awaitState(run, Side.SOURCE, "FAILED");
    assertEquals("open-transactions-hidden", failed.get("reason").asText());
    databases.execute("gs", "GRANT pg_read_all_stats TO reader");
    People.insertMany(databases, 10);
    assertEquals(10, increment().get("rows").asLong());
    databases.execute("gs", "DROP OWNED BY reader");
  }

  private UUID overlapping(String overlap) throws Exception {
    UUID run = UUID.randomUUID();
    exchange.overlap(Duration.parse(overlap));
    exchange.start(run, channel, TransferMode.INCREMENT, People.COLUMNS);
    return run;
  }

  private JsonNode completed(UUID run) throws Exception {
    exchange.awaitState(run, Side.TARGET, "COMPLETED");
    return exchange.awaitState(run, Side.SOURCE, "COMPLETED");
  }

  @Test
  void whereOpenTransactionsAreHiddenAnOverlapBringsWhatIsCommittedLate() throws Exception {
    databases.execute(
        "gs",
        "DROP ROLE IF EXISTS reader; CREATE ROLE reader LOGIN;"
            + " GRANT SELECT ON public.person TO reader");
    exchange.dataSource(
        "gs", databases.dataSource("gs", "reader", List.of("public.person"), List.of()));
    exchange.stopNode("gs");
    exchange.startNode("gs");
    databases.execute(
        "gs",
        "INSERT INTO public.person (id, name, changed_at)"
            + " VALUES (9, 'long ago', now() - interval '2 hours')");
    try (Connection late = databases.connect("gs");
        Statement statement = late.createStatement()) {
      late.setAutoCommit(false);
      statement.execute(
          "INSERT INTO public.person (id, name, changed_at) VALUES (1, 'late', now())");
      databases.execute(
          "gs",
          "INSERT INTO public.person (id, name, changed_at)"
              + " VALUES (2, 'early', clock_timestamp())");
      JsonNode first = completed(overlapping("PT1H"));
      // The bound does not know of the open transaction, so its row is passed by.
      assertEquals(2, first.get("rows").asLong());
      assertTrue(first.path("rescanned").isNull(), "there was no position to go back from");
      late.commit();
    }
    JsonNode second = completed(overlapping("PT1H"));
    assertTrue(second.path("rescanned").asBoolean());
    assertEquals(2, second.get("rows").asLong(), "the late row, and the one beside it once more");
    assertEquals(People.digest(databases, "gs"), People.digest(databases, "sw"));

    // With the role it goes on from where it is.
    databases.execute("gs", "GRANT pg_read_all_stats TO reader");
    JsonNode third = completed(overlapping("PT1H"));
    assertEquals(0, third.get("rows").asLong());
    assertTrue(third.path("rescanned").isNull());
    databases.execute("gs", "DROP OWNED BY reader");
  }
}
