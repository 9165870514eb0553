package org.govshare.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.govshare.exchange.FakeNode.Chain;
import org.govshare.exchange.run.BacklogKeeper;
import org.govshare.protocol.control.ColumnDifference;
import org.govshare.protocol.control.ColumnDifference.DifferenceKind;
import org.govshare.protocol.control.RunProgress;
import org.govshare.protocol.control.RunState;
import org.govshare.protocol.control.SchemaDrifted;
import org.govshare.protocol.control.Side;
import org.govshare.protocol.control.StartRun;
import org.govshare.protocol.control.TrialDone;
import org.govshare.protocol.control.TrialFailed;
import org.govshare.protocol.control.TrialPlan;
import org.govshare.protocol.control.TryRun;
import org.govshare.protocol.frame.RunTotals;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One service that delivers to two nodes, each by a channel of its own. */
@QuarkusTest
class FanOutTest extends ExchangeTest {

  @Inject BacklogKeeper backlogs;
  @Inject AgroalDataSource database;

  private Scene scene;
  private FakeNode other;
  private UUID service;
  private UUID run;
  private StartRun toFirst;
  private StartRun toOther;
  private Chain first;
  private Chain second;

  @BeforeEach
  void started() {
    scene = new Scene();
    other = scene.anotherTarget("a");
    service = UUID.fromString(scene.post(draft()).then().statusCode(201).extract().path("id"));
    run = scene.start(service);
    toFirst = Bus.read(scene.source.command("StartRun"), StartRun.class);
    toOther = Bus.read(scene.source.command("StartRun"), StartRun.class);
    first = new Chain(scene.source, scene.target, toFirst.channelId());
    second = new Chain(scene.source, other, toOther.channelId());
  }

  private Map<String, Object> draft() {
    Map<String, Object> draft = scene.draft();
    draft.remove("target");
    draft.put(
        "targets",
        List.of(Scene.place(scene.target, "enterprise_in"), Scene.place(other, "enterprise_in")));
    return draft;
  }

  private JsonPath shown() {
    return get(monitor(), "/runs/" + run).statusCode(200).extract().jsonPath();
  }

  private void awaitState(String state) {
    await("the run is " + state, () -> shown().getString("state").equals(state));
  }

  private void awaitChannel(int number, String state) {
    await(
        "channel " + number + " is " + state,
        () -> shown().getString("channels[" + (number - 1) + "].state").equals(state));
  }

  private void complete(Chain chain, StartRun command, long rows) {
    chain.forward(chain.data(run, rows));
    chain.forward(chain.end(run));
    scene.source.say(
        scene.source.progress(
            run, command.channelId(), Side.SOURCE, RunState.COMPLETED, chain.totals(), null));
  }

  private void otherFails() {
    other.say(
        other.progress(
            run,
            toOther.channelId(),
            Side.TARGET,
            RunState.FAILED,
            RunTotals.NONE,
            "table-missing"));
  }

  private String restart(UUID channel) {
    return API + "/runs/" + run + "/channels/" + channel + "/restart";
  }

