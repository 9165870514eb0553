package org.govshare.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import org.govshare.node.fixture.DatabaseTest;
import org.govshare.node.fixture.People;
import org.govshare.protocol.control.MappedColumn;
import org.govshare.protocol.control.Side;
import org.govshare.protocol.control.StartRun;
import org.govshare.protocol.control.TransferMode;
import org.govshare.protocol.frame.FrameKind;
import org.govshare.protocol.receipt.Receipt;
import org.junit.jupiter.api.Test;

class FullCopyTest extends DatabaseTest {
  @Test
  void everyValueArrivesAsItWas() throws Exception {
    People.insertAwkward(databases);
    People.insertMany(databases, 5000);
    exchange.startNodes();

    UUID run = UUID.randomUUID();
    exchange.start(run, UUID.randomUUID(), TransferMode.FULL, People.COLUMNS);
    JsonNode source = exchange.awaitState(run, Side.SOURCE, "COMPLETED");
    JsonNode target = exchange.awaitState(run, Side.TARGET, "COMPLETED");

    long rows = Long.parseLong(databases.value("gs", "SELECT count(*) FROM public.person"));
    assertEquals(People.digest(databases, "gs"), People.digest(databases, "sw"));
    for (JsonNode end : List.of(source, target)) {
      assertEquals(rows, end.get("rows").asLong());
    }
    for (String figure : List.of("messages", "rows", "bytes", "wireBytes", "epoch")) {
      assertEquals(source.get(figure).asLong(), target.get(figure).asLong(), figure);
    }
    assertEquals("DIRECT", databases.value("sw", "SELECT apply_mode FROM govshare.channel"));
  }

  @Test
  void receiptsFormAChainThatBothEndsSigned() throws Exception {
    People.insertMany(databases, 3000);
    exchange.startNodes();

    UUID run = UUID.randomUUID();
    exchange.start(run, UUID.randomUUID(), TransferMode.FULL, People.COLUMNS);
    exchange.awaitState(run, Side.SOURCE, "COMPLETED");

    Receipt before = null;
    for (Receipt receipt : exchange.centre().receipts()) {
      assertNull(receipt.breakAfter(before));
      before = receipt;
    }
    assertEquals(FrameKind.END, before.kind());
    assertEquals(3000, before.runTotals().rows());
    assertTrue(before.sequence() > 10, "many frames");
    assertTrue(
        exchange.centre().forwarded().stream()
            .allMatch(
                forwarded ->
                    Receipt.parse(java.util.Base64.getDecoder().decode(forwarded.content()))
                            .verify(
                                exchange.keys("sw").signingKey(),
                                java.util.Base64.getDecoder().decode(forwarded.targetSignature()))
                        && Receipt.parse(java.util.Base64.getDecoder().decode(forwarded.content()))
                            .verify(
                                exchange.keys("gs").signingKey(),
                                java.util.Base64.getDecoder()
                                    .decode(forwarded.sourceSignature()))));
    assertTrue(
        exchange.centre().signedEvents().stream()
            .allMatch(event -> event.verified(exchange.keys(event.node()).signingKey())));
  }

  @Test
  void anEmptyTableGetsItsEndReceipt() throws Exception {
    exchange.startNodes();

    UUID run = UUID.randomUUID();
    exchange.start(run, UUID.randomUUID(), TransferMode.FULL, People.COLUMNS);
    JsonNode source = exchange.awaitState(run, Side.SOURCE, "COMPLETED");

    assertEquals(0, source.get("rows").asLong());
    assertEquals(1, source.get("messages").asLong());
  }

  @Test
  void aTableWithRowsIsUpserted() throws Exception {
    People.insertMany(databases, 1000);
    databases.execute(
        "sw",
        "INSERT INTO public.person (id, name, changed_at) VALUES (5, 'old', now()),"
            + " (100000, 'only here', now())");
    exchange.startNodes();

    UUID run = UUID.randomUUID();
    exchange.start(run, UUID.randomUUID(), TransferMode.FULL, People.COLUMNS);
    exchange.awaitState(run, Side.TARGET, "COMPLETED");

    assertEquals("1001", databases.value("sw", "SELECT count(*) FROM public.person"));
    databases.execute("sw", "DELETE FROM public.person WHERE id = 100000");
    assertEquals(People.digest(databases, "gs"), People.digest(databases, "sw"));
    assertEquals("UPSERT", databases.value("sw", "SELECT apply_mode FROM govshare.channel"));
  }

