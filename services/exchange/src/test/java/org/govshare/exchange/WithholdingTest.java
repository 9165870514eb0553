package org.govshare.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.UUID;
import org.govshare.protocol.control.RunReleased;
import org.govshare.protocol.control.RunWithheld;
import org.govshare.protocol.control.StartRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Runs that the provider's own node does not let send. */
@QuarkusTest
class WithholdingTest extends ExchangeTest {

  private Scene scene;
  private UUID run;
  private StartRun command;

  @BeforeEach
  void started() {
    scene = new Scene();
    run = scene.start(scene.service());
    command = Bus.read(scene.source.command("StartRun"), StartRun.class);
  }

  private void withhold(FakeNode node, String reason) {
    node.say(
        new RunWithheld(
            RunWithheld.TYPE, Instant.now(), run, command.channelId(), reason, "in its own words"));
  }

  private void release(FakeNode node) {
    node.say(new RunReleased(RunReleased.TYPE, Instant.now(), run, command.channelId()));
  }

  private String state() {
    return get(monitor(), "/runs/" + run).statusCode(200).extract().path("state");
  }

  private String reason() {
    return get(monitor(), "/runs/" + run).statusCode(200).extract().path("reason");
  }

  @Test
  void theSourceIsToldTheGrant() {
    assertThat(command.grantId()).isEqualTo(scene.grant.id());
  }

  @Test
  void aRunThatItsProviderWithholdsIsPausedAndGoesOnWhenItIsReleased() {
    withhold(scene.source, "held-by-provider");

    await("the run is paused", () -> state().equals("PAUSED"));
    assertThat(scene.source.command("StopRun").path("reason").asText()).isEqualTo("paused");
    assertThat(reason()).isEqualTo("held-by-provider");
    get(designer(), "/runs/" + run + "/withholdings")
        .statusCode(200)
        .body("size()", equalTo(1))
        .body("[0].channelId", equalTo(command.channelId().toString()))
        .body("[0].node", equalTo(scene.source.code))
        .body("[0].reason", equalTo("held-by-provider"))
        .body("[0].detail", equalTo("in its own words"));
    get(monitor(), "/runs/" + run + "/events").body("items[0].kind", equalTo("WITHHELD"));

    release(scene.source);
    await("the run goes on", () -> state().equals("REQUESTED"));
    StartRun again = Bus.read(scene.source.command("StartRun"), StartRun.class);
    assertThat(again.runId()).isEqualTo(run);
    assertThat(again.channelId()).isEqualTo(command.channelId());
    get(designer(), "/runs/" + run + "/withholdings").body("size()", equalTo(0));
    get(monitor(), "/runs/" + run + "/events").body("items[1].kind", equalTo("RELEASED"));
  }

  @Test
  void anotherReasonTakesTheFirstOnesPlace() {
    withhold(scene.source, "approval-missing");
    await("the run is paused", () -> state().equals("PAUSED"));
    withhold(scene.source, "approval-refused");

    await("the other reason", () -> reason().equals("approval-refused"));
    get(monitor(), "/runs/" + run + "/withholdings").body("size()", equalTo(1));
  }

  @Test
  void anOperatorMayAskTheNodeAgain() {
    withhold(scene.source, "approval-missing");
    await("the run is paused", () -> state().equals("PAUSED"));

    operator().post(API + "/runs/" + run + "/resumption").then().statusCode(202);
    scene.source.command("StartRun");
    withhold(scene.source, "approval-missing");
    await("the run is paused again", () -> state().equals("PAUSED"));
  }

  @Test
  void aRunThatAnOperatorPausedDoesNotGoOnByTheProvidersWord() {
    operator().post(API + "/runs/" + run + "/pausing").then().statusCode(202);
    withhold(scene.source, "held-by-provider");
    await(
        "it is noted",
        () ->
            get(monitor(), "/runs/" + run + "/withholdings").extract().jsonPath().getList("").size()
                == 1);
    release(scene.source);

    await(
        "it is noted",
        () ->
            get(monitor(), "/runs/" + run + "/withholdings")
                .extract()
                .jsonPath()
                .getList("")
                .isEmpty());
    assertThat(state()).isEqualTo("PAUSED");
    assertThat(reason()).isEqualTo("paused-by-operator");
  }

  @Test
  void onlyTheSourceIsBelievedAndOnlyKnownReasons() {
    FakeNode stranger = new FakeNode("x" + scene.suffix, scene.requester);
    Scene.register(stranger);
    withhold(stranger, "held-by-provider");
    withhold(scene.target, "held-by-provider");
    withhold(scene.source, "no-reason-at-all");
    withhold(scene.source, "beyond-approval");

    await("the run is paused", () -> state().equals("PAUSED"));
    assertThat(reason()).isEqualTo("beyond-approval");
    get(monitor(), "/runs/" + run + "/withholdings").body("size()", equalTo(1));
  }

  @Test
  void peopleOfOtherDepartmentsSeeNothing() {
    get(as("stranger", "0999", "requester"), "/runs/" + run + "/withholdings").statusCode(403);
    get(as("officer", "0001", "secadmin"), "/runs/" + run + "/withholdings").statusCode(403);
    get(as("own", scene.provider, "catalog-editor"), "/runs/" + run + "/withholdings")
        .statusCode(200);
  }
}
