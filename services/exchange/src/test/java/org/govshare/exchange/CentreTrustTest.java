package org.govshare.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.StringReader;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.govshare.exchange.run.HeadKeeper;
import org.govshare.exchange.run.LeaseKeeper;
import org.govshare.protocol.control.CentreKeys;
import org.govshare.protocol.control.ComputeDigest;
import org.govshare.protocol.control.Lease;
import org.govshare.protocol.control.Order;
import org.govshare.protocol.control.ParkedGroup;
import org.govshare.protocol.control.ParkedRowsReported;
import org.govshare.protocol.control.ParkedState;
import org.govshare.protocol.control.ReceiptHead;
import org.govshare.protocol.control.RenewLease;
import org.govshare.protocol.control.RunStandsBy;
import org.govshare.protocol.control.SealParked;
import org.govshare.protocol.control.Side;
import org.govshare.protocol.control.SignedLease;
import org.govshare.protocol.control.StartRun;
import org.govshare.protocol.crypto.PublicKeys;
import org.govshare.protocol.receipt.ChainCheck;
import org.govshare.protocol.receipt.CountersignedHead;
import org.govshare.protocol.receipt.CountersignedKey;
import org.govshare.protocol.receipt.Receipt;
import org.govshare.protocol.receipt.SigningKeys;
import org.junit.jupiter.api.Test;

/** What the exchange signs: leases of runs and heads of receipt chains. */
@QuarkusTest
class CentreTrustTest extends StartedRunTest {

  private static final Duration LENGTH = Duration.ofMinutes(30);

  @Inject LeaseKeeper leases;
  @Inject HeadKeeper heads;
  @Inject Pool database;

  private static void done(Supplier<Uni<Void>> work) {
    try {
      VertxContextSupport.subscribeAndAwait(work::get);
    } catch (Throwable failure) {
      throw new AssertionError(failure);
    }
  }

  private static List<PublicKey> keys() {
    List<String> keys =
        get(monitor(), "/signing-keys").statusCode(200).extract().path("publicKeys");
    return keys.stream().map(PublicKeys::signingKey).toList();
  }

  private static Lease opened(SignedLease signed) {
    assertThat(signed.verified(keys())).isTrue();
    return Bus.read(
        Bus.tree(new String(signed.bodyBytes(), java.nio.charset.StandardCharsets.UTF_8)),
        Lease.class);
  }

  private static void assertAbout(Instant actual, Instant expected) {
    assertThat(ChronoUnit.SECONDS.between(expected, actual)).isBetween(-120L, 120L);
  }

  private RenewLease renewal(FakeNode node) {
    return Bus.read(node.command("RenewLease"), RenewLease.class);
  }

  @Test
  void aRunsCommandsBringLeasesForWhatTheyAskAndNoMore() {
    StartRun atTarget = Bus.read(scene.target.command("StartRun"), StartRun.class);
    Lease read = opened(atSource.lease());
    Lease written = opened(atTarget.lease());

    assertThat(read.outside(atSource, scene.source.code)).isNull();
    assertThat(written.outside(atTarget, scene.target.code)).isNull();
    assertThat(read.outside(atTarget, scene.target.code)).isEqualTo("part");
    assertThat(read.grantId()).isEqualTo(scene.grant.id());
    assertThat(read.table()).isEqualTo("enterprise");
    assertThat(read.columns()).hasSize(4);
    assertThat(Duration.between(read.issuedAt(), read.validUntil())).isEqualTo(LENGTH);
    assertAbout(read.issuedAt(), Instant.now());
  }

  @Test
  void aLeaseIsRenewedAfterAThirdOfItsTimeAndNotBefore() {
    Instant now = Instant.now();
    done(() -> leases.renew(now.plus(LENGTH.dividedBy(3)).minusSeconds(60)));
    done(() -> leases.renew(now.plus(LENGTH.dividedBy(3)).plusSeconds(60)));
    RenewLease first = renewal(scene.source);
    assertThat(first.runId()).isEqualTo(run);
    assertThat(opened(first.lease()).outside(atSource, scene.source.code)).isNull();
    assertThat(opened(renewal(scene.target).lease()).side()).isEqualTo(Side.TARGET);

    // By the clock of the second look the first renewal is a third old again.
    awaitAcknowledged(scene.source);
    done(() -> leases.renew(now.plus(LENGTH)));
    assertThat(renewal(scene.source).lease()).isNotEqualTo(first.lease());
    operator().post(API + "/runs/" + run + "/stopping").then().statusCode(202);
    done(() -> leases.renew(now.plus(LENGTH).plus(LENGTH)));
    assertThat(scene.source.next("StopRun", "RenewLease")).isEqualTo("StopRun");
    scene.start(service);
    assertThat(scene.source.next("StartRun", "RenewLease")).isEqualTo("StartRun");
  }