  @Test
  void eachTargetHasAChannelAndTheRunEndsWithTheLast() {
    assertThat(toFirst.peerNode()).isEqualTo(scene.target.code);
    assertThat(toOther.peerNode()).isEqualTo(other.code);
    assertThat(toFirst.channelId()).isNotEqualTo(toOther.channelId());
    StartRun atOther = Bus.read(other.command("StartRun"), StartRun.class);
    assertThat(atOther.channelId()).isEqualTo(toOther.channelId());
    assertThat(atOther.lane().count()).isEqualTo(1);

    complete(first, toFirst, 60);
    awaitChannel(1, "COMPLETED");
    assertThat(shown().getString("state")).isEqualTo("RUNNING");
    assertThat(shown().getString("channels[1].state")).isEqualTo("REQUESTED");
    complete(second, toOther, 40);
    awaitState("COMPLETED");

    JsonPath run = shown();
    assertThat(run.getLong("target.rows")).isEqualTo(100);
    assertThat(run.getLong("receipts.count")).isEqualTo(4);
    assertThat(run.getBoolean("receipts.verified")).isTrue();
    assertThat(run.getList("channels.node")).containsExactly(scene.target.code, other.code);
    assertThat(run.getList("channels.targetNumber")).containsExactly(1, 2);
    assertThat(run.getLong("channels[0].target.rows")).isEqualTo(60);
    assertThat(run.getLong("channels[1].target.rows")).isEqualTo(40);
    get(monitor(), "/runs/" + this.run + "/receipts").body("total", equalTo(4));
    get(monitor(), "/runs/" + this.run + "/receipts?channel=" + toOther.channelId())
        .body("total", equalTo(2));
    String chain = "/runs/" + this.run + "/chain?channel=";
    assertThat(get(monitor(), chain + toOther.channelId()).statusCode(200).extract().asString())
        .contains(toOther.channelId().toString());
    get(monitor(), chain + UUID.randomUUID()).statusCode(404);
  }

  @Test
  void aTargetThatFailsLeavesTheOtherAlone() {
    otherFails();
    awaitChannel(2, "FAILED");
    assertThat(shown().getString("channels[1].reason")).isEqualTo("table-missing");
    assertThat(
            Bus.read(scene.source.command("StopRun"), org.govshare.protocol.control.StopRun.class))
        .extracting("channelId")
        .isEqualTo(toOther.channelId());
    first.forward(first.data(run, 10));
    awaitState("RUNNING");

    complete(first, toFirst, 5);
    awaitState("FAILED");
    assertThat(shown().getString("reason")).isEqualTo("table-missing");
    assertThat(shown().getString("channels[0].state")).isEqualTo("COMPLETED");
    operator().post(restart(toOther.channelId())).then().statusCode(409);
  }

  @Test
  void aChannelIsStartedAgainAloneAndWhatWasSaidBeforeCountsNoMore() {
    first.forward(first.data(run, 10));
    awaitChannel(1, "RUNNING");
    operator().post(restart(toOther.channelId())).then().statusCode(409);
    otherFails();
    awaitChannel(2, "FAILED");

    operator().post(restart(toOther.channelId())).then().statusCode(202);
    StartRun again = Bus.read(scene.source.command("StartRun"), StartRun.class);
    assertThat(again.channelId()).isEqualTo(toOther.channelId());
    assertThat(again.runId()).isEqualTo(run);
    assertThat(again.restart()).isEqualTo(1);
    // The other end's answer to being stopped comes late.
    scene.source.say(
        scene.source.progress(
            run, toOther.channelId(), Side.SOURCE, RunState.STOPPED, RunTotals.NONE, "stopped"));
    second.forward(second.data(run, 7));
    awaitChannel(2, "RUNNING");
    assertThat(shown().getInt("channels[1].restarts")).isEqualTo(1);

    complete(first, toFirst, 5);
    second.forward(second.end(run));
    RunProgress word =
        scene.source.progress(
            run, toOther.channelId(), Side.SOURCE, RunState.COMPLETED, second.totals(), null);
    scene.source.say(
        new RunProgress(
            word.type(),
            word.at(),
            run,
            toOther.channelId(),
            Side.SOURCE,
            RunState.COMPLETED,
            1,
            word.messages(),
            word.rows(),
            word.bytes(),
            word.wireBytes(),
            null,
            null,
            1,
            null,
            null));
    awaitState("COMPLETED");
    assertThat(shown().getLong("target.rows")).isEqualTo(22);
  }

