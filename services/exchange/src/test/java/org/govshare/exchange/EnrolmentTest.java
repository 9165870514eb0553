package org.govshare.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.govshare.protocol.address.Addresses;
import org.govshare.protocol.control.EnrolmentRequested;
import org.govshare.protocol.control.NodeStarted;
import org.govshare.protocol.control.SignedEvent;
import org.govshare.protocol.crypto.PublicKeys;
import org.junit.jupiter.api.Test;

/** Nodes are taken in by a code that is good once, and by a fingerprint that people compare. */
@QuarkusTest
class EnrolmentTest extends ExchangeTest {

  private static final String PATH = API + "/node-enrolments";

  private final Bus bus = Bus.get();
  private final FakeNode node =
      new FakeNode("e" + UUID.randomUUID().toString().substring(0, 8), "gs");

  private ValidatableResponse issue() {
    return operator()
        .body(Map.of("node", node.code, "name", "工商前置机", "department", "gs"))
        .post(PATH)
        .then();
  }

  static EnrolmentRequested asking(FakeNode node, String code) {
    return new EnrolmentRequested(
        EnrolmentRequested.TYPE,
        Instant.now(),
        code,
        PublicKeys.base64(node.keys.signingKey()),
        PublicKeys.base64(node.keys.agreementKey()),
        PublicKeys.base64(node.gmKeys.signingKey()),
        PublicKeys.base64(node.gmKeys.agreementKey()));
  }

  private String state(String id) {
    return operator().get(PATH + "/" + id).then().statusCode(200).extract().path("state");
  }

  private ValidatableResponse decide(String id, String step, String version, String keyId) {
    Map<String, Object> body = new HashMap<>();
    body.put("keyId", keyId);
    return operator()
        .header("If-Match", "\"" + version + "\"")
        .body(step.equals("confirmation") ? body : Map.of())
        .post(PATH + "/" + id + "/" + step)
        .then();
  }

  @Test
  void aNodeIsTakenInByCodeAndFingerprint() {
    ValidatableResponse issued = issue().statusCode(201).body("state", equalTo("ISSUED"));
    String id = issued.extract().path("id");
    String code = issued.extract().path("registrationCode");
    assertThat(code).hasSizeGreaterThan(30);
    operator().get(PATH + "/" + id).then().body("registrationCode", nullValue());
    decide(id, "confirmation", "0", node.keys.keyId().toString())
        .statusCode(409)
        .body("type", equalTo("urn:govshare:problem:enrolment-not-claimed"));

    node.say(asking(node, code));
    await("the node has answered", () -> state(id).equals("CLAIMED"));
    get(operator(), "/nodes/" + node.code).statusCode(404);
    decide(id, "confirmation", "1", "00").statusCode(400).body("errors.field", contains("keyId"));
    decide(id, "confirmation", "0", node.keys.keyId().toString()).statusCode(412);
    String read = node.keys.keyId().toString().toUpperCase().replaceAll("(..)", "$1:");
    decide(id, "confirmation", "1", read).statusCode(200).body("state", equalTo("CONFIRMED"));

    get(operator(), "/nodes/" + node.code)
        .statusCode(200)
        .body("name", equalTo("工商前置机"))
        .body("department", equalTo("gs"))
        .body("keyId", equalTo(node.keys.keyId().toString()))
        .body("gmKeyId", equalTo(node.gmKeys.keyId().toString()));
    assertThat(node.command("ReportInventory").isObject()).isTrue();
    node.say(NodeStarted.of(Instant.now(), "1.0"));
    await(
        "it is heard",
        () -> "1.0".equals(get(operator(), "/nodes/" + node.code).extract().path("agentVersion")));
  }

  @Test
  void aCodeIsGoodOnceAndForItsNodeAlone() {
    String first = issue().extract().path("registrationCode");
    ValidatableResponse again = issue();
    String id = again.extract().path("id");
    String code = again.extract().path("registrationCode");

    FakeNode other = new FakeNode("x" + node.code.substring(1), "gs");
    refused(node, asking(node, first));
    refused(node, asking(node, code + "x"));
    refused(other, asking(other, code));
    assertThat(state(id)).isEqualTo("ISSUED");
    node.say(asking(node, code));
    await("the node has answered", () -> state(id).equals("CLAIMED"));
    FakeNode thief = new FakeNode(node.code, "gs");
    refused(thief, asking(thief, code));
    operator().get(PATH + "/" + id).then().body("keyId", equalTo(node.keys.keyId().toString()));
  }

  @Test
  void whoDoesNotHoldTheKeyIsRefused() {
    ValidatableResponse issued = issue();
    FakeNode thief = new FakeNode(node.code, "gs");
    refused(thief, asking(node, issued.extract().path("registrationCode")));
    assertThat(state(issued.extract().path("id"))).isEqualTo("ISSUED");
  }

  /** Sends an event and waits until it is put aside. */
  private void refused(FakeNode speaker, EnrolmentRequested event) {
    SignedEvent signed = speaker.signed(event);
    bus.send(Addresses.EVENT_EXCHANGE, signed);
    String sent = Bus.write(signed);
    String aside = bus.next("DLQ");
    while (!aside.equals(sent)) {
      aside = bus.next("DLQ");
    }
  }

  @Test
  void aLostNodeGetsNewKeysAndTheOldOnesCountNoMore() {
    Scene.register(node);
    FakeNode rebuilt = new FakeNode(node.code, "gs");
    ValidatableResponse issued = issue();
    String id = issued.extract().path("id");
    rebuilt.say(asking(rebuilt, issued.extract().path("registrationCode")));
    await("the node has answered", () -> state(id).equals("CLAIMED"));
    decide(id, "confirmation", "1", rebuilt.keys.keyId().toString()).statusCode(200);

    get(operator(), "/nodes/" + node.code).body("keyId", equalTo(rebuilt.keys.keyId().toString()));
    SignedEvent old = node.signed(NodeStarted.of(Instant.now(), "old"));
    bus.send(Addresses.EVENT_EXCHANGE, old);
    String aside = bus.next("DLQ");
    while (!aside.equals(Bus.write(old))) {
      aside = bus.next("DLQ");
    }
    get(operator(), "/nodes/" + node.code).body("agentVersion", nullValue());
  }

  @Test
  void whatIsCalledOffIsOver() {
    ValidatableResponse issued = issue();
    String id = issued.extract().path("id");
    decide(id, "cancellation", "0", null).statusCode(200).body("state", equalTo("CANCELLED"));
    refused(node, asking(node, issued.extract().path("registrationCode")));
    decide(id, "cancellation", "1", null)
        .statusCode(409)
        .body("type", equalTo("urn:govshare:problem:enrolment-ended"));
  }

  @Test
  void onlyOperatorsTakeNodesIn() {
    for (var user : java.util.List.of(designer(), monitor(), as("n", "gs", "node-operator"))) {
      user.body(Map.of("node", node.code, "name", "x", "department", "gs"))
          .post(PATH)
          .then()
          .statusCode(403);
      user.get(PATH).then().statusCode(403);
    }
    operator()
        .body(Map.of("node", "No", "name", "", "department", "G S", "validMinutes", 4))
        .post(PATH)
        .then()
        .statusCode(400)
        .body("errors.field", contains("node", "name", "department", "validMinutes"));
    get(operator(), "/node-enrolments/" + UUID.randomUUID()).statusCode(404);
  }
}