  @Test
  void renewalsDoNotPileUpForANodeThatStaysAway() throws Exception {
    Instant now = Instant.now();
    for (int times = 1; times <= 5; times++) {
      Instant later = now.plus(LENGTH.multipliedBy(times));
      done(() -> leases.renew(later));
      // The other end is renewed every time.
      renewal(scene.source);
      awaitAcknowledged(scene.source);
    }
    assertThat(waiting(scene.target)).isEqualTo(1);

    RenewLease old = renewal(scene.target);
    awaitAcknowledged(scene.target);
    done(() -> leases.renew(now.plus(LENGTH.dividedBy(3)).plusSeconds(60)));
    Lease fresh = opened(renewal(scene.target).lease());
    assertThat(fresh.validUntil()).isAfter(opened(old.lease()).validUntil());
    assertAbout(fresh.validUntil(), Instant.now().plus(LENGTH));
  }

  private void awaitAcknowledged(FakeNode node) {
    await("the renewal is acknowledged", () -> waiting(node) == 0);
  }

  private int waiting(FakeNode node) {
    AtomicInteger rows = new AtomicInteger();
    done(
        () ->
            database
                .preparedQuery(
                    "select count(*) from outbox where consumer = $1 and type = 'RenewLease'")
                .execute(Tuple.of("node." + node.code))
                .invoke(found -> rows.set(found.iterator().next().getInteger(0)))
                .replaceWithVoid());
    return rows.get();
  }

  private Order order(FakeNode node) {
    assertThat(node.order().verified(keys())).isTrue();
    Order order =
        Bus.read(
            Bus.tree(new String(node.order().bodyBytes(), java.nio.charset.StandardCharsets.UTF_8)),
            Order.class);
    assertThat(order.outside(node.code)).isNull();
    assertThat(order.serviceId()).isEqualTo(service);
    assertThat(order.grantId()).isEqualTo(scene.grant.id());
    assertAbout(order.issuedAt(), Instant.now());
    return order;
  }

  @Test
  void whatReadsTheGrantedRowsIsASignedOrderForAsLongAsALease() {
    designer().body(Map.of()).post(API + "/services/" + service + "/trials").then().statusCode(202);
    for (FakeNode node : List.of(scene.source, scene.target)) {
      node.command("TryRun");
      assertThat(Duration.between(order(node).issuedAt(), order(node).validUntil()))
          .isEqualTo(LENGTH);
    }

    operator().post(API + "/runs/" + run + "/stopping").then().statusCode(202);
    operator().post(API + "/runs/" + run + "/reconciliations").then().statusCode(202);
    for (FakeNode node : List.of(scene.source, scene.target)) {
      ComputeDigest asked = Bus.read(node.command("ComputeDigest"), ComputeDigest.class);
      assertThat(asked.runId()).isEqualTo(run);
      assertThat(Duration.between(order(node).issuedAt(), order(node).validUntil()))
          .isEqualTo(LENGTH);
    }
  }

  @Test
  void anOrderEndsWithItsGrant() {
    Scene soon = new Scene(Duration.ofMinutes(10));
    designer()
        .body(Map.of())
        .post(API + "/services/" + soon.service() + "/trials")
        .then()
        .statusCode(202);
    soon.source.command("TryRun");
    Order order =
        Bus.read(
            Bus.tree(
                new String(
                    soon.source.order().bodyBytes(), java.nio.charset.StandardCharsets.UTF_8)),
            Order.class);
    assertAbout(order.validUntil(), Instant.now().plus(Duration.ofMinutes(10)));
  }

  @Test
  void parkedRowsAreShownAndTriedAgainBySignedOrders() {
    operator().post(API + "/runs/" + run + "/stopping").then().statusCode(202);
    scene.target.say(
        new ParkedRowsReported(
            ParkedRowsReported.TYPE,
            Instant.now(),
            service,
            List.of(
                new ParkedGroup(
                    run,
                    "constraint-violated",
                    "23514",
                    "no_debt",
                    null,
                    ParkedState.WAITING,
                    3L))));
    String parked = "/services/" + service + "/parked-rows";
    await(
        "the report is here",
        () -> get(monitor(), parked).extract().jsonPath().getList("groups").size() == 1);
    operator().body(Map.of()).post(API + parked + "/replay").then().statusCode(202);
    SealParked sealing = Bus.read(scene.target.command("SealParked"), SealParked.class);
    assertThat(sealing.serviceId()).isEqualTo(service);
    Order order = order(scene.target);
    assertThat(Duration.between(order.issuedAt(), order.validUntil())).isEqualTo(LENGTH);

    operator()
        .body(Map.of("grounds", "来源单位确认作废"))
        .post(API + parked + "/discarding")
        .then()
        .statusCode(202);
    scene.target.command("DiscardParked");
    assertThat(order(scene.target).type()).isEqualTo("DiscardParked");
  }

