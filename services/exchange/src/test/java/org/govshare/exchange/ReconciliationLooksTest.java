package org.govshare.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.govshare.exchange.reconciliation.SilentNodes;
import org.govshare.protocol.control.ComputeDigest;
import org.govshare.protocol.control.DigestComputed;
import org.govshare.protocol.control.DigestLooked;
import org.govshare.protocol.control.DigestLooked.Group;
import org.govshare.protocol.control.DigestLooked.Row;
import org.govshare.protocol.control.RowCondition;
import org.govshare.protocol.control.RowOperator;
import org.govshare.protocol.control.RunState;
import org.govshare.protocol.control.Side;
import org.govshare.protocol.control.StartRun;
import org.govshare.protocol.control.TransferMode;
import org.govshare.protocol.crypto.PublicKeys;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reconciliations of tables that go on changing, and those that a service asks for by itself. */
@QuarkusTest
class ReconciliationLooksTest extends ExchangeTest {

  private static final String ONE = "00".repeat(16);
  private static final String TWO = "01".repeat(16);
  private static final String THREE = "02".repeat(16);
  private static final String FOUR = "03".repeat(16);

  @Inject SilentNodes silent;

  private Scene scene;
  private UUID service;
  private UUID channel;
  private FakeNode.Chain chain;

  @BeforeEach
  void aService() {
    scene = new Scene();
    service = scene.service();
    chain = null;
  }

  private UUID complete() {
    UUID run = scene.start(service);
    channel = Bus.read(scene.source.command("StartRun"), StartRun.class).channelId();
    if (chain == null) {
      chain = new FakeNode.Chain(scene.source, scene.target, channel);
    }
    chain.forward(chain.end(run));
    scene.source.say(
        scene.source.progress(run, channel, Side.SOURCE, RunState.COMPLETED, chain.totals(), null));
    await(
        "it is complete",
        () -> "COMPLETED".equals(get(monitor(), "/runs/" + run).extract().<String>path("state")));
    return run;
  }

  private static void ask(UUID run) {
    operator().post(API + "/runs/" + run + "/reconciliations").then().statusCode(202);
  }

  private static ComputeDigest asked(FakeNode node) {
    return Bus.read(node.command("ComputeDigest"), ComputeDigest.class);
  }

  private static DigestComputed answer(ComputeDigest asked, DigestLooked looked) {
    return new DigestComputed(
        DigestComputed.TYPE,
        Instant.now(),
        asked.reconciliationId(),
        asked.runId(),
        asked.side(),
        looked.groups().stream().mapToLong(Group::rows).sum(),
        "0",
        looked);
  }

  private static DigestLooked sums(ComputeDigest asked, Group... groups) {
    return new DigestLooked(asked.look().number(), List.of(groups), null, false, true, false, 0);
  }

  private static DigestLooked rows(ComputeDigest asked, boolean marked, Row... rows) {
    return new DigestLooked(asked.look().number(), null, List.of(rows), false, marked, false, 2);
  }

  private static JsonPath shown(UUID run) {
    return get(monitor(), "/runs/" + run + "/reconciliations").statusCode(200).extract().jsonPath();
  }

  private static void awaitState(UUID run, String state) {
    await("it is " + state, () -> state.equals(shown(run).getString("items[0].state")));
  }

  private void bothSum(Group source, Group target) {
    ComputeDigest toSource = asked(scene.source);
    ComputeDigest toTarget = asked(scene.target);
    scene.source.say(answer(toSource, sums(toSource, source)));
    scene.target.say(answer(toTarget, sums(toTarget, target)));
  }

  private ComputeDigest bothTell(List<Row> source, List<Row> target) {
    ComputeDigest toTarget = asked(scene.target);
    scene.target.say(answer(toTarget, rows(toTarget, true, target.toArray(Row[]::new))));
    // The source is asked only when the target has answered.
    ComputeDigest toSource = asked(scene.source);
    assertThat(toSource.look().number()).isEqualTo(toTarget.look().number());
    assertThat(toSource.look().keys()).isEqualTo(toTarget.look().keys());
    scene.source.say(answer(toSource, rows(toSource, true, source.toArray(Row[]::new))));
    return toSource;
  }

