package org.govshare.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import org.govshare.node.fixture.DatabaseTest;
import org.govshare.node.fixture.People;
import org.govshare.protocol.control.Side;
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
}
