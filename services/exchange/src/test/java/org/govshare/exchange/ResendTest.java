package org.govshare.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.govshare.protocol.control.ReplayedKeys;
import org.govshare.protocol.control.RowCondition;
import org.govshare.protocol.control.RowOperator;
import org.govshare.protocol.control.StartRun;
import org.govshare.protocol.control.TransferMode;
import org.govshare.protocol.crypto.SealedForNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sending rows again. */
@QuarkusTest
class ResendTest extends ExchangeTest {

  @Inject Pool database;

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
    assertThat(source.filter()).isEmpty();
    assertThat(source.replayed().named()).isTrue();
    assertThat(opened(source.replayed().sealed(), run))
        .isEqualTo("[[\"91130000A\"],[\"91130000B\"]]");
    assertThat(target.mode()).isEqualTo(TransferMode.FULL);
    assertThat(target.filter()).isEmpty();
    assertThat(target.replayed().named()).isTrue();
    assertThat(target.replayed().sealed()).isNull();
  }

  private String opened(SealedForNode sealed, String run) {
    return sealed.open(scene.source.keys, ReplayedKeys.context(UUID.fromString(run)));
  }

  @Test
  void noKeyIsInWhatNodesAreToldNorInTheDatabaseAndNoneIsKeptOnceTheRunHasEnded() {
    String key = "91130000MA0" + UUID.randomUUID();
    String run = ask(Map.of("keys", List.of(List.of(key)))).statusCode(202).extract().path("id");

    JsonNode toSource = scene.source.command("StartRun");
    StartRun command = Bus.read(toSource, StartRun.class);
    assertThat(opened(command.replayed().sealed(), run)).contains(key);
    assertThat(toSource.toString()).doesNotContain(key);
    assertThat(new String(command.lease().bodyBytes(), StandardCharsets.UTF_8)).doesNotContain(key);
    assertThat(scene.target.command("StartRun").toString()).doesNotContain(key);
    assertThat(tablesWith(key)).isEmpty();
    assertThat(kept(run)).isEqualTo(1);
    operator().post(API + "/runs/" + run + "/pausing").then().statusCode(202);
    operator().post(API + "/runs/" + run + "/resumption").then().statusCode(202);
    assertThat(Bus.read(scene.source.command("StartRun"), StartRun.class).replayed())
        .isEqualTo(command.replayed());

    operator().post(API + "/runs/" + run + "/stopping").then().statusCode(202);
    assertThat(kept(run)).isZero();
  }

  private long kept(String run) {
    return count("SELECT count(*) FROM resend WHERE run_id = '" + run + "'");
  }

  private long count(String sql) {
    return database.query(sql).executeAndAwait().iterator().next().getLong(0);
  }

  private List<String> tablesWith(String text) {
    String tables = "SELECT tablename FROM pg_tables WHERE schemaname = current_schema()";
    List<String> names = new ArrayList<>();
    database.query(tables).executeAndAwait().forEach(row -> names.add(row.getString(0)));
    assertThat(names).contains("resend", "outbox");
    return names.stream()
        .filter(
            it ->
                count("SELECT count(*) FROM \"" + it + "\" t WHERE t::text LIKE '%" + text + "%'")
                    > 0)
        .toList();
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
  void aServiceWithoutAWatermarkSendsARangeOfAColumnThatTheOrderNames() {
    scene = new Scene();
    service = scene.service();
    refused(Map.of("from", "2026-01-01T08:00:00Z"), "column", "is required");
    ask(Map.of("from", "2026-01-01T08:00:00Z", "column", "changed_at")).statusCode(202);

    StartRun source = Bus.read(scene.source.command("StartRun"), StartRun.class);
    assertThat(source.mode()).isEqualTo(TransferMode.FULL);
    assertThat(source.replayed()).isNull();
    assertThat(source.filter())
        .containsExactly(
            new RowCondition("changed_at", RowOperator.AT_LEAST, List.of("2026-01-01T08:00Z")));
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
    refused(Map.of("from", "1", "column", "uscc"), "column", "is part of the key: uscc");
    refused(Map.of("from", "1", "column", "name"), "column", "is of type character varying(200)");
    refused(Map.of("from", "1", "column", "salary"), "column", "was not granted: salary");
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
