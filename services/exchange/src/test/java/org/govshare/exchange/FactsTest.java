package org.govshare.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What monitoring is told, and what the catalogue tells. */
@QuarkusTest
class FactsTest extends ExchangeTest {

  private static final String TO_MONITORING = "fact.exchange.monitoring";

  private final Bus bus = Bus.get();

  @Test
  void monitoringIsToldOfEachChangeInOrder() {
    Scene scene = new Scene();
    UUID service = scene.service();
    UUID run = scene.start(service);
    operator().post(API + "/services/" + service + "/suspension").then().statusCode(200);
    List<String> expected =
        List.of(
            "NodeChanged node=" + scene.source.code,
            "NodeChanged node=" + scene.target.code,
            "DomainChanged domain=" + scene.domain,
            "ServiceChanged state=DEPLOYED",
            "RunChanged state=REQUESTED",
            "ServiceChanged state=STOPPED",
            "RunChanged state=STOPPED");

    List<String> told = new ArrayList<>();
    long last = 0;
    while (told.size() < expected.size()) {
      JsonNode fact = bus.nextTree(TO_MONITORING);
      long sequence = fact.path("sequence").asLong();
      if (sequence <= last) {
        continue;
      }
      assertThat(fact.path("producer").asText()).isEqualTo("exchange");
      assertThat(fact.path("correlation").asText()).isNotBlank();
      last = sequence;
      bus.send("ack.exchange", Map.of("consumer", "monitoring", "sequence", sequence));
      String inShort = inShort(fact.path("type").asText(), fact.path("payload"));
      if (concerns(fact.path("payload"), scene, service, run)) {
        told.add(inShort);
      }
    }

    assertThat(told).isEqualTo(expected);
  }

  private static boolean concerns(JsonNode payload, Scene scene, UUID service, UUID run) {
    String text = payload.toString();
    return text.contains(service.toString())
        || text.contains(run.toString())
        || text.contains("\"" + scene.source.code + "\"")
        || text.contains("\"" + scene.target.code + "\"")
        || text.contains("\"" + scene.domain + "\"");
  }

  private static String inShort(String type, JsonNode payload) {
    return switch (type) {
      case "NodeChanged" -> type + " node=" + payload.path("node").asText();
      case "DomainChanged" -> type + " domain=" + payload.path("domain").asText();
      default -> type + " state=" + payload.path("state").asText();
    };
  }

  @Test
  void aFactThatCannotBeReadDoesNotHoldUpTheNext() {
    FakeCatalog.tell("GrantGiven", Map.of("grantId", "nonsense"));
    FakeCatalog.tell("GrantGiven", Map.of("grantId", UUID.randomUUID()));
    FakeCatalog.tell("GrantRevoked", Map.of());
    FakeCatalog.tell("SomethingNew", Map.of("of", "a later release"));
    FakeCatalog.revoke(UUID.randomUUID());

    Scene scene = new Scene();

    get(designer(), "/grants/" + scene.grant.id()).statusCode(200);
  }
}
