package org.govshare.monitoring;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.specification.RequestSpecification;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.govshare.platform.reactive.broker.Broker;
import org.govshare.platform.reactive.broker.Disposition;
import org.govshare.platform.reactive.testing.TestToken;
import org.govshare.protocol.control.ChannelTelemetry;
import org.govshare.protocol.control.NodeHeartbeat;
import org.govshare.protocol.control.Side;

/** Plays the exchange and the nodes over the broker, and the callers over HTTP. */
@Singleton
public class Scene {

  public static final String AUDIENCE = "govshare-monitoring";

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Broker broker;
  private final Pool pool;
  private final ObjectMapper json;
  private final List<String> deadLetters = new CopyOnWriteArrayList<>();
  private boolean watchingDeadLetters;
  private long sequence;

  Scene(Broker broker, Pool pool, ObjectMapper json) {
    this.broker = broker;
    this.pool = pool;
    this.json = json;
  }

  /** A request of somebody who may see the whole platform. */
  public static RequestSpecification monitor() {
    return as(TestToken.of("monitor", AUDIENCE).department("xxzx").roles("monitor"));
  }

  public static RequestSpecification as(TestToken token) {
    return given().auth().oauth2(token.sign());
  }

  /** Tells the next fact and waits until it is applied. */
  public void fact(String type, Map<String, ?> payload) {
    sequence = lastSequence() + 1;
    send("fact.exchange.monitoring", envelope(sequence, type, payload));
    waitUntil("fact " + sequence, () -> lastSequence() >= sequence);
  }

  /** Tells the last fact's sequence again with other content, and waits until it was answered. */
  public void repeatLastFact(String type, Map<String, ?> payload) {
    send("fact.exchange.monitoring", envelope(sequence, type, payload));
    fact("NothingThatConcernsMonitoring", Map.of());
  }

  public void domain(String code) {
    fact("DomainChanged", Map.of("domain", code, "name", "域 " + code));
  }

  public void service(UUID id, String code, String domain, String state) {
    fact("ServiceChanged", service(id, code, domain, "gs", "sw", state));
  }

  public void service(UUID id, String code, String domain, String source, String target) {
    fact("ServiceChanged", service(id, code, domain, source, target, "DEPLOYED"));
  }

  private static Map<String, String> service(
      UUID id, String code, String domain, String source, String target, String state) {
    return Map.of(
        "service", id.toString(),
        "code", code,
        "name", "服务 " + code,
        "domain", domain,
        "process", "登记信息共享",
        "sourceNode", source,
        "targetNode", target,
        "sourceDepartment", source,
        "targetDepartment", target,
        "state", state);
  }

  private String envelope(long number, String type, Map<String, ?> payload) {
    return write(
        Map.of(
            "producer",
            "exchange",
            "consumer",
            "monitoring",
            "sequence",
            number,
            "type",
            type,
            "occurredAt",
            Instant.now().toString(),
            "payload",
            payload));
  }

  private long lastSequence() {
    return number("select coalesce(max(last_sequence), 0) from inbox", Tuple.tuple());
  }

  /** Reports as a node does. */
  public void telemetry(ChannelTelemetry report) {
    telemetry(write(report));
  }

  public void telemetry(NodeHeartbeat report) {
    telemetry(write(report));
  }

  public void telemetry(String body) {
    send("telemetry.monitoring", body);
  }

  /** Cumulative figures; bytes are a hundred to a row, wire bytes ten. */
  public static ChannelTelemetry report(
      UUID service, UUID run, Side side, long messages, long rows, Instant at) {
    return channel(
        service, run, UUID.nameUUIDFromBytes(run.toString().getBytes()), side, messages, rows, at);
  }

  /** The same of one channel among several of a run. */
  public static ChannelTelemetry channel(
      UUID service, UUID run, UUID channel, Side side, long messages, long rows, Instant at) {
    return new ChannelTelemetry(
        ChannelTelemetry.TYPE,
        side == Side.SOURCE ? "gs" : "sw",
        side,
        service,
        "any",
        run,
        channel,
        messages,
        rows,
        rows * 100,
        rows * 10,
        at);
  }

  /** Waits until everything reported so far has been taken in: messages are taken in order. */
  public void settle() {
    String node = "barrier-" + UUID.randomUUID().toString().substring(0, 8);
    telemetry(NodeHeartbeat.of(node, "1", Instant.now()));
    waitUntil(
        "telemetry",
        () -> number("select count(*) from node_heartbeat where node = $1", Tuple.of(node)) == 1);
  }

  /** Bodies in the dead-letter queue; those seen once stay listed. */
  public List<String> deadLetters() {
    if (!watchingDeadLetters) {
      watchingDeadLetters = true;
      broker.receive(
          "DLQ",
          message -> {
            deadLetters.add(message.bodyAsString());
            return Uni.createFrom().item(Disposition.ACCEPT);
          });
    }
    return new ArrayList<>(deadLetters);
  }

  public long number(String query, Tuple parameters) {
    return pool.preparedQuery(query).executeAndAwait(parameters).iterator().next().getLong(0);
  }

  public static void waitUntil(String what, BooleanSupplier holds) {
    Instant end = Instant.now().plus(PATIENCE);
    while (!holds.getAsBoolean()) {
      if (Instant.now().isAfter(end)) {
        throw new AssertionError("Waited in vain for " + what);
      }
      try {
        Thread.sleep(20);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError("Interrupted", e);
      }
    }
  }

  private void send(String address, String body) {
    broker.send(address, body).await().atMost(PATIENCE);
  }

  private String write(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
