package org.govshare.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.govshare.node.fixture.DatabaseTest;
import org.govshare.node.fixture.People;
import org.govshare.node.state.Json;
import org.govshare.protocol.control.ComputeDigest;
import org.govshare.protocol.control.DigestColumn;
import org.govshare.protocol.control.DiscardParked;
import org.govshare.protocol.control.Order;
import org.govshare.protocol.control.SealParked;
import org.govshare.protocol.control.ShowParked;
import org.govshare.protocol.control.Side;
import org.govshare.protocol.control.SignedOrder;
import org.govshare.protocol.control.TransferMode;
import org.govshare.protocol.control.TryRun;
import org.govshare.protocol.crypto.CryptoSuite;
import org.govshare.protocol.crypto.PublicKeys;
import org.govshare.protocol.crypto.SigningKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nodes that know the centre's keys do what it asks beside runs from signed orders alone. */
class OrderTest extends DatabaseTest {
  private static final Duration LENGTH = Duration.ofMinutes(30);

  private final SigningKey key = SigningKey.generate();
  private final SigningKey otherKey = SigningKey.generate();
  private final UUID id = UUID.randomUUID();
  private final UUID service = UUID.randomUUID();

  @BeforeEach
  void theNodesKnowTheCentre() throws Exception {
    exchange.centreKeys(List.of(PublicKeys.base64(key.publicKey())));
    People.insertMany(databases, 100);
    exchange.startNodes();
  }

  private ComputeDigest digest() {
    return new ComputeDigest(
        id,
        UUID.randomUUID(),
        Side.SOURCE,
        "gs",
        "public",
        "person",
        List.of(new DigestColumn("id", "bigint", List.of())),
        List.of(),
        "AAAA");
  }

  private TryRun trial() {
    return new TryRun(
        id, Side.SOURCE, "gs", "public", "person", People.COLUMNS, List.of("id"), List.of(), null);
  }

  private ShowParked showing() {
    return new ShowParked(id, service, "sw", "public", "person", "AAAA");
  }

  private SealParked sealing() {
    return new SealParked(
        id,
        UUID.randomUUID(),
        service,
        "sw",
        "public",
        "person",
        List.of("id"),
        CryptoSuite.INTL,
        PublicKeys.base64(exchange.keys("gs").agreementKey()),
        null,
        null,
        null,
        null);
  }

  private SignedOrder order(String node, Record command, SigningKey by) {
    Instant now = exchange.time().instant();
    Order order =
        new Order(
            Order.VERSION,
            command.getClass().getSimpleName(),
            UUID.randomUUID(),
            service,
            node,
            now,
            now.plus(LENGTH),
            Json.write(command));
    return SignedOrder.sign(by, Json.write(order).getBytes(StandardCharsets.UTF_8));
  }

  private JsonNode answer(String node, Object command) throws Exception {
    exchange.centre().events().clear();
    exchange.centre().command(node, command);
    return exchange.centre().await("answer", event -> event.toString().contains(id.toString()));
  }

  private void assertRefused(String reason, String type, JsonNode answer) {
    assertEquals(type, answer.path("type").asText(), answer.toString());
    assertEquals(reason, answer.path("reason").asText());
    assertFalse(answer.hasNonNull("rows") || answer.hasNonNull("keys"), answer.toString());
  }

  @Test
  void whatTheCentreHasSignedIsDone() throws Exception {
    JsonNode summed = answer("gs", order("gs", digest(), key));
    assertEquals("DigestComputed", summed.path("type").asText(), summed.toString());
    assertEquals(100, summed.path("rows").asLong());
    assertEquals("TrialDone", answer("gs", order("gs", trial(), key)).path("type").asText());
    // Not a matter of orders any more: the node's own list does not open it.
    assertRefused("sample-not-allowed", "ParkedShown", answer("sw", order("sw", showing(), key)));
    assertFalse(
        answer("sw", order("sw", sealing(), key)).path("reason").asText().startsWith("lease"));
  }

