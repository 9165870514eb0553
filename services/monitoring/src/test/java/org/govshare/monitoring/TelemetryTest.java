package org.govshare.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.govshare.protocol.control.ChannelTelemetry;
import org.govshare.protocol.control.Side;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class TelemetryTest {

  private static final Instant NOON = Instant.parse("2026-03-10T04:00:00Z");

  @Inject Scene scene;

  private final UUID service = UUID.randomUUID();
  private final UUID run = UUID.randomUUID();
  private final String domain = "d-" + service;

  @Test
  void countsSourceAsSentAndTargetAsReceived() {
    knownService();

    report(Side.SOURCE, 5, 500, NOON);
    report(Side.TARGET, 4, 400, NOON);
    scene.settle();

    services("")
        .body("items[0].sentMessages", equalTo(5))
        .body("items[0].sentRows", equalTo(500))
        .body("items[0].sentBytes", equalTo(50_000))
        .body("items[0].receivedMessages", equalTo(4))
        .body("items[0].receivedRows", equalTo(400))
        .body("items[0].receivedBytes", equalTo(40_000));
  }

  @Test
  void duplicateChangesNothing() {
    knownService();
    report(Side.SOURCE, 5, 500, NOON);

    report(Side.SOURCE, 5, 500, NOON);
    report(Side.SOURCE, 5, 500, NOON.plusSeconds(86_400));
    scene.settle();

    services("").body("items[0].sentRows", equalTo(500));
  }

  @Test
  void theChannelsOfARunAddUp() {
    knownService();
    scene.fact("RunChanged", runFact("RUNNING", "2026-03-10T03:59:30Z"));
    UUID other = UUID.randomUUID();
    report(Side.TARGET, 5, 500, NOON);
    scene.telemetry(Scene.channel(service, run, other, Side.TARGET, 2, 200, NOON));
    scene.telemetry(Scene.channel(service, run, other, Side.TARGET, 2, 200, NOON));
    report(Side.TARGET, 6, 600, NOON);
    scene.settle();

    services("").body("items[0].receivedRows", equalTo(800));
    Scene.monitor()
        .get("/api/monitoring/v1/runs/" + run)
        .then()
        .statusCode(200)
        .body("target.rows", equalTo(800))
        .body("target.node", equalTo("sw"));
  }

  @Test
  void lateMessageChangesNothing() {
    knownService();
    report(Side.SOURCE, 9, 900, NOON.plusSeconds(9));

    report(Side.SOURCE, 5, 500, NOON.plusSeconds(5));
    report(Side.SOURCE, 7, 700, NOON.plusSeconds(7));
    scene.settle();

    services("").body("items[0].sentMessages", equalTo(9)).body("items[0].sentRows", equalTo(900));
  }

  @Test
  void daysAddUpToTheRun() {
    knownService();

    report(Side.TARGET, 1, 100, Instant.parse("2026-03-10T15:59:59Z"));
    report(Side.TARGET, 3, 300, Instant.parse("2026-03-10T16:00:00Z"));
    report(Side.TARGET, 6, 600, Instant.parse("2026-03-12T01:00:00Z"));
    scene.settle();

    services("&to=2026-03-10").body("items[0].receivedRows", equalTo(100));
    services("&from=2026-03-11&to=2026-03-11").body("items[0].receivedRows", equalTo(200));
    services("&from=2026-03-11").body("items[0].receivedRows", equalTo(500));
    services("").body("items[0].receivedRows", equalTo(600));
  }

  @Test
  void runsOfOneServiceAddUp() {
    knownService();

    report(Side.SOURCE, 5, 500, NOON);
    scene.telemetry(Scene.report(service, UUID.randomUUID(), Side.SOURCE, 2, 200, NOON));
    scene.settle();

    services("").body("items[0].sentRows", equalTo(700));
  }

  @Test
  void countsWhatCameBeforeTheFactOnceTheServiceIsKnown() {
    report(Side.SOURCE, 5, 500, NOON);
    scene.settle();
    scene.domain(domain);
    services("").body("items", hasSize(0));

    scene.service(service, "s-" + service, domain, "DEPLOYED");

    services("").body("items[0].sentRows", equalTo(500));
    Scene.monitor()
        .get("/api/monitoring/v1/domains?size=100")
        .then()
        .body("items.find { it.code == '" + domain + "' }.sentRows", equalTo(500));
  }

  @Test
  void platformGrowsByWhatIsReported() {
    knownService();
    Map<String, Object> before = platform();

    report(Side.SOURCE, 5, 500, NOON);
    report(Side.TARGET, 4, 400, NOON);
    scene.settle();

    Map<String, Object> after = platform();
    assertThat(grown(before, after, "sentMessages")).isEqualTo(5);
    assertThat(grown(before, after, "receivedMessages")).isEqualTo(4);
    assertThat(grown(before, after, "sentRows")).isEqualTo(500);
    assertThat(grown(before, after, "receivedRows")).isEqualTo(400);
    assertThat(grown(before, after, "sentBytes")).isEqualTo(50_000);
    assertThat(grown(before, after, "receivedBytes")).isEqualTo(40_000);
    assertThat(grown(before, after, "deployedServices")).isZero();
  }

  @Test
  void showsBothEndsOfRun() {
    knownService();
    scene.fact("RunChanged", runFact("REQUESTED", "2026-03-10T03:59:00Z"));
    scene.fact("RunChanged", runFact("RUNNING", "2026-03-10T03:59:30Z"));

    report(Side.SOURCE, 5, 500, NOON);
    scene.settle();

    Scene.monitor()
        .get("/api/monitoring/v1/runs/" + run)
        .then()
        .statusCode(200)
        .body("id", equalTo(run.toString()))
        .body("service.id", equalTo(service.toString()))
        .body("service.code", equalTo("s-" + service))
        .body("state", equalTo("RUNNING"))
        .body("requestedAt", equalTo("2026-03-10T03:59:00Z"))
        .body("changedAt", equalTo("2026-03-10T03:59:30Z"))
        .body("source.node", equalTo("gs"))
        .body("source.messages", equalTo(5))
        .body("source.rows", equalTo(500))
        .body("source.bytes", equalTo(50_000))
        .body("source.wireBytes", equalTo(5_000))
        .body("source.reportedAt", equalTo("2026-03-10T04:00:00Z"))
        .body("target", nullValue());
    services("")
        .body("items[0].lastRun.id", equalTo(run.toString()))
        .body("items[0].lastRun.state", equalTo("RUNNING"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "not JSON",
        "[]",
        "{}",
        "{\"type\":\"Unheard\"}",
        "{\"type\":\"ChannelTelemetry\"}",
        "{\"type\":\"NodeHeartbeat\",\"node\":\"GS\",\"agentVersion\":\"1\","
            + "\"at\":\"2026-03-10T04:00:00Z\"}",
        "{\"type\":\"NodeHeartbeat\",\"node\":\"gs\",\"agentVersion\":\"1\\u0000\","
            + "\"at\":\"2026-03-10T04:00:00Z\"}",
        "{\"type\":\"NodeHeartbeat\",\"node\":\"gs\",\"agentVersion\":\"1\",\"at\":null}"
      })
  void putsPoisonAsideAndGoesOn(String poison) {
    knownService();

    scene.telemetry(poison);
    report(Side.SOURCE, 5, 500, NOON);
    scene.settle();

    services("").body("items[0].sentRows", equalTo(500));
    Scene.waitUntil("the dead letter", () -> scene.deadLetters().contains(poison));
  }

  @Test
  void putsImpossibleFiguresAside() {
    knownService();
    ChannelTelemetry good = Scene.report(service, run, Side.SOURCE, 5, 500, NOON);
    int before = scene.deadLetters().size();

    scene.telemetry(Scene.report(service, run, Side.SOURCE, -1, 500, NOON));
    scene.telemetry(Scene.report(service, run, Side.SOURCE, Long.MAX_VALUE, 500, NOON));
    scene.telemetry(good);
    scene.telemetry(Scene.report(UUID.randomUUID(), run, Side.SOURCE, 6, 600, NOON));
    scene.settle();

    Scene.waitUntil("the dead letters", () -> scene.deadLetters().size() == before + 3);
    services("").body("items[0].sentRows", equalTo(500));
  }

  @Test
  void takesClockThatIsAheadForNow() {
    knownService();

    report(Side.SOURCE, 5, 500, Instant.parse("2999-01-01T00:00:00Z"));
    scene.settle();

    assertThat(
            scene.number(
                "select count(*) from daily_figures"
                    + " where service_id = $1 and day <= current_date + 1",
                Tuple.of(service)))
        .isEqualTo(1);
  }

  private void knownService() {
    scene.domain(domain);
    scene.service(service, "s-" + service, domain, "DEPLOYED");
  }

  private Map<String, String> runFact(String state, String at) {
    return Map.of("run", run.toString(), "service", service.toString(), "state", state, "at", at);
  }

  private void report(Side side, long messages, long rows, Instant at) {
    scene.telemetry(Scene.report(service, run, side, messages, rows, at));
  }

  private ValidatableResponse services(String more) {
    return Scene.monitor()
        .get("/api/monitoring/v1/services?domain=" + domain + more)
        .then()
        .statusCode(200);
  }

  private static Map<String, Object> platform() {
    return Scene.monitor().get("/api/monitoring/v1/platform").jsonPath().getMap("");
  }

  private static long grown(Map<String, Object> before, Map<String, Object> after, String name) {
    return ((Number) after.get(name)).longValue() - ((Number) before.get(name)).longValue();
  }
}
