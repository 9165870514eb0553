package org.govshare.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.govshare.protocol.control.ColumnDifference;
import org.govshare.protocol.control.ColumnDifference.DifferenceKind;
import org.govshare.protocol.control.ExpectedColumn;
import org.govshare.protocol.control.SchemaDrifted;
import org.govshare.protocol.control.Side;
import org.govshare.protocol.control.StartRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Runs whose tables are not as their service was designed for. */
@QuarkusTest
class DriftTest extends ExchangeTest {

  private Scene scene;
  private UUID service;
  private UUID run;
  private StartRun command;

  @BeforeEach
  void started() {
    scene = new Scene();
    service = scene.service();
    run = scene.start(service);
    command = Bus.read(scene.source.command("StartRun"), StartRun.class);
  }

  private void drift(FakeNode node, Side side, DifferenceKind kind, String column) {
    node.say(
        new SchemaDrifted(
            SchemaDrifted.TYPE,
            Instant.now(),
            run,
            command.channelId(),
            side,
            List.of(new ColumnDifference(kind, column, "numeric(18,2)", null))));
  }

  private String state() {
    return get(monitor(), "/runs/" + run).statusCode(200).extract().path("state");
  }

  @Test
  void nodesAreToldHowTheirTablesWere() {
    assertThat(command.expected())
        .contains(new ExpectedColumn("uscc", "character varying(18)", false))
        .contains(new ExpectedColumn("secret", "text", true))
        .hasSize(5);
    StartRun target = Bus.read(scene.target.command("StartRun"), StartRun.class);
    assertThat(target.expected()).hasSize(6);
  }

  @Test
  void aDriftPausesTheRunAndIsShown() {
    drift(scene.target, Side.TARGET, DifferenceKind.COLUMN_REMOVED, "capital");

    await("the run is paused", () -> state().equals("PAUSED"));
    assertThat(scene.source.command("StopRun").path("reason").asText()).isEqualTo("paused");
    get(monitor(), "/runs/" + run).body("reason", equalTo("schema-drift"));
    get(designer(), "/runs/" + run + "/drift")
        .statusCode(200)
        .body("size()", equalTo(1))
        .body("[0].side", equalTo("TARGET"))
        .body("[0].node", equalTo(scene.target.code))
        .body("[0].differences[0].kind", equalTo("COLUMN_REMOVED"))
        .body("[0].differences[0].column", equalTo("capital"))
        .body("[0].differences[0].expected", equalTo("numeric(18,2)"));

    operator().post(API + "/runs/" + run + "/resumption").then().statusCode(202);
    assertThat(state()).isEqualTo("REQUESTED");
    get(designer(), "/runs/" + run + "/drift").body("size()", equalTo(0));
    scene.target.command("StartRun");
    StartRun again = Bus.read(scene.target.command("StartRun"), StartRun.class);
    assertThat(again.runId()).isEqualTo(run);
    // It comes with a lease of its own.
    assertThat(Bus.read(scene.source.command("StartRun"), StartRun.class))
        .usingRecursiveComparison()
        .ignoringFields("lease")
        .isEqualTo(command);
  }

  @Test
  void writingTheDesignAgainAcceptsHowTheTablesAreNow() {
    drift(scene.source, Side.SOURCE, DifferenceKind.TYPE_CHANGED, "name");
    await("the run is paused", () -> state().equals("PAUSED"));

    scene.reportWithout(scene.source, "enterprise", "secret");
    await(
        "the new table is known",
        () ->
            get(designer(), "/nodes/" + scene.source.code + "/tables")
                    .extract()
                    .jsonPath()
                    .getList("items[0].columns")
                    .size()
                == 4);
    write(scene.draft());
    operator().post(API + "/runs/" + run + "/resumption").then().statusCode(202);
    StartRun again = Bus.read(scene.source.command("StartRun"), StartRun.class);
    assertThat(again.expected()).hasSize(4);
    assertThat(again.channelId()).isEqualTo(command.channelId());
  }

  @Test
  void aRunDoesNotGoOnUnderADesignThatMovesOtherColumns() {
    drift(scene.source, Side.SOURCE, DifferenceKind.COLUMN_REMOVED, "capital");
    await("the run is paused", () -> state().equals("PAUSED"));
    Map<String, Object> draft = scene.draft();
    List<?> mapping = (List<?>) draft.get("mapping");
    draft.put("mapping", List.of(mapping.get(0), mapping.get(1), mapping.get(3)));
    write(draft);

    operator()
        .post(API + "/runs/" + run + "/resumption")
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:govshare:problem:design-changed"));
  }

  private void write(Map<String, Object> draft) {
    String tag = designer().get(API + "/services/" + service).header("ETag");
    designer()
        .header("If-Match", tag)
        .body(new HashMap<>(draft))
        .put(API + "/services/" + service)
        .then()
        .statusCode(200);
  }

  @Test
  void onlyANodeOfTheRunIsBelieved() {
    FakeNode stranger = new FakeNode("x" + scene.suffix, scene.requester);
    Scene.register(stranger);
    drift(stranger, Side.TARGET, DifferenceKind.COLUMN_REMOVED, "name");
    drift(scene.source, Side.TARGET, DifferenceKind.COLUMN_REMOVED, "name");
    drift(scene.target, Side.TARGET, DifferenceKind.COLUMN_REMOVED, "capital");

    await("the run is paused", () -> state().equals("PAUSED"));
    get(monitor(), "/runs/" + run + "/drift")
        .body("size()", equalTo(1))
        .body("[0].differences[0].column", equalTo("capital"));
  }

  @Test
  void peopleOfOtherDepartmentsSeeNothing() {
    get(as("stranger", "0999", "requester"), "/runs/" + run + "/drift").statusCode(403);
    get(as("officer", "0001", "secadmin"), "/runs/" + run + "/drift").statusCode(403);
    get(as("own", scene.provider, "catalog-editor"), "/runs/" + run + "/drift").statusCode(200);
  }
}
