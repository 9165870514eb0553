package org.govshare.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.govshare.protocol.control.CaptureFitness;
import org.govshare.protocol.control.InventoryDataSource;
import org.govshare.protocol.control.ReplayedKeys;
import org.govshare.protocol.control.RowCondition;
import org.govshare.protocol.control.RowOperator;
import org.govshare.protocol.control.RunState;
import org.govshare.protocol.control.Side;
import org.govshare.protocol.control.StartRun;
import org.govshare.protocol.control.TransferMode;
import org.govshare.protocol.frame.RunTotals;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Runs that capture changes: to several targets, by lanes, and of rows that go again. */
@QuarkusTest
class CaptureRunTest extends ExchangeTest {

  private Scene scene;
  private FakeNode other;
  private UUID service;

  @BeforeEach
  void designed() {
    scene = new Scene();
    other = scene.anotherTarget("c");
    scene.source.report(
        new InventoryDataSource(
            "main",
            "postgresql",
            "SOURCE",
            List.of(Scene.enterprise("enterprise", false, CaptureFitness.FIT))));
    await(
        "the table may be captured",
        () ->
            "FIT"
                .equals(
                    designer()
                        .get(API + "/nodes/" + scene.source.code + "/tables")
                        .jsonPath()
                        .getString("items[0].capture")));
    service = UUID.fromString(scene.post(draft(true)).then().statusCode(201).extract().path("id"));
  }

  private Map<String, Object> draft(boolean both) {
    Map<String, Object> draft = scene.draft();
    draft.put("mode", "CAPTURE");
    draft.put("lanes", 2);
    if (both) {
      draft.remove("target");
      draft.put(
          "targets",
          List.of(Scene.place(scene.target, "enterprise_in"), Scene.place(other, "enterprise_in")));
    }
    return draft;
  }

  private List<StartRun> told(int commands) {
    return Stream.generate(() -> Bus.read(scene.source.command("StartRun"), StartRun.class))
        .limit(commands)
        .toList();
  }

  private void stop(UUID run) {
    operator().post(API + "/runs/" + run + "/stopping").then().statusCode(202);
  }

  private void change(Map<String, Object> draft) {
    String tag = get(designer(), "/services/" + service).extract().header("ETag");
    designer()
        .header("If-Match", tag)
        .body(draft)
        .put(API + "/services/" + service)
        .then()
        .statusCode(200);
  }

  @Test
  void aSourceIsToldOfAllChannelsAndATargetThatComesBackBeginsAnew() {
    UUID run = scene.start(service);
    List<StartRun> first = told(4);
    List<UUID> channels = first.stream().map(StartRun::channelId).toList();
    assertThat(first)
        .allSatisfy(
            it -> {
              assertThat(it.mode()).isEqualTo(TransferMode.CAPTURE);
              assertThat(it.lane().count()).isEqualTo(2);
              assertThat(it.capture().channels()).containsExactlyElementsOf(channels);
              assertThat(it.capture().resent()).isEmpty();
              assertThat(it.anew()).isFalse();
            });
    assertThat(Bus.read(other.command("StartRun"), StartRun.class).capture().channels()).isEmpty();
    stop(run);

    change(draft(false));
    run = scene.start(service);
    assertThat(told(2))
        .allSatisfy(
            it -> {
              assertThat(it.capture().channels()).containsExactlyElementsOf(channels.subList(0, 2));
              assertThat(it.anew()).isFalse();
            });
    stop(run);

    change(draft(true));
    run = scene.start(service);
    assertThat(told(4)).extracting(StartRun::anew).containsExactly(false, false, true, true);
    stop(run);
    // It has not begun, so it begins anew again.
    run = scene.start(service);
    List<StartRun> last = told(4);
    assertThat(last).extracting(StartRun::anew).containsExactly(false, false, true, true);
    assertThat(last).extracting(StartRun::channelId).containsExactlyElementsOf(channels);
    stop(run);
  }

