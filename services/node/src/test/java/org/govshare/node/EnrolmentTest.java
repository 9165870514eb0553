package org.govshare.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.govshare.node.fixture.DatabaseTest;
import org.govshare.protocol.control.SignedEvent;
import org.govshare.protocol.crypto.PublicKeys;
import org.junit.jupiter.api.Test;

/** A node with a registration code asks to be taken in, once for each code. */
class EnrolmentTest extends DatabaseTest {

  private List<JsonNode> asked() {
    return exchange.centre().events().stream()
        .filter(event -> event.path("type").asText().equals("EnrolmentRequested"))
        .toList();
  }

  private void restart() throws Exception {
    exchange.stopNode("gs");
    int before = started();
    exchange.startNode("gs");
    exchange.centre().await("another start", event -> started() > before);
  }

  private int started() {
    return (int)
        exchange.centre().events().stream()
            .filter(event -> event.path("type").asText().equals("NodeStarted"))
            .count();
  }

  @Test
  void theCodeGoesOutOnceWithKeysThatTheNodeHolds() throws Exception {
    exchange.registrationCode("gs", "first");
    exchange.startNode("gs");
    JsonNode event =
        exchange
            .centre()
            .await("request", it -> it.path("type").asText().equals("EnrolmentRequested"));
    assertEquals("first", event.get("registrationCode").asText());
    String key = event.get("signingKey").asText();
    SignedEvent signed =
        exchange.centre().signedEvents().stream()
            .filter(it -> it.keyId().equals(fingerprint(key)))
            .findFirst()
            .orElseThrow();
    assertTrue(signed.verified(PublicKeys.signingKey(key)));
    exchange.centre().await("start", it -> started() == 1);

    restart();
    assertEquals(1, asked().size());

    exchange.registrationCode("gs", "second");
    restart();
    assertEquals(
        List.of("first", "second"),
        asked().stream().map(it -> it.get("registrationCode").asText()).toList());
  }

  private static String fingerprint(String key) {
    return PublicKeys.fingerprint(PublicKeys.signingKey(key)).toString();
  }
}