  @Test
  void whatItHasNotSignedIsRefused() throws Exception {
    assertRefused("lease-missing", "DigestFailed", answer("gs", digest()));
    assertRefused("lease-missing", "TrialFailed", answer("gs", trial()));
    assertRefused("lease-missing", "ParkedShown", answer("sw", showing()));
    assertRefused("lease-missing", "ParkedSealed", answer("sw", sealing()));
  }

  @Test
  void whatAnotherHasSignedIsRefused() throws Exception {
    assertRefused("lease-invalid", "TrialFailed", answer("gs", order("gs", trial(), otherKey)));
    SignedOrder good = order("gs", trial(), key);
    SignedOrder other = order("gs", digest(), key);
    assertRefused(
        "lease-invalid",
        "TrialFailed",
        answer("gs", new SignedOrder(good.keyId(), good.body(), other.signature())));
  }

  @Test
  void anOrderForAnotherNodeIsRefused() throws Exception {
    JsonNode refused = answer("gs", order("sw", trial(), key));
    assertRefused("lease-invalid", "TrialFailed", refused);
    assertEquals("the order is for another node", refused.path("detail").asText());
  }

  @Test
  void anOrderIsGoodForItsTimeAlone() throws Exception {
    SignedOrder order = order("gs", trial(), key);
    exchange.time().pass(LENGTH.minusMinutes(1));
    assertEquals("TrialDone", answer("gs", order).path("type").asText());
    exchange.time().pass(Duration.ofMinutes(2));
    assertRefused("lease-ended", "TrialFailed", answer("gs", order));
  }

  @Test
  void parkedRowsAreGivenUpByASignedOrderAlone() throws Exception {
    for (String node : List.of("gs", "sw")) {
      exchange.stopNode(node);
    }
    exchange.centreKeys(List.of());
    exchange.startNodes();
    UUID run = UUID.randomUUID();
    exchange.start(run, UUID.randomUUID(), TransferMode.FULL, People.COLUMNS);
    exchange.awaitState(run, Side.SOURCE, "COMPLETED");
    exchange.stopNode("sw");
    exchange.centreKeys(List.of(PublicKeys.base64(key.publicKey())));
    exchange.centre().events().clear();
    exchange.startNode("sw");
    exchange.centre().await("a report after the start", event -> reportedParked());

    exchange.centre().command("sw", discarding());
    // The next command is carried out after it, and says nothing of parked rows.
    answer("sw", sealing());
    assertFalse(reportedParked());

    exchange.centre().command("sw", order("sw", discarding(), key));
    exchange.centre().await("a report", event -> reportedParked());
  }

  private DiscardParked discarding() {
    return new DiscardParked(
        UUID.randomUUID(), service, "sw", "public", "person", UUID.randomUUID(), null);
  }

  private boolean reportedParked() {
    return exchange.centre().events().stream()
        .anyMatch(event -> event.path("type").asText().equals("ParkedRowsReported"));
  }

  @Test
  void anOrderIsNoWayRoundALease() throws Exception {
    UUID run = UUID.randomUUID();
    exchange
        .centre()
        .command(
            "gs",
            order(
                "gs",
                exchange.command(
                    Side.SOURCE, run, UUID.randomUUID(), TransferMode.FULL, People.COLUMNS),
                key));
    exchange.centre().command("gs", new SignedOrder("", "nonsense", null));
    assertRefused("lease-missing", "TrialFailed", answer("gs", trial()));
    assertTrue(
        exchange.centre().events().stream()
            .noneMatch(event -> event.path("runId").asText().equals(run.toString())));
  }

  @Test
  void aNodeWithoutTheCentresKeysDoesWhatItIsTold() throws Exception {
    exchange.stopNode("gs");
    exchange.centreKeys(List.of());
    exchange.startNode("gs");
    assertEquals("TrialDone", answer("gs", trial()).path("type").asText());
    assertEquals("TrialDone", answer("gs", order("gs", trial(), otherKey)).path("type").asText());
  }
}