  @Test
  void stoppingAndPausingReachEveryChannel() {
    operator().post(API + "/runs/" + run + "/pausing").then().statusCode(202);
    assertThat(scene.source.command("StopRun").path("channelId").asText())
        .isEqualTo(toFirst.channelId().toString());
    assertThat(scene.source.command("StopRun").path("channelId").asText())
        .isEqualTo(toOther.channelId().toString());
    assertThat(shown().getList("channels.state")).containsExactly("PAUSED", "PAUSED");
    operator().post(API + "/runs/" + run + "/stopping").then().statusCode(202);
    assertThat(shown().getList("channels.state")).containsExactly("STOPPED", "STOPPED");
    assertThat(other.command("StopRun").path("channelId").asText())
        .isEqualTo(toOther.channelId().toString());
  }

  @Test
  void aTargetKeepsItsChannelWhenOthersComeOrGo() {
    operator().post(API + "/runs/" + run + "/stopping").then().statusCode(202);
    change(scene.draft(), 1);
    scene.start(service);
    StartRun alone = Bus.read(scene.source.command("StartRun"), StartRun.class);
    assertThat(alone.channelId()).isEqualTo(toFirst.channelId());
    get(monitor(), "/services/" + service + "/versions/2/difference?with=1")
        .statusCode(200)
        .body("path", hasItem("targets[1].node"));
  }

  @Test
  void lanesAreChannelsAndAChangeOfTheirNumberNamesThoseBefore() {
    operator().post(API + "/runs/" + run + "/stopping").then().statusCode(202);
    Map<String, Object> draft = scene.draft();
    draft.put("lanes", 3);
    change(draft, 1);
    scene.start(service);
    StartRun one = Bus.read(scene.source.command("StartRun"), StartRun.class);
    StartRun two = Bus.read(scene.source.command("StartRun"), StartRun.class);
    StartRun three = Bus.read(scene.source.command("StartRun"), StartRun.class);
    assertThat(List.of(one.lane().number(), two.lane().number(), three.lane().number()))
        .containsExactly(1, 2, 3);
    assertThat(two.lane().count()).isEqualTo(3);
    assertThat(two.lane().channels())
        .containsExactly(one.channelId(), two.channelId(), three.channelId());
    assertThat(two.lane().replaced()).containsExactly(toFirst.channelId());
    get(monitor(), "/services/" + service + "/versions/2/difference?with=1")
        .statusCode(200)
        .body("path", hasItem("lanes"));
  }

  @Test
  void eachTargetIsToldHowItsOwnTableWas() {
    StartRun atFirst = Bus.read(scene.target.command("StartRun"), StartRun.class);
    StartRun atOther = Bus.read(other.command("StartRun"), StartRun.class);
    assertThat(atFirst.expected()).hasSize(6);
    assertThat(atOther.expected()).isEqualTo(atFirst.expected());
    assertThat(toOther.expected()).isEqualTo(toFirst.expected()).hasSize(5);

    other.say(
        new SchemaDrifted(
            SchemaDrifted.TYPE,
            Instant.now(),
            run,
            toOther.channelId(),
            Side.TARGET,
            List.of(new ColumnDifference(DifferenceKind.COLUMN_REMOVED, "capital", "x", null))));
    awaitState("PAUSED");
    get(designer(), "/runs/" + run + "/drift")
        .statusCode(200)
        .body("size()", equalTo(1))
        .body("[0].node", equalTo(other.code))
        .body("[0].targetNumber", equalTo(2))
        .body("[0].table", equalTo("enterprise_in"));
    operator().post(API + "/runs/" + run + "/resumption").then().statusCode(202);
    get(designer(), "/runs/" + run + "/drift").body("size()", equalTo(0));
  }

