package org.govshare.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.BufferedReader;
import java.io.StringReader;
import java.security.PublicKey;
import java.util.Map;
import java.util.UUID;
import org.govshare.exchange.FakeNode.Chain;
import org.govshare.protocol.address.Addresses;
import org.govshare.protocol.control.StartRun;
import org.govshare.protocol.crypto.CryptoSuite;
import org.govshare.protocol.crypto.NodeKeys;
import org.govshare.protocol.crypto.PublicKeys;
import org.govshare.protocol.receipt.ChainCheck;
import org.govshare.protocol.receipt.Receipt;
import org.junit.jupiter.api.Test;

/** The receipts of a run: counted once, in their order, signed by both ends, and exported. */
@QuarkusTest
class RunReceiptTest extends StartedRunTest {

  @Test
  void theChainGoesOnInTheNextRun() {
    chain.forward(chain.end(run));
    sourceCompleted();
    awaitState("COMPLETED");

    run = scene.start(service);
    StartRun second = Bus.read(scene.source.command("StartRun"), StartRun.class);
    assertThat(second.channelId()).isEqualTo(atSource.channelId());
    chain.forward(chain.data(run, 5));
    chain.forward(chain.end(run));
    sourceCompleted();
    awaitState("COMPLETED");

    assertThat(shown().getLong("receipts.lastSequence")).isEqualTo(3);
    assertThat(shown().getLong("target.rows")).isEqualTo(5);
  }

  @Test
  void aReceiptThatComesTwiceCountsOnce() {
    Receipt first = chain.data(run, 7);
    chain.forward(first);
    chain.forward(first);
    chain.forward(chain.data(run, 3));
    awaitReceipts(2);

    assertThat(shown().getLong("target.rows")).isEqualTo(10);
  }

  @Test
  void receiptsAfterAGapWaitForIt() {
    Receipt first = chain.data(run, 1);
    Receipt second = chain.data(run, 2);
    Receipt third = chain.data(run, 3);
    chain.forward(first);
    chain.forward(third);
    await("a gap shows", () -> !shown().getBoolean("receipts.verified") && count() == 1);

    chain.forward(second);
    awaitReceipts(3);

    assertThat(shown().getBoolean("receipts.verified")).isTrue();
    assertThat(shown().getLong("target.rows")).isEqualTo(6);
  }

  @Test
  void aReceiptWithAWrongSignatureIsPutAside() {
    Receipt first = chain.data(run, 1);
    NodeKeys stranger = NodeKeys.generate(CryptoSuite.INTL);
    bus.send(Addresses.RECEIPT_EXCHANGE, chain.signed(first, scene.source.keys, stranger));
    assertThat(putAside(Bus.write(chain.signed(first, scene.source.keys, stranger)))).isTrue();
    bus.send(Addresses.RECEIPT_EXCHANGE, chain.signed(first, stranger, scene.target.keys));
    assertThat(putAside(Bus.write(chain.signed(first, stranger, scene.target.keys)))).isTrue();
    assertThat(count()).isZero();

    chain.forward(first);
    awaitReceipts(1);
  }

  @Test
  void theChainIsExportedForCheckingElsewhere() throws Exception {
    for (int i = 0; i < 3; i++) {
      chain.forward(chain.data(run, 20));
    }
    Receipt end = chain.end(run);
    chain.forward(end);
    awaitReceipts(4);

    String export =
        monitor()
            .get(API + "/runs/" + run + "/chain")
            .then()
            .statusCode(200)
            .contentType("text/plain")
            .extract()
            .asString();

    Map<String, PublicKey> keys =
        Map.of(
            scene.source.code, scene.source.keys.signingKey(),
            scene.target.code, scene.target.keys.signingKey());
    ChainCheck.Head head = new ChainCheck.Head(end.sequence(), end.digest());
    ChainCheck.Verdict verdict =
        new ChainCheck(keys, head).check(new BufferedReader(new StringReader(export)));
    assertThat(verdict.good()).as(verdict.detail()).isTrue();
    assertThat(verdict.rows()).isEqualTo(60);
    monitor().get(API + "/runs/" + UUID.randomUUID() + "/chain").then().statusCode(404);
  }

  @Test
  void aServiceOfSuiteGmRunsWithItsKeysAndReceipts() {
    Map<String, Object> draft = scene.draft();
    draft.put("code", "gm-" + scene.suffix);
    draft.put("suite", "GM");
    UUID inGm = UUID.fromString(scene.post(draft).then().statusCode(201).extract().path("id"));
    run = scene.start(inGm);
    StartRun command = Bus.read(scene.source.command("StartRun"), StartRun.class);
    assertThat(command.suite()).isEqualTo(CryptoSuite.GM);
    assertThat(command.peerSigningKey())
        .isEqualTo(PublicKeys.base64(scene.target.gmKeys.signingKey()));
    assertThat(command.peerAgreementKey())
        .isEqualTo(PublicKeys.base64(scene.target.gmKeys.agreementKey()));

    Chain other = new Chain(scene.source, scene.target, command.channelId());
    Receipt weaker = other.data(run, 2);
    other.forward(weaker);
    assertThat(putAside(Bus.write(other.signed(weaker)))).isTrue();
    Chain chain = new Chain(scene.source, scene.target, command.channelId());
    chain.suite(CryptoSuite.GM);
    chain.forward(chain.data(run, 2));
    chain.forward(chain.end(run));
    awaitReceipts(2);

    assertThat(shown().getBoolean("receipts.verified")).isTrue();
    assertThat(shown().getLong("target.rows")).isEqualTo(2);
  }

  @Test
  void aReceiptThatContradictsTheChainIsPutAside() {
    chain.forward(chain.data(run, 1));
    awaitReceipts(1);
    Chain other = new Chain(scene.source, scene.target, atSource.channelId());
    Receipt fork = other.data(run, 2);
    other.forward(fork);
    assertThat(putAside(Bus.write(other.signed(fork)))).isTrue();
    Receipt next = other.data(run, 3);
    other.forward(next);
    assertThat(putAside(Bus.write(other.signed(next)))).isTrue();

    assertThat(count()).isEqualTo(1);
    assertThat(shown().getLong("target.rows")).isEqualTo(1);
  }
}