  @Test
  void equalSumsNeedOneLook() {
    UUID run = complete();
    ask(run);
    ComputeDigest source = asked(scene.source);
    ComputeDigest target = asked(scene.target);
    assertThat(source.look().baseRun()).isEqualTo(run);
    assertThat(source.look().channels()).containsExactly(channel);
    assertThat(source.look().keyColumns()).containsExactly("uscc");
    assertThat(source.look().mode()).isEqualTo(TransferMode.FULL);
    assertThat(source.look().peerAgreementKey())
        .isEqualTo(PublicKeys.base64(scene.target.keys.agreementKey()));
    assertThat(target.look().peerAgreementKey())
        .isEqualTo(PublicKeys.base64(scene.source.keys.agreementKey()));

    scene.source.say(answer(source, sums(source, new Group(3, 7, "42"))));
    scene.target.say(answer(target, sums(target, new Group(3, 7, "42"))));
    awaitState(run, "EQUAL");

    JsonPath shown = shown(run);
    operator()
        .post(
            API
                + "/runs/"
                + run
                + "/reconciliations/"
                + shown.getString("items[0].id")
                + "/resends")
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:govshare:problem:reconciliation-nothing-to-send"));
    assertThat(shown.getLong("items[0].source.rows")).isEqualTo(7);
    assertThat(shown.getInt("items[0].course.look")).isEqualTo(1);
    assertThat(shown.getLong("items[0].found.missing")).isZero();
    assertThat(shown.getBoolean("items[0].whole")).isFalse();
  }

  @Test
  void whatDiffersTwiceAndHasNotBeenWrittenIsDifferent() {
    UUID run = complete();
    ask(run);
    bothSum(new Group(0, 3, "1"), new Group(0, 3, "2"));
    List<Row> source =
        List.of(new Row(ONE, "a", true), new Row(TWO, "b", true), new Row(FOUR, "d", false));
    List<Row> target = List.of(new Row(TWO, "x", true), new Row(THREE, "c", true));
    bothTell(source, target);
    ComputeDigest second = bothTell(source, target);
    assertThat(second.look().keys()).containsExactlyInAnyOrder(ONE, TWO, THREE, FOUR);
    ComputeDigest third = bothTell(List.of(new Row(FOUR, "e", false)), List.of());
    assertThat(third.look().keys()).containsExactly(FOUR);
    awaitState(run, "DIFFERENT");

    JsonPath shown = shown(run);
    assertThat(shown.getMap("items[0].found"))
        .containsEntry("missing", 1)
        .containsEntry("altered", 1)
        .containsEntry("surplus", 1)
        .containsEntry("moving", 1)
        .containsEntry("partial", false)
        .containsEntry("marked", true);
    assertThat(shown.getLong("items[0].parkedRows")).isEqualTo(2);
    assertThat(shown.getInt("items[0].course.round")).isEqualTo(3);
    assertThat(shown.getBoolean("items[0].found.mendable")).isTrue();

    String resends =
        API + "/runs/" + run + "/reconciliations/" + shown.getString("items[0].id") + "/resends";
    monitor().post(resends).then().statusCode(403);
    designer().post(resends).then().statusCode(403);
    String again = operator().post(resends).then().statusCode(202).extract().path("runId");
    get(monitor(), "/runs/" + again).body("cause", equalTo("RESEND"));
    RowCondition named =
        Bus.read(scene.source.command("StartRun"), StartRun.class).filter().getLast();
    assertThat(named.operator()).isEqualTo(RowOperator.KEYED);
    assertThat(named.values())
        .containsExactly(
            second.salt(), PublicKeys.base64(scene.target.keys.agreementKey()), ONE, TWO);
    operator()
        .post(API + "/runs/" + run + "/reconciliations/" + UUID.randomUUID() + "/resends")
        .then()
        .statusCode(404);
  }

  @Test
  void whatIsWrittenAllTheTimeIsMoving() {
    UUID run = complete();
    ask(run);
    bothSum(new Group(0, 1, "1"), new Group(0, 1, "2"));
    for (int i = 0; i < 3; i++) {
      bothTell(List.of(new Row(ONE, "s" + i, false)), List.of(new Row(ONE, "t" + i, true)));
    }
    awaitState(run, "MOVING");
    assertThat(shown(run).getLong("items[0].found.moving")).isEqualTo(1);
  }

