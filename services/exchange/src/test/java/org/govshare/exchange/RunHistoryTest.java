package org.govshare.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.HeaderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.govshare.protocol.control.RunProgress;
import org.govshare.protocol.control.RunState;
import org.govshare.protocol.control.Side;
import org.govshare.protocol.control.StartRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The history of runs, and how fast those go that are under way. */
@QuarkusTest
class RunHistoryTest extends ExchangeTest {

  private static final Instant NOW = Instant.now();

  @Inject AgroalDataSource database;

  private Scene scene;
  private UUID service;
  private UUID run;
  private StartRun command;

  @BeforeEach
  void started() {
    scene = new Scene();
    service = scene.service();
    run = scene.start(service);
    command = Bus.read(scene.source.command("StartRun"), StartRun.class);
  }

  private ValidatableResponse list(String parameters) {
    return get(monitor(), "/runs?service=" + service + "&" + parameters);
  }

  private void said(FakeNode node, Side side, Instant at, long rows, Long expected) {
    node.say(
        new RunProgress(
            RunProgress.TYPE,
            at,
            run,
            command.channelId(),
            side,
            RunState.RUNNING,
            1,
            rows / 100,
            rows,
            rows * 200,
            rows * 50,
            null,
            null,
            0,
            expected,
            null));
  }

  private JsonPath shown() {
    return get(monitor(), "/runs/" + run).statusCode(200).extract().jsonPath();
  }

  @Test
  void aRunUnderWaySaysHowFastItGoesAndHowLongItTakes() {
    said(scene.source, Side.SOURCE, NOW, 0, 10_000L);
    said(scene.target, Side.TARGET, NOW.minusSeconds(20), 0, null);
    said(scene.target, Side.TARGET, NOW.minusSeconds(10), 2_000, null);
    said(scene.target, Side.TARGET, NOW, 4_000, null);
    await("the rows are here", () -> shown().getLong("target.rows") == 4_000);

    JsonPath progress = shown();
    assertThat(progress.getLong("progress.expectedRows")).isEqualTo(10_000);
    assertThat(progress.getInt("progress.percent")).isEqualTo(40);
    assertThat(progress.getLong("progress.remainingRows")).isEqualTo(6_000);
    // Whatever the time since the last word, it is no faster than what was said.
    assertThat(progress.getDouble("progress.rowsPerSecond")).isPositive().isLessThanOrEqualTo(200);
    assertThat(progress.getLong("progress.remainingSeconds")).isGreaterThanOrEqualTo(30);
    assertThat(progress.getLong("channels[0].progress.remainingRows")).isEqualTo(6_000);

    said(scene.target, Side.TARGET, NOW.plusSeconds(1), 12_000, null);
    await("more rows are here", () -> shown().getLong("target.rows") == 12_000);
    assertThat(shown().<Object>get("progress.percent")).isNull();
    assertThat(shown().<Object>get("progress.remainingSeconds")).isNull();
    assertThat(shown().getLong("progress.expectedRows")).isEqualTo(10_000);

    operator().post(API + "/runs/" + run + "/pausing").then().statusCode(202);
    assertThat(shown().<Object>get("progress.rowsPerSecond")).isNull();
    operator().post(API + "/runs/" + run + "/stopping").then().statusCode(202);
    list("").body("items[0].progress", nullValue());
  }

  @Test
  void whatNobodyKnowsIsNotSaid() {
    said(scene.target, Side.TARGET, NOW, 4_000, null);
    await("the rows are here", () -> shown().getLong("target.rows") == 4_000);

    get(monitor(), "/runs/" + run)
        .body("progress.expectedRows", nullValue())
        .body("progress.remainingSeconds", nullValue())
        .body("progress.rowsPerSecond", nullValue());
  }

  @Test
  void eachFilterKeepsWhatItNames() {
    list("state=requested").body("total", equalTo(1));
    list("state=FAILED").body("total", equalTo(0));
    list("cause=HAND&mode=FULL").body("total", equalTo(1));
    list("cause=CRON").body("total", equalTo(0));
    list("mode=CAPTURE").body("total", equalTo(0));
    list("domain=" + scene.domain).body("total", equalTo(1));
    list("domain=none").body("total", equalTo(0));
    list("department=" + scene.provider).body("total", equalTo(1));
    list("department=" + scene.requester).body("total", equalTo(1));
    list("department=other").body("total", equalTo(0));
    list("node=" + scene.source.code).body("total", equalTo(1));
    list("node=" + scene.target.code).body("total", equalTo(1));
    list("node=nobody").body("total", equalTo(0));
    get(monitor(), "/runs?node=" + scene.target.code).body("items.id", contains(run.toString()));
  }

