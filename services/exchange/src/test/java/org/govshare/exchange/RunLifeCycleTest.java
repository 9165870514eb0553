package org.govshare.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.govshare.protocol.address.Addresses;
import org.govshare.protocol.control.RunState;
import org.govshare.protocol.control.Side;
import org.govshare.protocol.control.StartRun;
import org.govshare.protocol.crypto.PublicKeys;
import org.govshare.protocol.frame.RunTotals;
import org.junit.jupiter.api.Test;

/** A run from its start to each of its ends, with nodes that sign but move no rows. */
@QuarkusTest
class RunLifeCycleTest extends StartedRunTest {

  @Inject AgroalDataSource database;

  @Test
  void readingChangesNothing() throws SQLException {
    long before = version();

    get(monitor(), "/runs?service=" + service).statusCode(200).body("items", hasSize(1));
    shown();

    assertThat(version()).isEqualTo(before);
  }

  private long version() throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement query =
            connection.prepareStatement("SELECT version FROM run WHERE id = ?")) {
      query.setObject(1, run);
      try (ResultSet result = query.executeQuery()) {
        assertThat(result.next()).isTrue();
        return result.getLong(1);
      }
    }
  }

  @Test
  void bothNodesAreToldOnlyWhatIsMapped() {
    StartRun atTarget = Bus.read(scene.target.command("StartRun"), StartRun.class);

    assertThat(atSource.runId()).isEqualTo(run);
    assertThat(atSource.side()).isEqualTo(Side.SOURCE);
    assertThat(atSource.table()).isEqualTo("enterprise");
    assertThat(atSource.peerNode()).isEqualTo(scene.target.code);
    assertThat(atSource.peerSigningKey())
        .isEqualTo(PublicKeys.base64(scene.target.keys.signingKey()));
    assertThat(atSource.columns())
        .extracting("source")
        .containsExactly("uscc", "name", "capital", "changed_at");
    assertThat(atSource.columns())
        .extracting("targetType")
        .containsExactly(
            "character varying(18)",
            "character varying(200)",
            "numeric(18,2)",
            "timestamp with time zone");
    assertThat(atTarget.side()).isEqualTo(Side.TARGET);
    assertThat(atTarget.table()).isEqualTo("enterprise_in");
    assertThat(atTarget.channelId()).isEqualTo(atSource.channelId());
    assertThat(atTarget.peerNode()).isEqualTo(scene.source.code);
    assertThat(atTarget.targetKeyColumns()).containsExactly("uscc");
  }

  @Test
  void completesWithTheEndReceiptAndTheSourcesWord() {
    chain.forward(chain.data(run, 60));
    chain.forward(chain.data(run, 40));
    awaitState("RUNNING");
    chain.forward(chain.end(run));
    awaitReceipts(3);
    assertThat(shown().getString("state")).isEqualTo("RUNNING");

    sourceCompleted();
    awaitState("COMPLETED");

    JsonPath run = shown();
    assertThat(run.getLong("source.rows")).isEqualTo(100);
    assertThat(run.getLong("target.rows")).isEqualTo(100);
    assertThat(run.getLong("target.messages")).isEqualTo(3);
    assertThat(run.getLong("target.bytes")).isEqualTo(10_000);
    assertThat(run.getLong("target.wireBytes")).isEqualTo(4_600);
    assertThat(run.getBoolean("receipts.verified")).isTrue();
    assertThat(run.getLong("receipts.lastSequence")).isEqualTo(3);
    assertThat(run.getString("endedAt")).isNotNull();
    get(monitor(), "/runs/" + this.run + "/receipts")
        .body("total", equalTo(3))
        .body("items.kind", equalTo(List.of("DATA", "DATA", "END")))
        .body("items.sequence", equalTo(List.of(1, 2, 3)));
  }

  @Test
  void theSourcesWordAloneCompletesNothing() {
    chain.forward(chain.data(run, 10));
    awaitReceipts(1);
    sourceCompleted();
    await("the word is here", () -> "COMPLETED".equals(shown().getString("source.state")));
    assertThat(shown().getString("state")).isEqualTo("RUNNING");

    chain.forward(chain.end(run));
    awaitState("COMPLETED");
  }

  @Test
  void messagesThatAreNoneDoNotStopTheOthers() {
    bus.sendText(Addresses.RECEIPT_EXCHANGE, "no JSON");
    bus.sendText(Addresses.RECEIPT_EXCHANGE, "{\"channelId\":\"" + UUID.randomUUID() + "\"}");
    bus.sendText(Addresses.EVENT_EXCHANGE, "[]");
    bus.sendText(Addresses.EVENT_EXCHANGE, "{\"node\":\"" + scene.source.code + "\"}");
    chain.forward(chain.end(run));
    sourceCompleted();

    awaitState("COMPLETED");
  }

  @Test
  void anEventMustBeSignedByTheNodeItConcerns() {
    FakeNode stranger = new FakeNode(scene.source.code, scene.provider);
    stranger.say(
        stranger.progress(
            run, atSource.channelId(), Side.SOURCE, RunState.FAILED, RunTotals.NONE, "forged"));
    scene.target.say(
        scene.target.progress(
            run, atSource.channelId(), Side.SOURCE, RunState.FAILED, RunTotals.NONE, "not-mine"));
    say(scene.source, Side.SOURCE, RunState.RUNNING, RunTotals.NONE, null);

    awaitState("RUNNING");
    assertThat(shown().getString("reason")).isNull();
  }

  @Test
  void aFailureAtOneEndEndsTheRunAndStopsTheOther() {
    say(scene.target, Side.TARGET, RunState.FAILED, RunTotals.NONE, "table-missing");
    awaitState("FAILED");

    assertThat(shown().getString("reason")).isEqualTo("table-missing");
    assertThat(shown().getString("detail")).isEqualTo("in words");
    JsonNode stop = scene.source.command("StopRun");
    assertThat(stop.path("runId").asText()).isEqualTo(run.toString());
  }

  @Test
  void oneRunAtATime() {
    operator()
        .post(API + "/services/" + service + "/runs")
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:govshare:problem:run-under-way"));
  }

  @Test
  void theOperatorStopsIt() {
    operator().post(API + "/runs/" + run + "/stopping").then().statusCode(202);

    assertThat(shown().getString("state")).isEqualTo("STOPPED");
    assertThat(scene.target.command("StopRun").path("reason").asText())
        .isEqualTo("stopped-by-operator");
    operator()
        .post(API + "/runs/" + run + "/stopping")
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:govshare:problem:run-ended"));
    chain.forward(chain.data(run, 4));
    awaitReceipts(1);
    assertThat(shown().getString("state")).isEqualTo("STOPPED");
  }

  @Test
  void suspendingTheServiceStopsItAndResumingAllowsTheNext() {
    operator()
        .post(API + "/services/" + service + "/suspension")
        .then()
        .statusCode(200)
        .body("state", equalTo("STOPPED"))
        .body("stopReason", equalTo("suspended"));
    assertThat(shown().getString("state")).isEqualTo("STOPPED");
    operator()
        .post(API + "/services/" + service + "/runs")
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:govshare:problem:service-stopped"));
    operator()
        .post(API + "/services/" + service + "/resumption")
        .then()
        .statusCode(200)
        .body("state", equalTo("DEPLOYED"));
    run = scene.start(service);
    assertThat(shown().getString("state")).isEqualTo("REQUESTED");
  }

  @Test
  void revokingTheGrantStopsServiceAndRun() {
    FakeCatalog.revoke(scene.grant.id());
    awaitState("STOPPED");

    assertThat(shown().getString("reason")).isEqualTo("grant-revoked");
    assertThat(scene.source.command("StopRun").path("reason").asText()).isEqualTo("grant-revoked");
    get(designer(), "/services/" + service)
        .body("state", equalTo("STOPPED"))
        .body("stopReason", equalTo("grant-revoked"));
    operator()
        .post(API + "/services/" + service + "/resumption")
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:govshare:problem:grant-ended"));
    get(designer(), "/grants/" + scene.grant.id()).body("state", equalTo("REVOKED"));
  }

  @Test
  void aRunIsKnownByItsServiceAndState() {
    get(monitor(), "/runs?service=" + service + "&state=REQUESTED")
        .body("items", hasSize(1))
        .body("items[0].service.code", equalTo("svc-" + scene.suffix));
    get(monitor(), "/runs?service=" + service + "&state=COMPLETED").body("total", equalTo(0));
    get(monitor(), "/runs?state=LATE").statusCode(400).body("errors[0].field", equalTo("state"));
  }
}
