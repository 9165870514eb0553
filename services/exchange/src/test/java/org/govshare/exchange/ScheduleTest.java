package org.govshare.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.govshare.exchange.dispatch.Dispatcher;
import org.govshare.protocol.control.RunState;
import org.govshare.protocol.control.Side;
import org.govshare.protocol.control.StartRun;
import org.govshare.protocol.frame.RunTotals;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Services that run by themselves. */
@QuarkusTest
class ScheduleTest extends ExchangeTest {

  @Inject AgroalDataSource database;
  @Inject Dispatcher dispatcher;

  private Scene scene;
  private UUID service;

  @BeforeEach
  void aService() {
    scene = new Scene();
    service = scene.service();
  }

  private static ValidatableResponse write(UUID service, int version, Map<String, Object> draft) {
    return designer()
        .header("If-Match", "\"" + version + "\"")
        .body(draft)
        .put(API + "/services/" + service + "/schedule")
        .then();
  }

  private static Map<String, Object> with(Map<String, Object> draft, String key, Object value) {
    Map<String, Object> changed = new HashMap<>(draft);
    changed.put(key, value);
    return changed;
  }

  private static Map<String, Object> hourly() {
    return Map.of("kind", "CRON", "cron", "0 0 * * * ?");
  }

  private static ValidatableResponse firings(UUID service) {
    return get(monitor(), "/services/" + service + "/firings").statusCode(200);
  }

  private static JsonPath runs(UUID service) {
    return get(monitor(), "/runs?service=" + service).extract().jsonPath();
  }

  /** Makes the next firing due. */
  private void due(UUID service) {
    change("UPDATE service_schedule SET next_at = ? WHERE service_id = ?", service);
  }