  @Test
  void aReasonAndATimeFindTheRunThatFailed() throws SQLException {
    scene.source.say(
        scene.source.progress(
            run,
            command.channelId(),
            Side.SOURCE,
            RunState.FAILED,
            org.govshare.protocol.frame.RunTotals.NONE,
            "table-missing"));
    await("it has failed", () -> shown().getString("state").equals("FAILED"));
    UUID second = scene.start(service);
    began(run, Instant.parse("2026-02-01T00:00:00Z"));

    list("reason=table-missing").body("items.id", contains(run.toString()));
    list("reason=other").body("total", equalTo(0));
    list("from=2026-02-01T08:00:00+08:00&to=2026-02-01T00:00:01Z")
        .body("items.id", contains(run.toString()));
    list("from=2026-02-01T00:00:01Z").body("items.id", contains(second.toString()));
    list("to=2026-02-01T00:00:00Z").body("total", equalTo(0));
    list("sort=started").body("items.id", contains(run.toString(), second.toString()));
    list("sort=-started").body("items.id", contains(second.toString(), run.toString()));
    list("").body("items.id", contains(second.toString(), run.toString()));
    list("sort=ended").body("items.id", contains(run.toString(), second.toString()));
    list("sort=-ended&size=1&page=1")
        .body("items.id", contains(second.toString()))
        .body("total", equalTo(2));
  }

  private void began(UUID run, Instant at) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement change =
            connection.prepareStatement("UPDATE run SET started_at = ? WHERE id = ?")) {
      change.setTimestamp(1, Timestamp.from(at));
      change.setObject(2, run);
      assertThat(change.executeUpdate()).isEqualTo(1);
    }
  }

  @Test
  void allFaultsOfAQuestionAreNamedAtOnce() {
    list("state=RUNS&cause=LUCK&mode=ALL&from=today&to=2026-02-30T00:00:00Z&sort=rows&node=\u0001")
        .statusCode(400)
        .body("errors.field", hasItems("state", "cause", "mode", "from", "to", "sort", "node"));
    list("from=2026-02-01T00:00:00Z&to=2026-02-01T00:00:00Z")
        .statusCode(400)
        .body("errors.field", contains("to"));
    get(monitor(), "/runs?service=x").statusCode(400);
  }

  @Test
  void nobodyFindsTheRunsOfOthers() {
    for (String parameters : List.of("", "&department=" + scene.provider)) {
      get(as("u", "zz", "requester"), "/runs?service=" + service + parameters)
          .statusCode(200)
          .body("total", equalTo(0));
    }
    get(as("u", scene.provider, "requester"), "/runs?department=" + scene.requester)
        .body("items.id", contains(run.toString()));
    get(as("u", "xxzx", "sysadmin"), "/runs?state=FAILED").statusCode(403);
  }

  private String exported(String language, String parameters) {
    return monitor()
        .config(
            RestAssuredConfig.config()
                .headerConfig(
                    HeaderConfig.headerConfig().overwriteHeadersWithName("Accept-Language")))
        .header("Accept-Language", language)
        .get(API + "/runs/export?service=" + service + parameters)
        .then()
        .statusCode(200)
        .header("Content-Type", equalTo("text/csv;charset=UTF-8"))
        .header("Content-Disposition", equalTo("attachment; filename=\"runs.csv\""))
        .extract()
        .asString();
  }

  @Test
  void whatTheQueryLeavesIsATableInWords() {
    operator().post(API + "/runs/" + run + "/stopping").then().statusCode(202);

    String chinese = exported("zh-CN", "&state=STOPPED");
    assertThat(chinese).startsWith("\uFEFF运行编号,交换服务,服务编码,").contains("\r\n" + run + ",");
    assertThat(chinese.lines()).hasSize(2).last().asString().contains(",已停止,由运维员停止,全量,人工启动,");
    assertThat(exported("en", "").lines())
        .hasSize(2)
        .last()
        .asString()
        .contains(",Stopped,Stopped by an operator,Full,By hand,");
    assertThat(exported("en", "&state=FAILED").lines()).hasSize(1);
  }

  @Test
  void aTableOfMoreRunsThanAPieceHasEachOnce() throws SQLException {
    operator().post(API + "/runs/" + run + "/stopping").then().statusCode(202);
    try (Connection connection = database.getConnection();
        PreparedStatement copies =
            connection.prepareStatement(
                """
                INSERT INTO run SELECT (jsonb_populate_record(r, jsonb_build_object(
                    'id', gen_random_uuid(),
                    'requested_at', r.requested_at - n * interval '1 minute'))).*
                FROM run r, generate_series(1, 204) n WHERE r.id = ?
                """)) {
      copies.setObject(1, run);
      assertThat(copies.executeUpdate()).isEqualTo(204);
    }
    assertThat(exported("en", "").lines().map(line -> line.split(",")[0]))
        .hasSize(206)
        .doesNotHaveDuplicates();
  }

  @Test
  void aTableOfRunsIsNarrowedAsTheListIs() {
    monitor().get(API + "/runs/export?state=nothing").then().statusCode(400);
    assertThat(
            as("u", "zz", "requester")
                .get(API + "/runs/export")
                .then()
                .extract()
                .asString()
                .lines())
        .hasSize(1);
    as("a", "xxzx", "auditor").get(API + "/runs/export").then().statusCode(403);
  }
}