  @Test
  void aSecondRunOfTheChannelBeginsAnew() throws Exception {
    People.insertMany(databases, 1000);
    exchange.startNodes();
    UUID channel = UUID.randomUUID();
    UUID first = UUID.randomUUID();
    exchange.start(first, channel, TransferMode.FULL, People.COLUMNS);
    exchange.awaitState(first, Side.SOURCE, "COMPLETED");
    databases.execute("gs", "UPDATE public.person SET name = name || '!' WHERE id % 3 = 0");

    UUID second = UUID.randomUUID();
    exchange.start(second, channel, TransferMode.FULL, People.COLUMNS);
    JsonNode source = exchange.awaitState(second, Side.SOURCE, "COMPLETED");

    assertEquals(1000, source.get("rows").asLong());
    assertEquals(People.digest(databases, "gs"), People.digest(databases, "sw"));
  }

  @Test
  void keysThatAreNotMappedOrAreOfAnotherTypeOrderTheCopyAllTheSame() throws Exception {
    databases.execute(
        "gs",
        "DROP TABLE public.person; CREATE TABLE public.person (area text, no int, name text,"
            + " PRIMARY KEY (area, no)); INSERT INTO public.person"
            + " SELECT '区' || n % 7, n, repeat('名' || n, 9) FROM generate_series(1, 4000) AS n");
    databases.execute(
        "sw", "DROP TABLE public.person; CREATE TABLE public.person (no bigint, name text)");
    exchange.startNodes();
    UUID run = UUID.randomUUID();
    UUID channel = UUID.randomUUID();
    List<MappedColumn> columns =
        List.of(new MappedColumn("no", "no", "bigint"), new MappedColumn("name", "name", "text"));
    for (Side side : List.of(Side.TARGET, Side.SOURCE)) {
      StartRun plain = exchange.command(side, run, channel, TransferMode.FULL, columns);
      exchange
          .centre()
          .command(
              side == Side.SOURCE ? "gs" : "sw",
              new StartRun(
                  run,
                  channel,
                  plain.serviceId(),
                  plain.serviceCode(),
                  plain.domain(),
                  side,
                  TransferMode.FULL,
                  plain.suite(),
                  plain.peerNode(),
                  plain.peerSigningKey(),
                  plain.peerAgreementKey(),
                  plain.dataSource(),
                  "public",
                  "person",
                  columns,
                  List.of("area", "no"),
                  List.of("no"),
                  null,
                  List.of(),
                  null,
                  plain.limits()));
    }

    exchange.awaitState(run, Side.TARGET, "COMPLETED");
    String sql =
        "SELECT count(*) || md5(string_agg(no || name, ',' ORDER BY no)) FROM public.person";
    assertEquals(databases.value("gs", sql), databases.value("sw", sql));
  }

  @Test
  void aTypeOfTheDatabasesOwnIsCopied() throws Exception {
    for (String database : List.of("gs", "sw")) {
      databases.execute(
          database,
          "CREATE TYPE public.mood AS ENUM ('good', 'bad');"
              + " ALTER TABLE public.person ADD COLUMN mood public.mood");
    }
    People.insertMany(databases, 20);
    databases.execute("gs", "UPDATE public.person SET mood = 'bad' WHERE id > 5");
    exchange.startNodes();
    List<MappedColumn> columns = new java.util.ArrayList<>(People.COLUMNS);
    columns.add(new MappedColumn("mood", "mood", "public.mood"));

    UUID run = UUID.randomUUID();
    exchange.start(run, UUID.randomUUID(), TransferMode.FULL, columns);
    exchange.awaitState(run, Side.TARGET, "COMPLETED");
    assertEquals(People.digest(databases, "gs"), People.digest(databases, "sw"));
  }
}
