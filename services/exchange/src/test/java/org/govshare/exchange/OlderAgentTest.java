package org.govshare.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.govshare.protocol.control.InventoryDataSource;
import org.govshare.protocol.control.InventoryReported;
import org.govshare.protocol.control.StartRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An agent of the version before works with this centre, and is not told what it does not know. */
@QuarkusTest
class OlderAgentTest extends ExchangeTest {

  private Scene scene;

  @BeforeEach
  void reportLikeAnOlderAgent() {
    scene = new Scene();
    // As agents reported that did not tell what they can do.
    scene.source.say(
        """
        {"type":"InventoryReported","at":"%s","dataSources":[{"code":"main","kind":"postgresql",
        "direction":"SOURCE","tables":[{"schema":"public","name":"enterprise",
        "approximateRows":100,"columns":[
        {"name":"uscc","type":"character varying(18)","nullable":false,"position":1},
        {"name":"name","type":"character varying(200)","nullable":false,"position":2},
        {"name":"capital","type":"numeric(18,2)","nullable":true,"position":3},
        {"name":"changed_at","type":"timestamp with time zone","nullable":false,"position":4}],
        "primaryKey":["uscc"],"uniqueKeys":[["uscc"]]}]}]}
        """
            .formatted(Instant.now()));
    await("nothing is known of its abilities", () -> abilities().isEmpty());
  }

  private List<String> abilities() {
    return get(operator(), "/nodes/" + scene.source.code).extract().path("abilities");
  }

  private UUID lanes() {
    Map<String, Object> draft = scene.draft();
    draft.put("lanes", 2);
    return UUID.fromString(scene.post(draft).then().statusCode(201).extract().path("id"));
  }

  @Test
  void whatItKnowsItDoes() {
    scene.start(scene.service());
    StartRun command = Bus.read(scene.source.command("StartRun"), StartRun.class);
    assertThat(command.lane().count()).isEqualTo(1);
  }

  @Test
  void whatItIsAskedBesideRunsComesWithoutASignature() {
    designer()
        .body(Map.of())
        .post(API + "/services/" + scene.service() + "/trials")
        .then()
        .statusCode(202);
    scene.source.command("TryRun");
    assertThat(scene.source.order()).isNull();
    scene.target.command("TryRun");
    assertThat(scene.target.order()).isNotNull();
  }

  @Test
  void whatItDoesNotKnowIsRefusedBeforeAnythingIsKept() {
    UUID service = lanes();
    operator()
        .header("Accept-Language", "en")
        .post(API + "/services/" + service + "/runs")
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:govshare:problem:agent-too-old"))
        .body("title", containsString(scene.source.code))
        .body("detail", containsString("several lanes"));
    get(monitor(), "/runs?service=" + service).body("total", equalTo(0));
  }

  @Test
  void keysAreNotToldToAnAgentThatCannotOpenThem() {
    UUID service = scene.service();
    operator()
        .header("Accept-Language", "en")
        .body(Map.of("keys", List.of(List.of("91130000A"))))
        .post(API + "/services/" + service + "/resends")
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:govshare:problem:agent-too-old"))
        .body("detail", containsString("keys that are sealed for the source"));
    get(monitor(), "/runs?service=" + service).body("total", equalTo(0));
  }

  @Test
  void nothingIsReplacedByAnAgentThatWouldOnlyAdd() {
    Map<String, Object> draft = scene.draft();
    draft.put("replaces", true);
    String service = scene.post(draft).then().statusCode(201).extract().path("id");
    operator()
        .header("Accept-Language", "en")
        .post(API + "/services/" + service + "/runs")
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:govshare:problem:agent-too-old"))
        .body("detail", containsString("replacing the target's content"));
    get(monitor(), "/runs?service=" + service).body("total", equalTo(0));
  }

  @Test
  void onceItIsUpdatedTheRunStarts() {
    UUID service = lanes();
    scene.source.say(
        InventoryReported.of(
            Instant.now(),
            List.of(
                new InventoryDataSource(
                    "main",
                    "postgresql",
                    "SOURCE",
                    List.of(Scene.enterprise("enterprise", false, null))))));
    await("it tells what it can", () -> abilities().contains("LANES"));
    scene.start(service);
  }

  @Test
  void anAgentOfALaterVersionMayTellWhatThisCentreDoesNotKnow() {
    scene.source.say(
        """
        {"type":"InventoryReported","at":"%s","dataSources":[],"abilities":["LANES","TELEPATHY"],
        "unheardOf":1}
        """
            .formatted(Instant.now()));
    await("it tells what it can", () -> !abilities().isEmpty());
    get(operator(), "/nodes/" + scene.source.code)
        .body("abilities", allOf(hasItem("LANES"), hasItem("TELEPATHY")));
  }
}
