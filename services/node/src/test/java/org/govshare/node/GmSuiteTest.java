package org.govshare.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Base64;
import java.util.UUID;
import org.govshare.node.fixture.DatabaseTest;
import org.govshare.node.fixture.HandSource;
import org.govshare.node.fixture.People;
import org.govshare.protocol.channel.ChannelAnswer;
import org.govshare.protocol.control.ForwardedReceipt;
import org.govshare.protocol.control.Side;
import org.govshare.protocol.control.StartRun;
import org.govshare.protocol.control.TransferMode;
import org.govshare.protocol.crypto.CryptoSuite;
import org.govshare.protocol.frame.FrameSealer;
import org.govshare.protocol.frame.OpenBody;
import org.govshare.protocol.receipt.Receipt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GmSuiteTest extends DatabaseTest {
  private final UUID run = UUID.randomUUID();
  private final UUID channel = UUID.randomUUID();

  @BeforeEach
  void runInGm() {
    exchange.suite(CryptoSuite.GM);
  }

  @Test
  void everyRowArrivesAndTheReceiptsAreOfTheSuite() throws Exception {
    People.insertAwkward(databases);
    People.insertMany(databases, 3000);
    exchange.startNodes();

    exchange.start(run, channel, TransferMode.FULL, People.COLUMNS);
    JsonNode source = exchange.awaitState(run, Side.SOURCE, "COMPLETED");
    exchange.awaitState(run, Side.TARGET, "COMPLETED");

    String rows = databases.value("gs", "SELECT count(*) FROM public.person");
    assertEquals(rows, databases.value("sw", "SELECT count(*) FROM public.person"));
    assertEquals(Long.parseLong(rows), source.get("rows").asLong());
    assertEquals(People.digest(databases, "gs"), People.digest(databases, "sw"));
    Receipt before = null;
    for (ForwardedReceipt forwarded : exchange.centre().forwarded()) {
      Receipt receipt = Receipt.parse(Base64.getDecoder().decode(forwarded.content()));
      assertEquals(CryptoSuite.GM, receipt.suite());
      assertNull(receipt.breakAfter(before));
      assertTrue(signedBy("sw", receipt, forwarded.targetSignature()));
      assertTrue(signedBy("gs", receipt, forwarded.sourceSignature()));
      before = receipt;
    }
    assertTrue(before.sequence() > 10, "many frames");
  }

  @Test
  void aCopyGoesOnAfterBothNodesWereRestarted() throws Exception {
    People.insertMany(databases, 20_000);
    exchange.startNodes();
    exchange.start(run, channel, TransferMode.FULL, People.COLUMNS);
    exchange
        .centre()
        .await(
            "rows at the target",
            event ->
                event.path("side").asText().equals(Side.TARGET.name())
                    && event.path("rows").asLong() > 0);
    exchange.stopNode("gs");
    exchange.stopNode("sw");

    exchange.startNodes();
    JsonNode source = exchange.awaitState(run, Side.SOURCE, "COMPLETED");

    assertEquals(20_000, source.get("rows").asLong());
    assertEquals(People.digest(databases, "gs"), People.digest(databases, "sw"));
  }

  @Test
  void framesOfTheOtherSuiteAreRefused() throws Exception {
    exchange.startNode("sw");
    exchange
        .centre()
        .command(
            "sw",
            exchange.command(Side.TARGET, run, channel, TransferMode.FULL, HandSource.COLUMNS));
    try (HandSource source = new HandSource(exchange, channel, CryptoSuite.GM)) {
      OpenBody body = new OpenBody(UUID.randomUUID(), TransferMode.FULL, 0);
      source.send(
          FrameSealer.open(exchange.keys("gs"), channel, run, HandSource.schema(), body).bytes());
      UUID good = UUID.randomUUID();
      source.open(run, good, TransferMode.FULL, 0);

      assertEquals(good, source.next(ChannelAnswer.Opened.class).openId());
      assertEquals("1", databases.value("sw", "SELECT epoch FROM govshare.channel"));
    }
  }

  @Test
  void aPeerKeyOfTheOtherSuiteIsNoKey() throws Exception {
    exchange.startNodes();
    exchange.suite(CryptoSuite.INTL);
    StartRun intl = exchange.command(Side.SOURCE, run, channel, TransferMode.FULL, People.COLUMNS);
    exchange.centre().command("gs", in(CryptoSuite.GM, intl));

    assertEquals(
        "peer-key-missing", exchange.awaitState(run, Side.SOURCE, "FAILED").get("reason").asText());
  }

  private static StartRun in(CryptoSuite suite, StartRun command) {
    return new StartRun(
        command.runId(),
        command.channelId(),
        command.serviceId(),
        command.serviceCode(),
        command.domain(),
        command.side(),
        command.mode(),
        suite,
        command.peerNode(),
        command.peerSigningKey(),
        command.peerAgreementKey(),
        command.dataSource(),
        command.schema(),
        command.table(),
        command.columns(),
        command.keyColumns(),
        command.targetKeyColumns(),
        command.watermarkColumn(),
        command.filter(),
        command.maximumRows(),
        command.limits());
  }

  private boolean signedBy(String node, Receipt receipt, String signature) {
    return receipt.verify(
        exchange.keyring(node).of(CryptoSuite.GM).signingKey(),
        Base64.getDecoder().decode(signature));
  }
}