  @Test
  void aLeaseEndsWithItsGrant() {
    Scene soon = new Scene(Duration.ofMinutes(10));
    soon.start(soon.service());
    StartRun started = Bus.read(soon.source.command("StartRun"), StartRun.class);

    assertAbout(opened(started.lease()).validUntil(), Instant.now().plus(Duration.ofMinutes(10)));
  }

  @Test
  void aRunWhoseGrantIsRevokedGetsNoRenewal() {
    FakeCatalog.revoke(scene.grant.id());
    awaitState("STOPPED");
    done(() -> leases.renew(Instant.now().plus(LENGTH)));
    assertThat(scene.source.next("StopRun", "RenewLease")).isEqualTo("StopRun");

    // Whatever came after the end of the run is before this.
    Map<String, Object> registration = new HashMap<>(scene.source.registration());
    registration.put("name", "改名");
    int version = get(operator(), "/nodes/" + scene.source.code).extract().path("version");
    operator()
        .header("If-Match", "\"" + version + "\"")
        .body(registration)
        .put(API + "/nodes/" + scene.source.code)
        .then()
        .statusCode(200);
    assertThat(scene.source.next("ReportInventory", "RenewLease")).isEqualTo("ReportInventory");
  }

  @Test
  void whatNodesSayOfEndedLeasesIsKept() {
    Instant at = Instant.now();
    scene.source.say(
        new RunStandsBy(
            RunStandsBy.TYPE, at, run, atSource.channelId(), Side.SOURCE, "lease-ended"));
    scene.source.say(
        new RunStandsBy(RunStandsBy.TYPE, at, run, atSource.channelId(), Side.SOURCE, null));
    await(
        "both are kept",
        () -> get(monitor(), "/runs/" + run + "/events").extract().<Integer>path("total") == 2);
    get(monitor(), "/runs/" + run + "/events")
        .body("items.kind", contains("STOOD_BY", "WENT_ON"))
        .body("items[0].reason", equalTo("lease-ended"))
        .body("items[0].actor", equalTo(scene.source.code));
    var others =
        scene.target.signed(
            new RunStandsBy(
                RunStandsBy.TYPE, at, run, atSource.channelId(), Side.SOURCE, "lease-ended"));
    bus.send("event.exchange", others);
    assertThat(putAside(Bus.write(others))).isTrue();
  }

  @Test
  void headsAreCountersignedAndHandedToBothNodes() {
    chain.forward(chain.data(run, 5));
    awaitReceipts(1);
    done(() -> heads.sign(Instant.now()));
    get(monitor(), "/runs/" + run + "/heads").statusCode(200).body("total", equalTo(0));
    Receipt second = chain.data(run, 7);
    chain.forward(second);
    awaitReceipts(2);
    done(() -> heads.sign(Instant.now().plus(Duration.ofMinutes(16))));
    done(() -> heads.sign(Instant.now().plus(Duration.ofMinutes(16))));

    CountersignedHead head = head(scene.source);
    assertThat(head.verified(keys())).isTrue();
    assertThat(head.sequence()).isEqualTo(2);
    assertThat(head.digest()).isEqualTo(second.digest());
    assertThat(head(scene.target).line()).isEqualTo(head.line());
    get(as("p", scene.provider, "node-operator"), "/runs/" + run + "/heads")
        .statusCode(200)
        .body("total", equalTo(1))
        .body("items[0].digest", equalTo(second.digest().toString()));
    String file =
        get(as("r", scene.requester, "requester"), "/runs/" + run + "/heads/file")
            .statusCode(200)
            .extract()
            .asString();
    assertThat(file).isEqualTo(CountersignedHead.FIRST_LINE + "\n" + head.line() + "\n");

    // When the run is over, its head is signed without waiting for the other's age.
    Receipt end = chain.end(run);
    chain.forward(end);
    awaitReceipts(3);
    done(() -> heads.sign(Instant.now()));
    get(monitor(), "/runs/" + run + "/heads").body("total", equalTo(1));
    sourceCompleted();
    awaitState("COMPLETED");
    done(() -> heads.sign(Instant.now()));
    get(monitor(), "/runs/" + run + "/heads")
        .body("items.sequence", contains(3, 2))
        .body("items[0].digest", equalTo(end.digest().toString()));
    assertThat(head(scene.target).sequence()).isEqualTo(3);
  }

