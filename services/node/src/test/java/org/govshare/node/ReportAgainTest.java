package org.govshare.node;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.govshare.node.fixture.DatabaseTest;
import org.govshare.node.fixture.People;
import org.govshare.protocol.control.ReportRun;
import org.govshare.protocol.control.Side;
import org.govshare.protocol.control.TransferMode;
import org.govshare.protocol.receipt.Receipt;
import org.junit.jupiter.api.Test;

/** What the broker has lost on its way to the centre is said again when the centre asks. */
class ReportAgainTest extends DatabaseTest {

  @Test
  void theFinalStateAndTheMissingReceiptsAreSaidAgain() throws Exception {
    People.insertMany(databases, 3_000);
    exchange.startNodes();
    UUID run = UUID.randomUUID();
    UUID channel = UUID.randomUUID();
    exchange.start(run, channel, TransferMode.FULL, People.COLUMNS);
    exchange.awaitState(run, Side.SOURCE, "COMPLETED");
    exchange.awaitState(run, Side.TARGET, "COMPLETED");
    List<Receipt> all = exchange.centre().receipts();
    long last = all.getLast().sequence();
    exchange.centre().forwarded().clear();
    exchange.centre().events().clear();

    exchange.centre().command("gs", new ReportRun(run, channel, 2));
    exchange.centre().command("sw", new ReportRun(run, channel, 2));

    exchange.awaitState(run, Side.SOURCE, "COMPLETED");
    exchange.awaitState(run, Side.TARGET, "COMPLETED");
    awaitReceipts(last - 2);
    assertEquals(
        LongStream.rangeClosed(3, last).boxed().toList(),
        exchange.centre().receipts().stream().map(Receipt::sequence).toList());
    assertEquals(all.subList(2, all.size()), exchange.centre().receipts());
  }

  @Test
  void aRunThatIsNotItsOwnIsPassedOver() throws Exception {
    People.insertMany(databases, 100);
    exchange.startNodes();
    exchange.centre().command("gs", new ReportRun(UUID.randomUUID(), UUID.randomUUID(), 0));
    UUID run = UUID.randomUUID();
    exchange.start(run, UUID.randomUUID(), TransferMode.FULL, People.COLUMNS);

    exchange.awaitState(run, Side.SOURCE, "COMPLETED");
    assertEquals("100", databases.value("sw", "SELECT count(*) FROM public.person"));
  }

  private void awaitReceipts(long count) throws InterruptedException {
    Instant end = Instant.now().plus(Duration.ofSeconds(60));
    while (exchange.centre().receipts().size() < count && Instant.now().isBefore(end)) {
      Thread.sleep(20);
    }
  }
}
