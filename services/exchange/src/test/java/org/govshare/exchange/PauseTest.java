package org.govshare.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.govshare.exchange.FakeNode.Chain;
import org.govshare.exchange.dispatch.Dispatcher;
import org.govshare.protocol.control.RunProgress;
import org.govshare.protocol.control.RunState;
import org.govshare.protocol.control.Side;
import org.govshare.protocol.control.StartRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Runs that are held up and go on. */
@QuarkusTest
class PauseTest extends ExchangeTest {

  @Inject Dispatcher dispatcher;

  private Scene scene;
  private UUID service;
  private UUID run;
  private StartRun command;
  private Chain chain;

  @BeforeEach
  void started() {
    scene = new Scene();
    service = scene.service();
    run = scene.start(service);
    command = Bus.read(scene.source.command("StartRun"), StartRun.class);
    chain = new Chain(scene.source, scene.target, command.channelId());
    chain.forward(chain.data(run, 60));
    awaitState("RUNNING");
  }

  private JsonPath shown() {
    return get(monitor(), "/runs/" + run).statusCode(200).extract().jsonPath();
  }

  private void awaitState(String state) {
    await("the run is " + state, () -> shown().getString("state").equals(state));
  }

  private static void ask(String path) {
    operator().post(API + path).then().statusCode(202);
  }

  private static void refused(String path, String code) {
    operator()
        .post(API + path)
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:govshare:problem:" + code));
  }

  /** What a source says when it has been told to hold still. */
  private void sourceHoldsStill() {
    RunProgress stopped =
        scene.source.progress(
            run, command.channelId(), Side.SOURCE, RunState.STOPPED, chain.totals(), "stopped");
    scene.source.say(
        new RunProgress(
            stopped.type(),
            stopped.at(),
            stopped.runId(),
            stopped.channelId(),
            stopped.side(),
            stopped.state(),
            stopped.epoch(),
            stopped.messages(),
            stopped.rows(),
            stopped.bytes(),
            stopped.wireBytes(),
            "stopped",
            "paused",
            0,
            null,
            null));
  }

  @Test
  void aPausedRunGoesOnToItsEnd() {
    ask("/runs/" + run + "/pausing");
    assertThat(shown().getString("state")).isEqualTo("PAUSED");
    assertThat(shown().getString("reason")).isEqualTo("paused-by-operator");
    assertThat(scene.source.command("StopRun").path("reason").asText()).isEqualTo("paused");
    chain.forward(chain.data(run, 5));
    await("what was on its way counts", () -> shown().getLong("target.rows") == 65);

    ask("/runs/" + run + "/resumption");
    assertThat(shown().getString("state")).isEqualTo("RUNNING");
    assertThat(shown().getString("reason")).isNull();
    StartRun again = Bus.read(scene.source.command("StartRun"), StartRun.class);
    // Its lease is a new one.
    assertThat(again.leased(null)).isEqualTo(command.leased(null));

    // The word that it held still comes late and does not end the run.
    sourceHoldsStill();
    chain.forward(chain.data(run, 35));
    chain.forward(chain.end(run));
    scene.source.say(
        scene.source.progress(
            run, command.channelId(), Side.SOURCE, RunState.COMPLETED, chain.totals(), null));
    awaitState("COMPLETED");
    assertThat(shown().getLong("target.rows")).isEqualTo(100);
    assertThat(shown().getBoolean("receipts.verified")).isTrue();
  }

  @Test
  void aPausedRunIsStillTheOneOfItsService() {
    ask("/runs/" + run + "/pausing");
    refused("/services/" + service + "/runs", "run-under-way");
    refused("/runs/" + run + "/pausing", "run-not-running");
    ask("/runs/" + run + "/stopping");
    assertThat(shown().getString("state")).isEqualTo("STOPPED");
    refused("/runs/" + run + "/resumption", "run-not-paused");
    refused("/runs/" + run + "/pausing", "run-not-running");
  }

  @Test
  void onlyPausedRunsGoOn() {
    refused("/runs/" + run + "/resumption", "run-not-paused");
  }

  @Test
  void suspendingTheServiceEndsAPausedRun() {
    ask("/runs/" + run + "/pausing");
    operator().post(API + "/services/" + service + "/suspension").then().statusCode(200);
    assertThat(shown().getString("state")).isEqualTo("STOPPED");
  }

  @Test
  void revokingTheGrantEndsAPausedRun() {
    ask("/runs/" + run + "/pausing");
    FakeCatalog.revoke(scene.grant.id());
    awaitState("STOPPED");
    assertThat(shown().getString("reason")).isEqualTo("grant-revoked");
  }

  @Test
  void aFailureOfTheTargetEndsAPausedRun() {
    ask("/runs/" + run + "/pausing");
    scene.target.say(
        scene.target.progress(
            run,
            command.channelId(),
            Side.TARGET,
            RunState.FAILED,
            chain.totals(),
            "constraint-violated"));
    awaitState("FAILED");
  }

  @Test
  void aRunIsPausedWhileItsWindowsAreClosed() throws Throwable {
    LocalTime now = LocalTime.now(ZoneId.of("Asia/Shanghai")).withSecond(0).withNano(0);
    schedule(
        0,
        List.of(
            Map.of(
                "days",
                "EVERY_DAY",
                "from",
                now.plusHours(2).toString(),
                "to",
                now.plusHours(3).toString())));
    VertxContextSupport.subscribeAndAwait(dispatcher::dispatch);
    assertThat(shown().getString("state")).isEqualTo("PAUSED");
    assertThat(shown().getString("reason")).isEqualTo("outside-windows");
    refused("/runs/" + run + "/resumption", "outside-windows");

    schedule(1, List.of());
    VertxContextSupport.subscribeAndAwait(dispatcher::dispatch);
    assertThat(shown().getString("state")).isEqualTo("RUNNING");
  }

  @Test
  void whatAnOperatorPausedNoWindowLetsGoOn() throws Throwable {
    ask("/runs/" + run + "/pausing");
    schedule(0, List.of());
    VertxContextSupport.subscribeAndAwait(dispatcher::dispatch);
    assertThat(shown().getString("state")).isEqualTo("PAUSED");
  }

  private void schedule(int version, List<Object> windows) {
    designer()
        .header("If-Match", "\"" + version + "\"")
        .body(Map.of("kind", "HAND", "windows", windows))
        .put(API + "/services/" + service + "/schedule")
        .then()
        .statusCode(200);
  }

  @Test
  void onlyOperatorsPauseAndResume() {
    for (String verb : List.of("/pausing", "/resumption")) {
      designer().post(API + "/runs/" + run + verb).then().statusCode(403);
      monitor().post(API + "/runs/" + run + verb).then().statusCode(403);
      operator().post(API + "/runs/" + UUID.randomUUID() + verb).then().statusCode(404);
    }
  }
}