  private static CountersignedHead head(FakeNode node) {
    return CountersignedHead.read(Bus.read(node.command("ReceiptHead"), ReceiptHead.class).line());
  }

  @Test
  void aNodesChangeOfKeyIsInTheExportAndCountersigned() throws Exception {
    chain.forward(chain.data(run, 5));
    awaitReceipts(1);
    FakeNode rebuilt = new FakeNode(scene.target.code, scene.requester);
    int version = get(operator(), "/nodes/" + rebuilt.code).extract().path("version");
    operator()
        .header("If-Match", "\"" + version + "\"")
        .body(rebuilt.registration())
        .put(API + "/nodes/" + rebuilt.code)
        .then()
        .statusCode(200);
    Receipt second = chain.data(run, 7);
    bus.send("receipt.exchange", chain.signed(second, scene.source.keys, rebuilt.keys));
    awaitReceipts(2);
    done(() -> heads.sign(Instant.now().plus(Duration.ofMinutes(16))));

    String export = get(monitor(), "/runs/" + run + "/chain").statusCode(200).extract().asString();
    String key = PublicKeys.base64(rebuilt.keys.signingKey());
    assertThat(export.lines().filter(line -> line.startsWith("key ")).toList())
        .containsExactly(
            "key " + scene.source.code + " " + PublicKeys.base64(scene.source.keys.signingKey()),
            "key " + rebuilt.code + " " + PublicKeys.base64(scene.target.keys.signingKey()),
            "key " + rebuilt.code + " " + key + " 2");
    ChainCheck.Verdict verdict =
        new ChainCheck(new SigningKeys(), List.of(new ChainCheck.Head(2, second.digest())))
            .check(new BufferedReader(new StringReader(export)));
    assertThat(verdict.good()).as(verdict.detail()).isTrue();
    String file = get(monitor(), "/runs/" + run + "/heads/file").extract().asString();
    CountersignedKey changed =
        CountersignedKey.read(
            file.lines().filter(line -> line.startsWith("key ")).findFirst().orElseThrow());
    assertThat(changed.verified(keys())).isTrue();
    assertThat(changed.from()).isEqualTo(2);
    assertThat(changed.key()).isEqualTo(key);
    assertThat(file.lines().filter(line -> line.startsWith("head ")).count()).isEqualTo(1);
  }

  @Test
  void headsAndKeysAreNotForEverybody() {
    get(as("x", "elsewhere", "requester"), "/runs/" + run + "/heads").statusCode(403);
    get(as("x", "elsewhere", "requester"), "/runs/" + run + "/heads/file").statusCode(403);
    get(as("x", "xxzx", "sysadmin"), "/signing-keys").statusCode(403);
    get(monitor(), "/runs/" + run + "/heads?channel=" + UUID.randomUUID()).statusCode(404);
  }

  @Test
  void aNodeThatIsTakenInIsToldTheKeyThatItsCodeNames() {
    FakeNode node = new FakeNode("k" + scene.suffix, scene.provider);
    var issued =
        operator()
            .body(Map.of("node", node.code, "name", "前置机", "department", scene.provider))
            .post(API + "/node-enrolments")
            .then()
            .statusCode(201);
    String code = issued.extract().path("registrationCode");
    String id = issued.extract().path("id");
    node.say(EnrolmentTest.asking(node, code));
    await(
        "the node has answered",
        () ->
            "CLAIMED"
                .equals(get(operator(), "/node-enrolments/" + id).extract().<String>path("state")));
    operator()
        .header("If-Match", "\"1\"")
        .body(Map.of("keyId", node.keys.keyId().toString()))
        .post(API + "/node-enrolments/" + id + "/confirmation")
        .then()
        .statusCode(200);

    List<String> told = Bus.read(node.command("CentreKeys"), CentreKeys.class).keys();
    assertThat(told.stream().map(PublicKeys::signingKey).toList()).isEqualTo(keys());
    String named = code.substring(code.lastIndexOf('.') + 1);
    assertThat(named).isEqualTo(PublicKeys.fingerprint(keys().getFirst()).toString());
  }
}
