package org.govshare.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.govshare.protocol.control.CaptureFitness;
import org.govshare.protocol.control.InventoryDataSource;
import org.govshare.protocol.control.StartRun;
import org.govshare.protocol.control.TransferMode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Designing services that capture changes, and running them anew. */
@QuarkusTest
class CaptureDesignTest extends ExchangeTest {

  private Scene scene;
  private Map<String, Object> draft;

  @BeforeEach
  void anOtherwiseGoodDraft() {
    scene = new Scene();
    draft = scene.draft();
    draft.put("mode", "CAPTURE");
  }

  private static void report(FakeNode node, String table, boolean extra, CaptureFitness capture) {
    node.report(
        new InventoryDataSource(
            "main", "postgresql", "BOTH", List.of(Scene.enterprise(table, extra, capture))));
    await(
        "the table is known to be " + capture,
        () -> {
          JsonPath tables = designer().get(API + "/nodes/" + node.code + "/tables").jsonPath();
          return "BOTH".equals(tables.getString("items[0].direction"))
              && capture.name().equals(tables.getString("items[0].capture"));
        });
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

  @Test
  void theNodeMustPermitItAndNoChangeMayEscape() {
    refused("source.table", "permits to capture");
    report(scene.source, "enterprise", false, CaptureFitness.PARTITIONED);
    refused("source.table", "it is partitioned");
    report(scene.source, "enterprise", false, CaptureFitness.FIT);
    @SuppressWarnings("unchecked")
    Map<String, Object> from = (Map<String, Object>) draft.get("source");
    from.put("watermarkColumn", "changed_at");
    refused("source.watermarkColumn", "for increments only");
    from.put("watermarkColumn", null);

    scene.post(draft).then().statusCode(201).body("mode", equalTo("CAPTURE"));
  }

  @Test
  void whatThePlatformWritesIsNotCapturedAgain() {
    report(scene.source, "enterprise", false, CaptureFitness.FIT);
    report(scene.target, "enterprise_in", true, CaptureFitness.FIT);
    Map<String, Object> back = back();
    UUID writing = UUID.fromString(scene.post(back).then().statusCode(201).extract().path("id"));
    refused("source.table", back.get("code").toString());
    operator().post(API + "/services/" + writing + "/suspension").then().statusCode(200);
    scene.post(draft).then().statusCode(201);
    back.put("code", "again-" + scene.suffix);

    Map<String, Object> forth = draft;
    draft = back;
    refused("target.table", forth.get("code").toString());
  }

  private Map<String, Object> back() {
    String[] columns = {"uscc", "name", "capital", "changed_at"};
    FakeCatalog.Granted grant =
        FakeCatalog.grant(
            scene.requester,
            scene.provider,
            Instant.now().plus(Duration.ofDays(3)),
            "enterprise_in",
            columns);
    await(
        "the grant back is known",
        () -> designer().get(API + "/grants/" + grant.id()).statusCode() == 200);
    Map<String, Object> back = new HashMap<>(scene.draft());
    back.put("code", "back-" + scene.suffix);
    back.put("grantId", grant.id());
    Map<String, Object> from = new HashMap<>(place(scene.target, "enterprise_in"));
    from.put("watermarkColumn", null);
    back.put("source", from);
    back.put("target", place(scene.source, "enterprise"));
    back.put(
        "mapping",
        List.of(columns).stream()
            .filter(column -> grant.items().containsKey(column))
            .map(
                column ->
                    Map.of(
                        "itemId",
                        grant.items().get(column),
                        "sourceColumn",
                        column,
                        "targetColumn",
                        column))
            .toList());
    return back;
  }

  private static Map<String, Object> place(FakeNode node, String table) {
    return Map.of(
        "node",
        node.code,
        "dataSource",
        "main",
        "schema",
        "public",
        "table",
        table,
        "keyColumns",
        List.of("uscc"));
  }

  @Test
  void aRunMayTakeANewSnapshot() {
    UUID full = scene.service();
    operator()
        .post(API + "/services/" + full + "/runs?anew=true")
        .then()
        .statusCode(400)
        .body("errors.field", hasItem("anew"));
    report(scene.source, "enterprise", false, CaptureFitness.FIT);
    draft.put("code", "capture-" + scene.suffix);
    UUID service = UUID.fromString(scene.post(draft).then().statusCode(201).extract().path("id"));

    operator().post(API + "/services/" + service + "/runs?anew=true").then().statusCode(202);

    StartRun command = Bus.read(scene.source.command("StartRun"), StartRun.class);
    assertThat(command.mode()).isEqualTo(TransferMode.CAPTURE);
    assertThat(command.anew()).isTrue();
  }
}