  @Test
  void aTrialAsksEveryTarget() {
    String path = "/services/" + service + "/trials";
    String trial =
        designer()
            .body(Map.of())
            .post(API + path)
            .then()
            .statusCode(202)
            .body("targets.number", equalTo(List.of(1, 2)))
            .body("targets.node", equalTo(List.of(scene.target.code, other.code)))
            .extract()
            .path("id");
    answer(scene.source, 100);
    TryRun first = answer(scene.target, 7);
    assertThat(get(designer(), path + "/" + trial).extract().<String>path("state"))
        .isEqualTo("PENDING");
    TryRun second = Bus.read(other.command("TryRun"), TryRun.class);
    assertThat(second.trialId()).isNotEqualTo(first.trialId());
    // Nobody answers for another target.
    plan(scene.target, second, 11);
    plan(other, second, 9);
    await(
        "it is done",
        () -> get(designer(), path + "/" + trial).extract().<String>path("state").equals("DONE"));
    get(designer(), path + "/" + trial)
        .body("target.rows", equalTo(7))
        .body("targets.plan.rows", equalTo(List.of(7, 9)))
        .body("targets[1].table", equalTo("enterprise_in"));
  }

  @Test
  void aTargetThatCouldNotIsNamed() {
    String path = "/services/" + service + "/trials";
    String trial =
        designer().body(Map.of()).post(API + path).then().statusCode(202).extract().path("id");
    TryRun second = Bus.read(other.command("TryRun"), TryRun.class);
    other.say(
        new TrialFailed(
            TrialFailed.TYPE, Instant.now(), second.trialId(), Side.TARGET, "key-missing", "why"));
    await(
        "it has failed",
        () -> get(designer(), path + "/" + trial).extract().<String>path("state").equals("FAILED"));
    get(designer(), path + "/" + trial)
        .body("targets[0].reason", nullValue())
        .body("targets[1].reason", equalTo("key-missing: why"));
  }

  private TryRun answer(FakeNode node, long rows) {
    TryRun asked = Bus.read(node.command("TryRun"), TryRun.class);
    plan(node, asked, rows);
    return asked;
  }

  private static void plan(FakeNode node, TryRun asked, long rows) {
    node.say(
        new TrialDone(
            TrialDone.TYPE,
            Instant.now(),
            asked.trialId(),
            asked.side(),
            new TrialPlan(rows, 4_000, List.of()),
            null));
  }

  private void change(Map<String, Object> draft, int seen) {
    String tag = get(designer(), "/services/" + service).extract().header("ETag");
    designer()
        .header("If-Match", tag)
        .body(draft)
        .put(API + "/services/" + service)
        .then()
        .statusCode(200)
        .body("designVersion", equalTo(seen + 1));
  }

  @Test
  void everyTargetKeepsTheRules() {
    Map<String, Object> draft = draft();
    draft.put("code", "more-" + scene.suffix);
    draft.put("lanes", 9);
    Map<String, Object> unlike = new HashMap<>(Scene.place(other, "unlike"));
    Map<String, Object> unknown = new HashMap<>(Scene.place(other, "nowhere"));
    Map<String, Object> foreign = new HashMap<>(Scene.place(scene.source, "enterprise"));
    draft.put(
        "targets",
        List.of(
            Scene.place(scene.target, "enterprise_in"),
            unlike,
            unknown,
            foreign,
            Scene.place(scene.target, "enterprise_in")));
    scene
        .post(draft)
        .then()
        .statusCode(400)
        .body(
            "errors.field",
            hasItems(
                "lanes",
                "targets[1].table",
                "targets[2].table",
                "targets[3].node",
                "targets[4].table"));
    draft.put("lanes", 2);
    draft.put("targets", List.of(Scene.place(scene.target, "enterprise_in")));
    draft.put("target", Scene.place(other, "enterprise_in"));
    scene
        .post(draft)
        .then()
        .statusCode(400)
        .body("errors", hasSize(1))
        .body("errors.field", hasItem("targets"));
  }

