package org.govshare.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.govshare.protocol.control.RunState;
import org.govshare.protocol.control.Side;
import org.govshare.protocol.control.StartRun;
import org.govshare.protocol.frame.RunTotals;
import org.junit.jupiter.api.Test;

/**
 * Services that run by themselves: when they are due, once, within their windows, again after a
 * failure.
 */
@QuarkusTest
class DispatchTest extends ScheduledServiceTest {

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
}
