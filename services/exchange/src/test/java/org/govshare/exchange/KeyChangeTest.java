package org.govshare.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.BufferedReader;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.govshare.protocol.address.Addresses;
import org.govshare.protocol.control.ForwardedReceipt;
import org.govshare.protocol.control.KeysChanged;
import org.govshare.protocol.control.KeysTaken;
import org.govshare.protocol.control.SignedEvent;
import org.govshare.protocol.control.StartRun;
import org.govshare.protocol.crypto.CryptoSuite;
import org.govshare.protocol.crypto.Keyring;
import org.govshare.protocol.crypto.NodeKeys;
import org.govshare.protocol.crypto.PublicKeys;
import org.govshare.protocol.receipt.ChainCheck;
import org.govshare.protocol.receipt.ChainExport;
import org.govshare.protocol.receipt.Receipt;
import org.govshare.protocol.receipt.SigningKeys;
import org.junit.jupiter.api.Test;

/** Nodes change their keys while a run is under way. */
@QuarkusTest
class KeyChangeTest extends StartedRunTest {

  private final Keyring ring = Keyring.generate();

  private KeysChanged change(FakeNode node) throws Exception {
    ring.makeNext();
    KeysChanged change = KeysChanged.of(node.code, ring, Instant.now());
    node.say(change);
    return change;
  }

  private void use(FakeNode node) {
    KeysTaken taken = Bus.read(node.command("KeysTaken"), KeysTaken.class);
    assertThat(taken.keyId()).isEqualTo(ring.next(CryptoSuite.INTL).keyId().toString());
    node.keys = ring.next(CryptoSuite.INTL);
    node.gmKeys = ring.next(CryptoSuite.GM);
  }

  @Test
  void theOtherEndIsToldTheRunAgainAndReceiptsOfBothKeysAreProved() throws Exception {
    scene.target.command("StartRun");
    NodeKeys before = scene.source.keys;
    Receipt first = chain.data(run, 1);
    chain.forward(first);
    awaitReceipts(1);
    ForwardedReceipt onItsWay = chain.signed(chain.data(run, 2));

    KeysChanged change = change(scene.source);
    use(scene.source);
    StartRun again = Bus.read(scene.target.command("StartRun"), StartRun.class);
    assertThat(again.runId()).isEqualTo(run);
    assertThat(again.peerSigningKey()).isEqualTo(change.signingKey());
    assertThat(again.peerAgreementKey()).isEqualTo(change.agreementKey());
    Receipt third = chain.data(run, 3);
    Receipt end = chain.end(run);
    chain.forward(third);
    bus.send(Addresses.RECEIPT_EXCHANGE, onItsWay);
    chain.forward(end);
    sourceCompleted();
    awaitState("COMPLETED");

    assertThat(shown().getBoolean("receipts.verified")).isTrue();
    assertThat(shown().getLong("target.rows")).isEqualTo(6);
    String export = monitor().get(API + "/runs/" + run + "/chain").then().extract().asString();
    SigningKeys keys = SigningKeys.of(Map.of(scene.target.code, scene.target.keys.signingKey()));
    keys.add(new ChainExport.NodeKey(scene.source.code, before.signingKey(), 1));
    keys.add(new ChainExport.NodeKey(scene.source.code, scene.source.keys.signingKey(), 3));
    ChainCheck.Head head = new ChainCheck.Head(end.sequence(), end.digest());
    for (SigningKeys known : List.of(keys, new SigningKeys())) {
      ChainCheck.Verdict verdict =
          new ChainCheck(known, List.of(head)).check(new BufferedReader(new StringReader(export)));
      assertThat(verdict.good()).as(verdict.detail()).isTrue();
      assertThat(verdict.rows()).isEqualTo(6);
    }
  }

  @Test
  void whatIsSaidTwiceIsTakenOnce() throws Exception {
    FakeNode node = scene.source;
    SignedEvent event;
    ring.makeNext();
    event = node.signed(KeysChanged.of(node.code, ring, Instant.now()));
    bus.send(Addresses.EVENT_EXCHANGE, event);
    use(node);
    bus.send(Addresses.EVENT_EXCHANGE, event);
    use(node);

    assertThat(get(operator(), "/nodes/" + node.code).extract().<String>path("signingKey"))
        .isEqualTo(PublicKeys.base64(node.keys.signingKey()));
  }

  @Test
  void formerKeysAreGoodForNoLaterRun() throws Exception {
    NodeKeys before = scene.source.keys;
    change(scene.source);
    use(scene.source);
    chain.forward(chain.end(run));
    sourceCompleted();
    awaitState("COMPLETED");
    run = scene.start(service);
    Receipt later = chain.data(run, 2);
    ForwardedReceipt old = chain.signed(later, before, scene.target.keys);
    bus.send(Addresses.RECEIPT_EXCHANGE, old);
    assertThat(putAside(Bus.write(old))).isTrue();
    chain.forward(later);
    awaitReceipts(1);
  }

  @Test
  void aKeyThatTheNodeDoesNotHoldIsRefused() throws Exception {
    ring.makeNext();
    KeysChanged good = KeysChanged.of(scene.source.code, ring, Instant.now());
    KeysChanged stolen =
        new KeysChanged(
            KeysChanged.TYPE,
            good.at(),
            PublicKeys.base64(NodeKeys.generate(CryptoSuite.INTL).signingKey()),
            good.agreementKey(),
            good.gmSigningKey(),
            good.gmAgreementKey(),
            good.proof());
    SignedEvent event = scene.source.signed(stolen);
    bus.send(Addresses.EVENT_EXCHANGE, event);
    assertThat(putAside(Bus.write(event))).isTrue();
    SignedEvent ofAnother = scene.target.signed(good);
    bus.send(Addresses.EVENT_EXCHANGE, ofAnother);

    assertThat(putAside(Bus.write(ofAnother))).isTrue();
  }

  @Test
  void whileTheOtherAgentIsTooOldTheKeysStay() throws Exception {
    scene.target.say(
        "{\"type\":\"InventoryReported\",\"at\":\"%s\",\"dataSources\":[]}"
            .formatted(Instant.now().plusSeconds(1)));
    await(
        "the agent is older",
        () ->
            get(operator(), "/nodes/" + scene.target.code)
                .extract()
                .<List<String>>path("abilities")
                .isEmpty());
    change(scene.source);
    UUID marker = UUID.randomUUID();
    scene.source.say(
        "{\"type\":\"NodeStarted\",\"at\":\"%s\",\"agentVersion\":\"%s\"}"
            .formatted(Instant.now().plusSeconds(1), marker));
    await(
        "what came later is taken",
        () ->
            marker
                .toString()
                .equals(
                    get(operator(), "/nodes/" + scene.source.code)
                        .extract()
                        .<String>path("agentVersion")));

    assertThat(get(operator(), "/nodes/" + scene.source.code).extract().<String>path("signingKey"))
        .isEqualTo(PublicKeys.base64(scene.source.keys.signingKey()));
  }
}