  @Test
  void aBacklogIsDroppedWithAnAlarmWhenItsTimeIsUp() throws Throwable {
    designer()
        .header("If-Match", "\"0\"")
        .body(Map.of("kind", "HAND", "backlogMinutes", 0))
        .put(API + "/services/" + service + "/schedule")
        .then()
        .statusCode(400)
        .body("errors.field", hasItem("backlogMinutes"));
    designer()
        .header("If-Match", "\"0\"")
        .body(Map.of("kind", "HAND", "backlogMinutes", 30))
        .put(API + "/services/" + service + "/schedule")
        .then()
        .statusCode(200)
        .body("settings.backlogMinutes", equalTo(30));
    first.forward(first.data(run, 10));
    awaitChannel(1, "RUNNING");
    VertxContextSupport.subscribeAndAwait(backlogs::keep);
    assertThat(shown().getList("channels.state")).containsExactly("RUNNING", "REQUESTED");

    lastMoved(toOther.channelId(), Duration.ofMinutes(31));
    VertxContextSupport.subscribeAndAwait(backlogs::keep);

    assertThat(shown().getList("channels.state")).containsExactly("RUNNING", "FAILED");
    assertThat(shown().getString("channels[1].reason")).isEqualTo("backlog-dropped");
    get(monitor(), "/runs/" + run + "/events")
        .statusCode(200)
        .body("items.kind", equalTo(List.of("BACKLOG_DROPPED")))
        .body("items[0].channelId", equalTo(toOther.channelId().toString()));
    for (String kind : List.of("", "?kind=BACKLOG_DROPPED")) {
      get(monitor(), "/services/" + service + "/events" + kind)
          .statusCode(200)
          .body("total", equalTo(1))
          .body("items[0].runId", equalTo(run.toString()))
          .body("items[0].kind", equalTo("BACKLOG_DROPPED"));
    }
    get(monitor(), "/services/" + service + "/events?kind=FAILED").body("total", equalTo(0));
    assertThat(other.command("StopRun").path("reason").asText()).isEqualTo("backlog-dropped");
    complete(first, toFirst, 5);
    awaitState("FAILED");
    assertThat(shown().getString("reason")).isEqualTo("backlog-dropped");
    assertThat(scene.start(service)).isNotEqualTo(run);
  }

  private void lastMoved(UUID channel, Duration ago) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement change =
            connection.prepareStatement(
                "UPDATE run_channel SET moved_at = ? WHERE run_id = ? AND channel_id = ?")) {
      change.setTimestamp(1, Timestamp.from(Instant.now().minus(ago)));
      change.setObject(2, run);
      change.setObject(3, channel);
      assertThat(change.executeUpdate()).isEqualTo(1);
    }
  }

  @Test
  void eventsAreOfTheDepartmentsOfTheRun() {
    get(as("stranger", "d404", "node-operator"), "/runs/" + run + "/events").statusCode(403);
    get(monitor(), "/runs/" + UUID.randomUUID() + "/events").statusCode(404);
    get(as("stranger", "d404", "node-operator"), "/services/" + service + "/events")
        .statusCode(403);
    get(monitor(), "/services/" + UUID.randomUUID() + "/events").statusCode(404);
    get(monitor(), "/services/" + service + "/events?kind=nothing").statusCode(400);
  }

  @Test
  void onlyOperatorsStartChannelsAgain() {
    designer().post(restart(toOther.channelId())).then().statusCode(403);
    monitor().post(restart(toOther.channelId())).then().statusCode(403);
    operator().post(restart(UUID.randomUUID())).then().statusCode(404);
  }

  @Test
  void eachTargetIsReconciledByItself() {
    operator().post(API + "/runs/" + run + "/stopping").then().statusCode(202);
    operator().post(API + "/runs/" + run + "/reconciliations?target=3").then().statusCode(400);
    operator()
        .post(API + "/runs/" + run + "/reconciliations?target=2")
        .then()
        .statusCode(202)
        .body("targetNumber", equalTo(2));
    assertThat(other.command("ComputeDigest").path("table").asText()).isEqualTo("enterprise_in");
  }
}