  private void change(String sql, UUID service) {
    try (Connection connection = database.getConnection();
        PreparedStatement update = connection.prepareStatement(sql)) {
      update.setTimestamp(1, Timestamp.from(Instant.now().minusSeconds(5)));
      update.setObject(2, service);
      assertThat(update.executeUpdate()).isEqualTo(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void dispatch() {
    try {
      VertxContextSupport.subscribeAndAwait(dispatcher::dispatch);
    } catch (Throwable failure) {
      throw new IllegalStateException(failure);
    }
  }

  @Test
  void withoutAScheduleAServiceRunsByHand() {
    get(monitor(), "/services/" + service + "/schedule")
        .statusCode(200)
        .header("ETag", "\"0\"")
        .body("settings.kind", equalTo("HAND"))
        .body("settings.priority", equalTo(5))
        .body("nextFirings", hasSize(0));
  }

  @Test
  void aCronScheduleForetellsItsNextTenFirings() {
    ValidatableResponse kept =
        write(service, 0, Map.of("kind", "CRON", "cron", "0 30 2 * * ?")).statusCode(200);

    kept.header("ETag", "\"1\"").body("nextFirings", hasSize(10));
    List<String> due = kept.extract().jsonPath().getList("nextFirings.dueAt");
    for (int i = 0; i < due.size(); i++) {
      Instant at = Instant.parse(due.get(i));
      assertThat(at.atZone(ZoneId.of("Asia/Shanghai")).toLocalTime())
          .isEqualTo(LocalTime.of(2, 30));
      if (i > 0) {
        assertThat(at).isEqualTo(Instant.parse(due.get(i - 1)).plusSeconds(86_400));
      }
    }
  }

  @Test
  void thePreviewKeepsNothingAndShowsWhenAWindowLetsItStart() {
    JsonPath firings =
        designer()
            .body(
                Map.of(
                    "kind",
                    "CRON",
                    "cron",
                    "0 0 12 * * ?",
                    "windows",
                    List.of(Map.of("days", "EVERY_DAY", "from", "20:00", "to", "06:00"))))
            .post(API + "/schedule-preview")
            .then()
            .statusCode(200)
            .body("", hasSize(10))
            .extract()
            .jsonPath();

    assertThat(Instant.parse(firings.getString("[0].startsAt")))
        .isEqualTo(Instant.parse(firings.getString("[0].dueAt")).plusSeconds(8 * 3600));
    get(monitor(), "/services/" + service + "/schedule").header("ETag", "\"0\"");
  }

  @Test
  void everyFaultIsNamed() {
    Map<String, Object> wrong = new HashMap<>();
    wrong.put("kind", "CRON");
    wrong.put("cron", "every night");
    wrong.put("everyMinutes", 0);
    wrong.put("priority", 10);
    wrong.put("badRowPercent", 101);
    wrong.put("bytesPerSecond", 1);
    wrong.put("windows", List.of(Map.of("days", "EVERY_DAY", "from", "20:00")));
    wrong.put(
        "retry",
        Map.of(
            "attempts", 21,
            "firstDelaySeconds", 0,
            "factor", 11,
            "longestDelaySeconds", 0,
            "kinds", List.of("HISTORY")));
    write(service, 0, wrong)
        .statusCode(400)
        .contentType("application/problem+json")
        .body(
            "errors.field",
            containsInAnyOrder(
                "cron",
                "everyMinutes",
                "everyMinutes",
                "priority",
                "badRowPercent",
                "bytesPerSecond",
                "windows[0].to",
                "retry.attempts",
                "retry.firstDelaySeconds",
                "retry.factor",
                "retry.longestDelaySeconds",
                "retry.kinds"))
        .body("errors.message", hasItems(org.hamcrest.Matchers.containsString("0 30 2 * * ?")));
  }

  @Test
  void cronExpressionsThatNeverOrTooOftenFireAreRefused() {
    write(service, 0, Map.of("kind", "CRON", "cron", "0 0 0 1 1 ? 2020"))
        .statusCode(400)
        .body("errors.field", contains("cron"))
        .body("errors[0].message", equalTo("never fires again; choose a time to come"));
    write(service, 0, Map.of("kind", "CRON", "cron", "*/10 * * * * ?"))
        .statusCode(400)
        .body("errors[0].field", equalTo("cron"));
    write(service, 0, Map.of("kind", "CRON"))
        .statusCode(400)
        .body("errors[0].field", equalTo("cron"));
    write(service, 0, Map.of()).statusCode(400).body("errors[0].field", equalTo("kind"));
    write(service, 0, Map.of("kind", "ARRIVAL", "afterServiceId", UUID.randomUUID()))
        .statusCode(400)
        .body("errors[0].field", equalTo("afterServiceId"));
  }

  @Test
  void whoHasNotSeenTheLatestVersionDoesNotOverwriteIt() {
    write(service, 0, hourly()).statusCode(200);
    write(service, 0, hourly()).statusCode(412);
    write(service, 1, hourly()).statusCode(200).header("ETag", "\"2\"");
    due(service);
    dispatch();
    // A firing is no change of the schedule.
    write(service, 2, hourly()).statusCode(200);
  }

  @Test
  void aCircleOfArrivalsIsRefused() {
    UUID second = new Scene().service();
    UUID third = new Scene().service();
    write(service, 0, Map.of("kind", "ARRIVAL", "afterServiceId", service)).statusCode(400);
    write(second, 0, Map.of("kind", "ARRIVAL", "afterServiceId", service)).statusCode(200);
    write(third, 0, Map.of("kind", "ARRIVAL", "afterServiceId", second)).statusCode(200);
    write(service, 0, Map.of("kind", "ARRIVAL", "afterServiceId", third))
        .statusCode(400)
        .body("errors[0].field", equalTo("afterServiceId"));
  }

  @Test
  void aDueServiceIsStartedOnceAndNamesWhy() {
    write(service, 0, Map.of("kind", "INTERVAL", "everyMinutes", 30)).statusCode(200);
    due(service);
    dispatch();
    dispatch();

    assertThat(runs(service).getList("items.cause")).containsExactly("INTERVAL");
    assertThat(runs(service).getString("items[0].requestedBy")).isEqualTo("schedule");
    firings(service)
        .body("items", hasSize(1))
        .body("items[0].state", equalTo("STARTED"))
        .body("items[0].runId", equalTo(runs(service).getString("items[0].id")));
  }

  @Test
  void severalReplicasShareTheWorkAndEachFiringHappensOnce() throws Exception {
    List<UUID> services = new ArrayList<>(List.of(service));
    while (services.size() < 5) {
      services.add(new Scene().service());
    }
    for (UUID each : services) {
      write(each, 0, hourly()).statusCode(200);
      due(each);
    }
    List<Callable<Void>> replicas = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      replicas.add(
          () -> {
            dispatch();
            return null;
          });
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
      for (Future<Void> done : threads.invokeAll(replicas)) {
        done.get();
      }
    }
    dispatch();
    for (UUID each : services) {
      assertThat(runs(each).getInt("total")).isEqualTo(1);
      firings(each).body("items.state", contains("STARTED"));
    }
  }

  @Test
  void aClaimWhoseReplicaDiedIsTakenUpByAnother() {
    write(service, 0, hourly()).statusCode(200);
    due(service);
    change(
        """
        INSERT INTO firing (id, service_id, cause, scheduled_for, not_before, priority, attempt,
          state, claim, claimed_until, changed_at)
        SELECT gen_random_uuid(), s.id, 'CRON', t.at, t.at, 5, 1, 'STARTING', gen_random_uuid(),
          t.at, t.at
        FROM exchange_service s, (SELECT cast(? AS timestamptz) AS at) t WHERE s.id = ?
        """,
        service);
    dispatch();

    firings(service).body("items.state", contains("STARTED"));
    assertThat(runs(service).getInt("total")).isEqualTo(1);
  }

  @Test
  void whatIsDueDuringARunWaitsForItsEnd() {
    write(service, 0, hourly()).statusCode(200);
    UUID run = scene.start(service);
    due(service);
    dispatch();
    due(service);
    dispatch();
    firings(service).body("items.state", contains("WAITING"));

    operator().post(API + "/runs/" + run + "/stopping").then().statusCode(202);
    dispatch();
    firings(service).body("items.state", contains("STARTED"));
    assertThat(runs(service).getList("items.cause")).containsExactlyInAnyOrder("CRON", "HAND");
  }

  @Test
  void aSuspendedServiceIsNotStarted() {
    write(service, 0, hourly()).statusCode(200);
    operator().post(API + "/services/" + service + "/suspension").then().statusCode(200);
    due(service);
    dispatch();

    firings(service)
        .body("items[0].state", equalTo("DROPPED"))
        .body("items[0].reason", equalTo("service-stopped"));
    assertThat(runs(service).getInt("total")).isZero();
  }

  @Test
  void outsideItsWindowsAServiceWaitsAndCannotBeStartedByHand() {
    LocalTime now = LocalTime.now(ZoneId.of("Asia/Shanghai"));
    Map<String, Object> closed =
        with(
            hourly(),
            "windows",
            List.of(
                Map.of(
                    "days",
                    "EVERY_DAY",
                    "from",
                    now.plusHours(2).withSecond(0).withNano(0).toString(),
                    "to",
                    now.plusHours(3).withSecond(0).withNano(0).toString())));
    write(service, 0, closed).statusCode(200);
    due(service);
    dispatch();

    firings(service)
        .body("items[0].state", equalTo("WAITING"))
        .body("items[0].reason", equalTo("outside-windows"));
    operator()
        .post(API + "/services/" + service + "/runs")
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:govshare:problem:outside-windows"));

    write(service, 1, hourly()).statusCode(200);
    change("UPDATE firing SET not_before = ? WHERE service_id = ?", service);
    dispatch();
    firings(service).body("items[0].state", equalTo("STARTED"));
  }

  @Test
  void theEndOfOneServicesRunStartsTheNext() {
    Scene other = new Scene();
    UUID follower = other.service();
    write(follower, 0, Map.of("kind", "ARRIVAL", "afterServiceId", service, "priority", 9))
        .statusCode(200)
        .body("afterServiceName", equalTo("企业登记信息至税务"));
    UUID run = scene.start(service);
    StartRun command = Bus.read(scene.source.command("StartRun"), StartRun.class);
    FakeNode.Chain chain = new FakeNode.Chain(scene.source, scene.target, command.channelId());
    chain.forward(chain.end(run));
    scene.source.say(
        scene.source.progress(
            run, command.channelId(), Side.SOURCE, RunState.COMPLETED, chain.totals(), null));
    await("the follower is due", () -> firings(follower).extract().<Integer>path("total") == 1);
    dispatch();

    assertThat(runs(follower).getList("items.cause")).containsExactly("ARRIVAL");
    firings(follower).body("items[0].priority", equalTo(9));
  }

  @Test
  void aRunThatFailedIsTriedAgainAsOftenAsThePolicySays() {
    Map<String, Object> retry =
        Map.of(
            "attempts", 1,
            "firstDelaySeconds", 60,
            "factor", 2,
            "longestDelaySeconds", 600,
            "kinds", List.of("STRUCTURE"));
    write(service, 0, Map.of("kind", "HAND", "retry", retry)).statusCode(200);
    fail(scene.start(service), "schema-drift");
    firings(service)
        .body("items.cause", contains("RETRY"))
        .body("items.attempt", contains(2))
        .body("items.state", contains("WAITING"));
    dispatch();
    firings(service).body("items.state", contains("WAITING"));

    change("UPDATE firing SET not_before = ? WHERE service_id = ?", service);
    dispatch();
    JsonPath second = runs(service);
    assertThat(second.getString("items[0].cause")).isEqualTo("RETRY");
    assertThat(second.getInt("items[0].attempt")).isEqualTo(2);
    fail(UUID.fromString(second.getString("items[0].id")), "schema-drift");
    firings(service).body("items", hasSize(1));
  }

  @Test
  void onlyTheKindsOfFailureNamedAreTriedAgain() {
    Map<String, Object> retry =
        Map.of(
            "attempts", 5,
            "firstDelaySeconds", 1,
            "factor", 1,
            "longestDelaySeconds", 1,
            "kinds", List.of("PERMISSION"));
    write(service, 0, Map.of("kind", "HAND", "retry", retry)).statusCode(200);
    fail(scene.start(service), "schema-drift");
    firings(service).body("total", equalTo(0));
  }

  private void fail(UUID run, String reason) {
    String channel = get(monitor(), "/runs/" + run).extract().path("channelId");
    scene.source.say(
        scene.source.progress(
            run, UUID.fromString(channel), Side.SOURCE, RunState.FAILED, RunTotals.NONE, reason));
    await(
        "the run has failed",
        () -> "FAILED".equals(get(monitor(), "/runs/" + run).extract().path("state")));
  }

  @Test
  void theNodesAreToldTheLimits() {
    write(service, 0, Map.of("kind", "HAND", "bytesPerSecond", 500_000, "badRowPercent", 2.5))
        .statusCode(200);
    scene.start(service);
    StartRun command = Bus.read(scene.source.command("StartRun"), StartRun.class);

    assertThat(command.limits().bytesPerSecond()).isEqualTo(500_000);
    assertThat(command.limits().badRowPercent()).isEqualTo(2.5);
  }

  @Test
  void onlyDesignersAndOperatorsWriteSchedules() {
    for (var user : List.of(monitor(), as("e", scene.provider, "catalog-editor"))) {
      user.header("If-Match", "\"0\"")
          .body(hourly())
          .put(API + "/services/" + service + "/schedule")
          .then()
          .statusCode(403);
      user.body(hourly()).post(API + "/schedule-preview").then().statusCode(403);
    }
    operator()
        .header("If-Match", "\"0\"")
        .body(hourly())
        .put(API + "/services/" + service + "/schedule")
        .then()
        .statusCode(200);
    designer()
        .body(hourly())
        .put(API + "/services/" + service + "/schedule")
        .then()
        .statusCode(428);
  }

  @Test
  void aDepartmentSeesTheSchedulesOfItsOwnServicesAlone() {
    for (String path : List.of("/schedule", "/firings")) {
      get(as("u", scene.requester, "requester"), "/services/" + service + path).statusCode(200);
      get(as("u", "zz", "requester"), "/services/" + service + path).statusCode(403);
      get(as("s", "xxzx", "sysadmin"), "/services/" + service + path).statusCode(403);
      get(monitor(), "/services/" + UUID.randomUUID() + path).statusCode(404);
    }
  }
}
