package org.govshare.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.govshare.protocol.control.RowCondition;
import org.govshare.protocol.control.RowOperator;
import org.govshare.protocol.control.StartRun;
import org.govshare.protocol.control.TransferMode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sending rows again. */
@QuarkusTest
class ResendTest extends ExchangeTest {

  private Scene scene;
  private UUID service;

  @BeforeEach
  @SuppressWarnings("unchecked")
  void designed() {
    scene = new Scene();
    Map<String, Object> draft = scene.draft();
    draft.put("mode", "INCREMENT");
    ((Map<String, Object>) draft.get("source")).put("watermarkColumn", "changed_at");
    service = UUID.fromString(scene.post(draft).then().statusCode(201).extract().path("id"));
  }

  private ValidatableResponse ask(Map<String, ?> order) {
    return operator().body(order).post(API + "/services/" + service + "/resends").then();
  }

  private void refused(Map<String, ?> order, String field, String words) {
    ask(order)
        .statusCode(400)
        .body("errors[0].field", equalTo(field))
        .body("errors[0].message", containsString(words));
  }

  @Test
  void rowsGoAgainByTheirKeys() {
    String run =
        ask(Map.of("keys", List.of(List.of("91130000A"), List.of("91130000B"))))
            .statusCode(202)
            .body("cause", equalTo("RESEND"))
            .body("requestedBy", equalTo("operator"))
            .extract()
            .path("id");

    StartRun source = Bus.read(scene.source.command("StartRun"), StartRun.class);
    StartRun target = Bus.read(scene.target.command("StartRun"), StartRun.class);
    assertThat(source.runId()).hasToString(run);
    assertThat(source.mode()).isEqualTo(TransferMode.FULL);
    assertThat(source.watermarkColumn()).isNull();
    assertThat(source.filter())
        .containsExactly(
            new RowCondition("uscc", RowOperator.IN, List.of("91130000A", "91130000B")));
    assertThat(target.mode()).isEqualTo(TransferMode.FULL);
    assertThat(target.filter()).isEmpty();
  }

  @Test
  void rowsGoAgainByARangeOfTheWatermarkEvenAfterAPause() {
    String run =
        ask(Map.of("from", "2026-01-01T08:00:00+08:00", "until", "2026-02-01T00:00:00Z"))
            .statusCode(202)
            .extract()
            .path("id");

    StartRun source = Bus.read(scene.source.command("StartRun"), StartRun.class);
    assertThat(source.filter())
        .containsExactly(
            new RowCondition("changed_at", RowOperator.AT_LEAST, List.of("2026-01-01T08:00+08:00")),
            new RowCondition("changed_at", RowOperator.LESS, List.of("2026-02-01T00:00Z")));
    operator().post(API + "/runs/" + run + "/pausing").then().statusCode(202);
    operator().post(API + "/runs/" + run + "/resumption").then().statusCode(202);
    // It comes with a lease of its own.
    assertThat(Bus.read(scene.source.command("StartRun"), StartRun.class))
        .usingRecursiveComparison()
        .ignoringFields("lease")
        .isEqualTo(source);
  }

  @Test
  void itIsTheServicesOneRun() {
    ask(Map.of("from", "2026-01-01T08:00:00+08:00")).statusCode(202);
    ask(Map.of("from", "2026-01-01T08:00:00+08:00"))
        .statusCode(409)
        .body("type", equalTo("urn:govshare:problem:run-under-way"));
  }

  @Test
  void whatNamesNoRowsIsRefused() {
    refused(Map.of(), "keys", "either keys or a range");
    refused(
        Map.of("keys", List.of(List.of("1")), "from", "2026-01-01T08:00:00Z"),
        "keys",
        "either keys or a range");
    refused(Map.of("keys", List.of(List.of("1", "2"))), "keys", "value of uscc");
    refused(Map.of("from", "yesterday"), "from", "does not have the form 2026-01-31");
    refused(Map.of("until", "2026-01-01T08:00:00"), "until", "does not have the form 2026-01-31");
    Map<String, Object> empty = new HashMap<>();
    List<String> none = new java.util.ArrayList<>();
    none.add(null);
    empty.put("keys", List.of(none));
    refused(empty, "keys", "is required");
  }

  @Test
  void onlyOperatorsMay() {
    String path = API + "/services/" + service + "/resends";
    Map<String, ?> order = Map.of("from", "2026-01-01T08:00:00Z");
    designer().body(order).post(path).then().statusCode(403);
    monitor().body(order).post(path).then().statusCode(403);
    as("own", scene.provider, "catalog-editor").body(order).post(path).then().statusCode(403);
  }
}