  @Test
  void keysGoAgainWithWhatWasCaptured() {
    String run =
        operator()
            .body(Map.of("keys", List.of(List.of("91130000A"), List.of("91130000A"), List.of("B"))))
            .post(API + "/services/" + service + "/resends")
            .then()
            .statusCode(202)
            .body("cause", equalTo("RESEND"))
            .body("mode", equalTo("CAPTURE"))
            .extract()
            .path("id");
    String context = ReplayedKeys.context(UUID.fromString(run));

    assertThat(told(4))
        .allSatisfy(
            it -> {
              assertThat(it.mode()).isEqualTo(TransferMode.CAPTURE);
              assertThat(it.filter()).isEmpty();
              assertThat(it.capture().resent()).isEmpty();
              assertThat(it.capture().again()).isTrue();
              assertThat(it.capture().sealed().open(scene.source.keys, context))
                  .isEqualTo("[[\"91130000A\"],[\"B\"]]");
            });
    StartRun target = Bus.read(scene.target.command("StartRun"), StartRun.class);
    assertThat(target.mode()).isEqualTo(TransferMode.CAPTURE);
    assertThat(target.capture().sealed()).isNull();
    assertThat(target.capture().again()).isTrue();
  }

  @Test
  void aRangeGoesAgainWhoseKeysTheSourceFindsItself() {
    operator()
        .body(Map.of("from", "2026-01-01T08:00:00+08:00", "column", "changed_at"))
        .post(API + "/services/" + service + "/resends")
        .then()
        .statusCode(202);
    RowCondition range =
        new RowCondition("changed_at", RowOperator.AT_LEAST, List.of("2026-01-01T08:00+08:00"));
    assertThat(told(4))
        .allSatisfy(
            it -> {
              assertThat(it.filter()).isEmpty();
              assertThat(it.capture().again()).isTrue();
              assertThat(it.capture().sealed()).isNull();
              assertThat(it.capture().range()).containsExactly(range);
            });
    StartRun target = Bus.read(scene.target.command("StartRun"), StartRun.class);
    assertThat(target.capture().again()).isTrue();
    assertThat(target.capture().range()).isEmpty();
  }

  @Test
  void whatNamesNoRowsIsRefused() {
    operator()
        .body(Map.of("from", "2026-01-01T08:00:00+08:00"))
        .post(API + "/services/" + service + "/resends")
        .then()
        .statusCode(400)
        .body("errors.field", hasItem("column"));
    operator()
        .body(Map.of("keys", List.of(List.of("1", "2"))))
        .post(API + "/services/" + service + "/resends")
        .then()
        .statusCode(400)
        .body("errors.field", hasItem("keys"));
  }

  @Test
  void aChannelThatWasGivenUpBeginsAnew() {
    UUID run = scene.start(service);
    StartRun dropped = told(4).getLast();
    other.say(
        other.progress(
            run,
            dropped.channelId(),
            Side.TARGET,
            RunState.FAILED,
            RunTotals.NONE,
            "backlog-dropped"));
    await(
        "the channel has failed",
        () ->
            get(monitor(), "/runs/" + run)
                .extract()
                .jsonPath()
                .getString("channels[3].state")
                .equals("FAILED"));
    stop(run);

    scene.start(service);
    assertThat(told(4)).extracting(StartRun::anew).containsExactly(false, false, false, true);
  }

  @Test
  void aTableThatAServiceWritesAsItsSecondIsNotCapturedByAnother() {
    other.report(
        new InventoryDataSource(
            "main",
            "postgresql",
            "BOTH",
            List.of(Scene.enterprise("enterprise_in", true, CaptureFitness.FIT))));
    await(
        "the second target's table may be captured",
        () ->
            "FIT"
                .equals(
                    designer()
                        .get(API + "/nodes/" + other.code + "/tables")
                        .jsonPath()
                        .getString("items[0].capture")));
    Map<String, Object> back = draft(false);
    back.put("code", "back-" + scene.suffix);
    back.put("source", Scene.place(other, "enterprise_in"));
    scene
        .post(back)
        .then()
        .statusCode(400)
        .body(
            "errors.findAll { it.field == 'source.table' }.message.join(';')",
            containsString("svc-" + scene.suffix));
  }
}
