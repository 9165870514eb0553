package org.govshare.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.govshare.protocol.control.StartRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Services that replace the content of their targets. */
@QuarkusTest
class ReplacementTest extends ExchangeTest {

  private Scene scene;
  private Map<String, Object> draft;

  @BeforeEach
  void aDraftThatReplaces() {
    scene = new Scene();
    draft = scene.draft();
    draft.put("replaces", true);
  }

  private UUID made() {
    return UUID.fromString(
        scene
            .post(draft)
            .then()
            .statusCode(201)
            .body("replaces", equalTo(true))
            .extract()
            .path("id"));
  }

  private void refused(String field, String message) {
    scene
        .post(draft)
        .then()
        .statusCode(400)
        .body("errors.field", hasItem(field))
        .body(
            "errors.findAll { it.field == '" + field + "' }.message.join(';')",
            containsString(message));
  }

  @SuppressWarnings("unchecked")
  private void withoutKey() {
    for (String end : List.of("source", "target")) {
      ((Map<String, Object>) draft.get(end)).put("keyColumns", List.of());
    }
  }

  @Test
  void bothNodesAreToldAndTheVersionsSayWhatHasChanged() {
    UUID service = made();
    get(designer(), "/services/" + service).body("replaces", equalTo(true));
    scene.start(service);
    StartRun source = Bus.read(scene.source.command("StartRun"), StartRun.class);
    StartRun target = Bus.read(scene.target.command("StartRun"), StartRun.class);
    assertThat(source.replaces()).isTrue();
    assertThat(target.replaces()).isTrue();

    draft.put("replaces", false);
    designer()
        .header("If-Match", "\"0\"")
        .body(draft)
        .put(API + "/services/" + service)
        .then()
        .statusCode(200)
        .body("replaces", nullValue());
    get(designer(), "/services/" + service + "/versions/2/difference?with=1")
        .body("find { it.path == 'replaces' }.before", equalTo("true"));
  }

  @Test
  void onlyWholeCopiesReplace() {
    draft.put("mode", "CAPTURE");
    refused("replaces", "full copy");
  }

  @Test
  void aTableWithoutKeyIsReplacedByOneLane() {
    withoutKey();
    draft.put("lanes", 2);
    refused("lanes", "without a key");
    draft.remove("lanes");
    UUID service = made();
    scene.start(service);
    StartRun source = Bus.read(scene.source.command("StartRun"), StartRun.class);
    assertThat(source.keyColumns()).isEmpty();
    assertThat(source.targetKeyColumns()).isEmpty();

    draft.put("replaces", null);
    draft.put("code", "other-" + scene.suffix);
    refused("source.keyColumns", "required");
  }

  @Test
  void nobodyElseWritesTheTable() {
    Map<String, Object> other = scene.draft();
    other.put("code", "other-" + scene.suffix);
    scene.post(other).then().statusCode(201);
    refused("replaces", "other-" + scene.suffix);

    scene = new Scene();
    draft = scene.draft();
    draft.put("replaces", true);
    made();
    draft.put("code", "late-" + scene.suffix);
    draft.put("replaces", null);
    refused("target.table", "svc-" + scene.suffix);
  }

  @Test
  void noPartOfItIsSentAgainAndNoRowParked() {
    UUID service = made();
    operator()
        .header("Accept-Language", "en")
        .body(Map.of("keys", List.of(List.of("91130000A"))))
        .post(API + "/services/" + service + "/resends")
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:govshare:problem:service-replaces"))
        .body("detail", containsString("Start a run"));
    Map<String, Object> schedule = new HashMap<>();
    schedule.put("kind", "HAND");
    schedule.put("badRowPercent", 5);
    operator()
        .header("If-Match", "\"0\"")
        .body(schedule)
        .put(API + "/services/" + service + "/schedule")
        .then()
        .statusCode(400)
        .body("errors.field", hasItem("badRowPercent"));
  }
}