  @Test
  void whatHasArrivedMeanwhileIsEqual() {
    UUID run = complete();
    ask(run);
    bothSum(new Group(0, 1, "1"), new Group(0, 1, "2"));
    bothTell(List.of(new Row(ONE, "new", false)), List.of(new Row(ONE, "old", true)));
    bothTell(List.of(new Row(ONE, "new", false)), List.of(new Row(ONE, "new", true)));
    awaitState(run, "EQUAL");
  }

  @Test
  void manyRowsInManyGroupsAreSplit() {
    UUID run = complete();
    ask(run);
    bothSum(new Group(5, 100_000, "1"), new Group(5, 100_000, "2"));
    ComputeDigest again = asked(scene.target);

    assertThat(again.look().within()).containsExactly(5);
    assertThat(again.look().rows()).isFalse();
    assertThat(again.look().bits()).isGreaterThan(again.look().withinBits());
    assertThat(shown(run).getInt("items[0].course.groups")).isEqualTo(1);
  }

  @Test
  void answersToAnotherLookAndOfTheWrongNodeCountNothing() {
    UUID run = complete();
    ask(run);
    ComputeDigest source = asked(scene.source);
    ComputeDigest target = asked(scene.target);
    scene.source.say(answer(source, new DigestLooked(7, List.of(), null, false, true, false, 0)));
    scene.source.say(answer(target, sums(target, new Group(1, 1, "1"))));
    scene.source.say(answer(source, sums(source, new Group(1, 2, "2"))));
    scene.target.say(answer(target, sums(target, new Group(1, 2, "2"))));
    awaitState(run, "EQUAL");
    assertThat(shown(run).getLong("items[0].target.rows")).isEqualTo(2);
  }

  @Test
  void anAgentThatKnowsNoLooksHasBothTablesComparedAsWholes() {
    UUID run = complete();
    ask(run);
    ComputeDigest source = asked(scene.source);
    ComputeDigest target = asked(scene.target);
    scene.target.say(answer(target, sums(target, new Group(1, 2, "2"))));
    scene.source.say(
        new DigestComputed(
            DigestComputed.TYPE,
            Instant.now(),
            source.reconciliationId(),
            run,
            Side.SOURCE,
            2,
            "17"));
    ComputeDigest whole = asked(scene.target);
    assertThat(whole.look()).isNull();
    assertThat(whole.salt()).isEqualTo(source.salt());
    scene.target.say(
        new DigestComputed(
            DigestComputed.TYPE,
            Instant.now(),
            whole.reconciliationId(),
            run,
            Side.TARGET,
            2,
            "17"));
    awaitState(run, "EQUAL");
    assertThat(shown(run).getBoolean("items[0].whole")).isTrue();
  }

  @Test
  void oneAtATimeAndItCanBeCancelled() {
    UUID run = complete();
    ask(run);
    String id = shown(run).getString("items[0].id");
    operator()
        .post(API + "/runs/" + run + "/reconciliations")
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:govshare:problem:reconciliation-under-way"))
        .body("detail", containsString(id));
    String cancellation = "/runs/" + run + "/reconciliations/" + id + "/cancellation";
    monitor().post(API + cancellation).then().statusCode(403);
    as("u", scene.provider, "requester").post(API + cancellation).then().statusCode(403);
    operator()
        .post(API + "/runs/" + run + "/reconciliations/" + UUID.randomUUID() + "/cancellation")
        .then()
        .statusCode(404);

    operator().post(API + cancellation).then().statusCode(200).body("state", equalTo("CANCELLED"));
    ComputeDigest source = asked(scene.source);
    ComputeDigest target = asked(scene.target);
    scene.source.say(answer(source, sums(source, new Group(1, 2, "2"))));
    scene.target.say(answer(target, sums(target, new Group(1, 2, "2"))));
    ask(run);
    assertThat(asked(scene.source).reconciliationId()).isNotEqualTo(source.reconciliationId());
    assertThat(shown(run).getList("items.state")).containsExactly("PENDING", "CANCELLED");
  }

