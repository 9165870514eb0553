package org.govshare.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.govshare.platform.reactive.testing.TestToken;
import org.govshare.protocol.control.NodeHeartbeat;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FactTest {

  @Inject Scene scene;

  private final String domain = "d-" + UUID.randomUUID();
  private final UUID first = UUID.randomUUID();
  private final UUID second = UUID.randomUUID();

  @Test
  void domainWithoutServicesIsNormal() {
    scene.domain(domain);

    domain("health", "NORMAL");
    domain("deployedServices", 0);
    domain("processes", 0);
  }

  @Test
  void domainIsAsItsServicesAre() {
    scene.domain(domain);
    scene.service(first, "a", domain, "DEPLOYED");
    scene.service(second, "b", domain, "DEPLOYED");
    domain("health", "NORMAL");
    domain("runningServices", 2);

    scene.service(first, "a", domain, "STOPPED");
    domain("health", "PARTLY_STOPPED");
    domain("deployedServices", 2);
    domain("runningServices", 1);
    domain("processes", 1);

    scene.service(second, "b", domain, "STOPPED");
    domain("health", "ALL_STOPPED");
    domain("runningServices", 0);

    scene.service(first, "a", domain, "DEPLOYED");
    domain("health", "PARTLY_STOPPED");
  }

  @Test
  void laterFactReplacesEarlier() {
    scene.domain(domain);

    scene.fact("DomainChanged", Map.of("domain", domain, "name", "改名后的域"));

    domain("name", "改名后的域");
  }

  @Test
  void factSeenBeforeIsNotAppliedAgain() {
    scene.domain(domain);

    scene.repeatLastFact("DomainChanged", Map.of("domain", domain, "name", "不应出现"));

    domain("name", "域 " + domain);
  }

  @Test
  void unreadableFactIsKeptAsideAndDoesNotHoldBackOthers() {
    scene.fact("ServiceChanged", Map.of("service", "not-a-uuid", "code", domain));
    scene.fact("DomainChanged", Map.of("domain", domain));
    scene.fact(
        "RunChanged", Map.of("run", first, "service", second, "state", "RESTING", "at", "now"));

    scene.domain(domain);

    domain("name", "域 " + domain);
    assertThat(
            scene.number(
                "select count(*) from refused_fact"
                    + " where payload->>'code' = $1 or payload->>'domain' = $1"
                    + " or payload->>'run' = $2",
                Tuple.of(domain, first.toString())))
        .isEqualTo(3);
  }

  @Test
  void fieldsOfNewerReleasesArePassedOver() {
    scene.fact("DomainChanged", Map.of("domain", domain, "name", "域", "colour", "red"));

    domain("name", "域");
  }

  @Test
  void departmentSeesServicesThatStartOrEndThere() {
    scene.domain(domain);
    scene.service(first, "1-gs-sw", domain, "gs", "sw");
    scene.service(second, "2-mz-gs", domain, "mz", "gs");
    scene.service(UUID.randomUUID(), "3-mz-tj", domain, "mz", "tj");

    services(reader("gs", "department-reviewer"))
        .body("items.code", contains("1-gs-sw", "2-mz-gs"))
        .body("total", equalTo(2));
    services(reader("sw", "requester")).body("items.code", contains("1-gs-sw"));
    services(reader("tj", "node-operator")).body("items.code", contains("3-mz-tj"));
    services(reader("rs", "catalog-editor")).body("total", equalTo(0));
    services(reader("xxzx", "exchange-operator")).body("total", equalTo(3));
    services(reader("gs", "requester", "monitor")).body("total", equalTo(3));
  }

  @Test
  void servicesComeInPages() {
    scene.domain(domain);
    scene.service(first, "a", domain, "gs", "sw");
    scene.service(second, "b", domain, "mz", "gs");

    Scene.monitor()
        .get("/api/monitoring/v1/services?size=1&page=1&domain=" + domain)
        .then()
        .statusCode(200)
        .body("items.code", contains("b"))
        .body("items[0].domainName", equalTo("域 " + domain))
        .body("items[0].lastRun", nullValue())
        .body("total", equalTo(2))
        .body("page", equalTo(1))
        .body("size", equalTo(1));
  }

  @Test
  void nodeIsNormalWhileItsHeartbeatIsYoung() {
    Instant now = Instant.now();
    String suffix = "-" + UUID.randomUUID().toString().substring(0, 8);
    scene.telemetry(NodeHeartbeat.of("young" + suffix, "1.0", now));
    scene.telemetry(NodeHeartbeat.of("young" + suffix, "0.9", now.minusSeconds(60)));
    scene.telemetry(NodeHeartbeat.of("old" + suffix, "1.0", now.minusSeconds(16)));
    scene.settle();

    for (String node : new String[] {"young", "old", "never"}) {
      scene.fact("NodeChanged", Map.of("node", node + suffix, "name", "前置机", "department", "gs"));
    }

    Scene.monitor()
        .get("/api/monitoring/v1/nodes?size=100")
        .then()
        .statusCode(200)
        .body(
            "items.findAll { it.code.endsWith('" + suffix + "') }.collect { it.code + it.health }",
            containsInAnyOrder(
                "young" + suffix + "NORMAL",
                "old" + suffix + "STOPPED",
                "never" + suffix + "STOPPED"))
        .body("items.find { it.code == 'young" + suffix + "' }.agentVersion", equalTo("1.0"))
        .body("items.find { it.code == 'never" + suffix + "' }.lastSeen", nullValue());
  }

  private static TestToken reader(String department, String... roles) {
    return TestToken.of("somebody", Scene.AUDIENCE).department(department).roles(roles);
  }

  private ValidatableResponse services(TestToken reader) {
    return Scene.as(reader)
        .get("/api/monitoring/v1/services?domain=" + domain)
        .then()
        .statusCode(200);
  }

  private void domain(String field, Object value) {
    Scene.monitor()
        .get("/api/monitoring/v1/domains?size=100")
        .then()
        .statusCode(200)
        .body("items.find { it.code == '" + domain + "' }." + field, equalTo(value));
  }
}
