package org.govshare.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.UUID;
import org.govshare.protocol.control.ComputeDigest;
import org.govshare.protocol.control.DigestComputed;
import org.govshare.protocol.control.DigestFailed;
import org.govshare.protocol.control.Side;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Comparing both ends of a run. */
@QuarkusTest
class ReconciliationTest extends ExchangeTest {

  private Scene scene;
  private UUID run;

  @BeforeEach
  void aRunThatEnded() {
    scene = new Scene();
    run = scene.start(scene.service());
    operator()
        .post(API + "/runs/" + run + "/reconciliations")
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:govshare:problem:run-under-way"));
    operator().post(API + "/runs/" + run + "/stopping").then().statusCode(202);
    operator()
        .post(API + "/runs/" + run + "/reconciliations")
        .then()
        .statusCode(202)
        .body("state", equalTo("PENDING"));
  }

  private ComputeDigest asked(FakeNode node) {
    return Bus.read(node.command("ComputeDigest"), ComputeDigest.class);
  }

  private static DigestComputed answer(ComputeDigest asked, long rows, String digest) {
    return new DigestComputed(
        DigestComputed.TYPE,
        Instant.now(),
        asked.reconciliationId(),
        asked.runId(),
        asked.side(),
        rows,
        digest);
  }

  private void awaitState(String state) {
    await("it is " + state, () -> state.equals(shown().getString("items[0].state")));
  }

  private JsonPath shown() {
    return get(monitor(), "/runs/" + run + "/reconciliations").statusCode(200).extract().jsonPath();
  }

  @Test
  void bothEndsSumTheSameColumnsUnderTheSameSalt() {
    ComputeDigest source = asked(scene.source);
    ComputeDigest target = asked(scene.target);

    assertThat(source.side()).isEqualTo(Side.SOURCE);
    assertThat(source.table()).isEqualTo("enterprise");
    assertThat(target.table()).isEqualTo("enterprise_in");
    assertThat(source.salt()).isEqualTo(target.salt()).hasSize(44);
    assertThat(source.columns()).extracting("type").contains("numeric(18,2)").hasSize(4);
    assertThat(target.columns()).isEqualTo(source.columns());
  }

  @Test
  void equalDigestsAreEqual() {
    scene.source.say(answer(asked(scene.source), 100, "42"));
    scene.target.say(answer(asked(scene.target), 100, "42"));
    awaitState("EQUAL");

    assertThat(shown().getLong("items[0].source.rows")).isEqualTo(100);
    assertThat(shown().getString("items[0].target.digest")).isEqualTo("42");
  }

  @Test
  void otherDigestsAreDifferent() {
    scene.target.say(answer(asked(scene.target), 100, "43"));
    scene.source.say(answer(asked(scene.source), 100, "42"));
    awaitState("DIFFERENT");
  }

  @Test
  void anEndThatCannotIsAFailure() {
    ComputeDigest asked = asked(scene.target);
    scene.target.say(
        new DigestFailed(
            DigestFailed.TYPE,
            Instant.now(),
            asked.reconciliationId(),
            asked.runId(),
            asked.side(),
            "table-missing",
            "gone"));
    awaitState("FAILED");

    assertThat(shown().getString("items[0].reason")).isEqualTo("TARGET: table-missing: gone");
  }

  @Test
  void nobodyAnswersForTheOther() {
    ComputeDigest source = asked(scene.source);
    ComputeDigest target = asked(scene.target);
    scene.source.say(answer(target, 1, "1"));
    scene.source.say(answer(source, 2, "2"));
    scene.target.say(answer(target, 2, "2"));
    awaitState("EQUAL");

    assertThat(shown().getLong("items[0].target.rows")).isEqualTo(2);
  }
}