  @Test
  void aServicesTablesAreComparedAfterItsLastCompleteRun() {
    String path = API + "/services/" + service + "/reconciliations";
    operator()
        .post(path)
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:govshare:problem:reconciliation-without-run"));
    UUID run = complete();
    UUID stopped = scene.start(service);
    operator().post(API + "/runs/" + stopped + "/stopping").then().statusCode(202);
    monitor().post(path).then().statusCode(403);
    designer().post(path).then().statusCode(403);
    as("u", "zz", "requester").get(path).then().statusCode(403);
    operator().post(path + "?target=2").then().statusCode(400);

    operator()
        .post(path)
        .then()
        .statusCode(202)
        .body("size()", equalTo(1))
        .body("[0].runId", equalTo(run.toString()));
    assertThat(asked(scene.source).look().baseRun()).isEqualTo(run);
    get(monitor(), "/services/" + service + "/reconciliations").body("total", equalTo(1));
    get(as("u", scene.provider, "requester"), "/services/" + service + "/reconciliations")
        .body("total", equalTo(1));
  }

  @Test
  void aRunThatWasNotCompletedIsHeldToTheLastThatWas() {
    UUID run = complete();
    UUID stopped = scene.start(service);
    operator().post(API + "/runs/" + stopped + "/stopping").then().statusCode(202);
    ask(stopped);
    ComputeDigest asked = asked(scene.source);
    assertThat(asked.runId()).isEqualTo(stopped);
    assertThat(asked.look().baseRun()).isEqualTo(run);
  }

  @Test
  void aDesignThatHasChangedIsSaidSo() {
    UUID run = complete();
    Map<String, Object> draft = new LinkedHashMap<>(scene.draft());
    List<Object> mapping = new ArrayList<>((List<?>) draft.get("mapping"));
    mapping.remove(2);
    draft.put("mapping", mapping);
    designer()
        .header("If-Match", "\"" + version() + "\"")
        .body(draft)
        .put(API + "/services/" + service)
        .then()
        .statusCode(200);
    UUID later = scene.start(service);
    operator().post(API + "/runs/" + later + "/stopping").then().statusCode(202);

    operator()
        .post(API + "/runs/" + run + "/reconciliations")
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:govshare:problem:reconciliation-design-changed"));
    ask(later);
    // What an older design brought says nothing of rows by this one.
    assertThat(asked(scene.source).look().baseRun()).isNull();
  }

  private int version() {
    return get(monitor(), "/services/" + service).extract().path("version");
  }

  @Test
  void aServiceThatIsSetSoIsReconciledAfterEachCompleteRun() {
    designer()
        .header("If-Match", "\"0\"")
        .body(Map.of("kind", "HAND", "reconcileAfterRuns", true))
        .put(API + "/services/" + service + "/schedule")
        .then()
        .statusCode(200)
        .body("settings.reconcileAfterRuns", equalTo(true));
    UUID stopped = scene.start(service);
    scene.source.command("StartRun");
    operator().post(API + "/runs/" + stopped + "/stopping").then().statusCode(202);
    assertThat(shown(stopped).getInt("total")).isZero();

    UUID run = complete();
    assertThat(shown(run).getBoolean("items[0].automatic")).isTrue();
    bothSum(new Group(1, 2, "2"), new Group(1, 2, "2"));
    awaitState(run, "EQUAL");

    UUID next = complete();
    assertThat(shown(next).getString("items[0].state")).isEqualTo("PENDING");
    UUID third = complete();
    assertThat(shown(third).getInt("total")).isZero();
  }

  @Test
  void aNodeThatSaysNothingIsNamed() throws Throwable {
    UUID run = complete();
    ask(run);
    ComputeDigest source = asked(scene.source);
    scene.source.say(answer(source, sums(source, new Group(1, 2, "2"))));
    await("the source has answered", () -> shown(run).get("items[0].source") != null);
    Instant later = Instant.now().plus(Duration.ofHours(2));
    VertxContextSupport.subscribeAndAwait(() -> silent.end(later));
    awaitState(run, "FAILED");
    assertThat(shown(run).getString("items[0].reason")).isEqualTo("TARGET: node-silent");
  }
}
