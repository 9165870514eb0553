package org.govshare.monitoring;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.amqp.AmqpClient;
import io.vertx.amqp.AmqpClientOptions;
import io.vertx.amqp.AmqpConnection;
import io.vertx.amqp.AmqpMessage;
import io.vertx.amqp.AmqpSender;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.govshare.platform.reactive.testing.BrokerResource;
import org.govshare.platform.reactive.testing.PostgresResource;
import org.govshare.platform.reactive.testing.TokenIssuerResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The packaged program, JVM or native, against a real database, broker and issuer. */
@QuarkusIntegrationTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(TokenIssuerResource.class)
class MonitoringIT {

  private static Vertx vertx;
  private static AmqpConnection connection;

  @BeforeAll
  static void connect() throws Exception {
    vertx = Vertx.vertx();
    AmqpClientOptions options =
        new AmqpClientOptions()
            .setHost("127.0.0.1")
            .setPort(Integer.getInteger(BrokerResource.PORT_PROPERTY))
            .setUsername("test")
            .setPassword("test");
    connection = done(AmqpClient.create(vertx, options).connect());
  }

  @AfterAll
  static void disconnect() throws Exception {
    done(connection.close());
    done(vertx.close());
  }

  @Test
  void isReady() {
    given().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
  }

  @Test
  void refusesInChineseWhoDoesNotSignIn() {
    given()
        .get("/api/monitoring/v1/platform")
        .then()
        .statusCode(401)
        .body("title", equalTo("需要登录"));
  }

  @Test
  void servesTheCommittedDocument() throws IOException {
    String served = given().get("/q/openapi").then().statusCode(200).extract().asString();

    assertThat(Path.of("openapi", "openapi.yaml")).content().isEqualTo(served);
  }

  @Test
  void takesInFactsAndTelemetry() throws Exception {
    UUID service = UUID.randomUUID();
    UUID run = UUID.randomUUID();
    send(
        "telemetry.monitoring",
        """
        {"type":"ChannelTelemetry","node":"gs","side":"SOURCE","service":"%1$s","domain":"dz",
         "run":"%2$s","channel":"%2$s","messages":2,"rows":20,"bytes":200,"wireBytes":100,
         "at":"2026-03-10T04:00:00Z"}
        """
            .formatted(service, run));
    send("telemetry.monitoring", "poison");
    fact(1, "DomainChanged", "{\"domain\":\"dz\",\"name\":\"多证合一域\"}");
    fact(2, "NodeChanged", "{\"node\":\"gs\",\"name\":\"省工商局前置机\",\"department\":\"gs\"}");
    fact(
        3,
        "ServiceChanged",
        """
        {"service":"%s","code":"dz-1","name":"企业登记信息","domain":"dz","process":"多证合一",
         "sourceNode":"gs","targetNode":"sw","sourceDepartment":"gs","targetDepartment":"sw",
         "state":"DEPLOYED"}
        """
            .formatted(service));
    fact(4, "ServiceChanged", "{\"service\":\"nonsense\"}");
    fact(
        5,
        "RunChanged",
        "{\"run\":\"%s\",\"service\":\"%s\",\"state\":\"RUNNING\",\"at\":\"2026-03-10T04:00:00Z\"}"
            .formatted(run, service));
    send(
        "telemetry.monitoring",
        "{\"type\":\"NodeHeartbeat\",\"node\":\"gs\",\"agentVersion\":\"1\","
            + "\"at\":\"2026-03-10T04:00:00Z\"}");

    Scene.waitUntil("the run", () -> get("/runs/" + run).extract().statusCode() == 200);
    Scene.waitUntil(
        "the heartbeat", () -> get("/nodes").extract().path("items[0].lastSeen") != null);

    get("/runs/" + run).body("state", equalTo("RUNNING")).body("source.rows", equalTo(20));
    get("/platform").body("sentRows", equalTo(20)).body("runningServices", equalTo(1));
    get("/domains").body("items[0].health", equalTo("NORMAL"));
    get("/services").body("items[0].lastRun.state", equalTo("RUNNING"));
    get("/nodes").body("items[0].health", equalTo("STOPPED"));
  }

  private static ValidatableResponse get(String path) {
    return Scene.monitor().get("/api/monitoring/v1" + path).then();
  }

  private static void fact(int sequence, String type, String payload) throws Exception {
    send(
        "fact.exchange.monitoring",
        """
        {"producer":"exchange","consumer":"monitoring","sequence":%d,"type":"%s",
         "occurredAt":"2026-03-10T04:00:00Z","correlation":null,"payload":%s}
        """
            .formatted(sequence, type, payload));
  }

  private static void send(String address, String body) throws Exception {
    AmqpSender sender = done(connection.createSender(address));
    done(sender.sendWithAck(AmqpMessage.create().durable(true).withBody(body).build()));
    done(sender.close());
  }

  private static <T> T done(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
  }
}
