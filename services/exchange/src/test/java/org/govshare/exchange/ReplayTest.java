package org.govshare.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.govshare.exchange.FakeNode.Chain;
import org.govshare.exchange.run.SilentRuns;
import org.govshare.protocol.control.AgentAbility;
import org.govshare.protocol.control.CaptureFitness;
import org.govshare.protocol.control.InventoryDataSource;
import org.govshare.protocol.control.InventoryReported;
import org.govshare.protocol.control.ParkedGroup;
import org.govshare.protocol.control.ParkedRowsReported;
import org.govshare.protocol.control.ParkedSealed;
import org.govshare.protocol.control.ParkedShown;
import org.govshare.protocol.control.ParkedState;
import org.govshare.protocol.control.RunState;
import org.govshare.protocol.control.SealParked;
import org.govshare.protocol.control.ShowParked;
import org.govshare.protocol.control.Side;
import org.govshare.protocol.control.StartRun;
import org.govshare.protocol.control.TransferMode;
import org.govshare.protocol.crypto.PublicKeys;
import org.govshare.protocol.crypto.SealedForNode;
import org.govshare.protocol.crypto.SealedText;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Parked rows that are tried again: a run whose keys the nodes tell each other. */
@QuarkusTest
class ReplayTest extends ExchangeTest {

  private static final String KEYS = "[[\"91130000MA07ABCD1X\"]]";

  @Inject SilentRuns silent;

  private Scene scene;
  private UUID service;
  private UUID former;

  @BeforeEach
  void rowsAreParked() {
    scene = new Scene();
    service = scene.service();
    former = scene.start(service);
    operator().post(API + "/runs/" + former + "/stopping").then().statusCode(202);
    report(group("no_debt", 3), group("name_length", 2));
  }

  private void report(ParkedGroup... groups) {
    scene.target.say(
        new ParkedRowsReported(ParkedRowsReported.TYPE, Instant.now(), service, List.of(groups)));
    await(
        "the report is here",
        () ->
            get(monitor(), "/services/" + service + "/parked-rows")
                    .extract()
                    .jsonPath()
                    .getList("groups")
                    .size()
                == groups.length);
  }

  private ParkedGroup group(String constraint, long rows) {
    return new ParkedGroup(
        former, "constraint-violated", "23514", constraint, null, ParkedState.WAITING, rows);
  }

  private ValidatableResponse ask(RequestSpecification user, Map<String, ?> order) {
    return user.body(order).post(API + "/services/" + service + "/parked-rows/replay").then();
  }

  private UUID replay(Map<String, ?> order) {
    return UUID.fromString(
        ask(operator(), order)
            .statusCode(202)
            .body("cause", equalTo("REPLAY"))
            .body("requestedBy", equalTo("operator"))
            .extract()
            .path("id"));
  }

  private SealParked asked() {
    return Bus.read(scene.target.command("SealParked"), SealParked.class);
  }

  /**
   * The source's command of the run that was asked for; those of runs before it are passed over.
   */
  private StartRun started(UUID run) {
    while (true) {
      StartRun command = Bus.read(scene.source.command("StartRun"), StartRun.class);
      if (command.runId().equals(run)) {
        return command;
      }
    }
  }

  private ParkedSealed answer(SealParked asked) {
    return new ParkedSealed(
        ParkedSealed.TYPE,
        Instant.now(),
        asked.runId(),
        asked.channelId(),
        1,
        SealedForNode.seal(
            PublicKeys.agreementKey(asked.suite(), asked.peerAgreementKey()),
            SealParked.context(asked.runId(), asked.channelId()),
            KEYS),
        null);
  }

  private String state(UUID run) {
    return get(monitor(), "/runs/" + run).statusCode(200).extract().path("state");
  }

  @Test
  void theSourceGetsKeysThatTheTargetHasSealedForIt() {
    UUID run = replay(Map.of("constraint", "no_debt", "runId", former));
    SealParked asked = asked();
    assertThat(asked.runId()).isEqualTo(run);
    assertThat(asked.table()).isEqualTo("enterprise_in");
    assertThat(asked.keyColumns()).containsExactly("uscc");
    assertThat(asked.constraint()).isEqualTo("no_debt");
    assertThat(asked.ofRun()).isEqualTo(former);
    assertThat(asked.rows()).isNull();

    // Whoever else says so is not believed, and the first answer stands.
    scene.source.say(answer(asked));
    ParkedSealed answer = answer(asked);
    scene.target.say(answer);
    scene.target.say(answer(asked));

    StartRun source = started(run);
    assertThat(source.mode()).isEqualTo(TransferMode.FULL);
    assertThat(source.limits().badRowPercent()).isEqualTo(100.0);
    assertThat(source.replayed().sealed()).isEqualTo(answer.keys());
    assertThat(
            source
                .replayed()
                .sealed()
                .open(scene.source.keys, SealParked.context(run, asked.channelId())))
        .isEqualTo(KEYS);
    assertThat(source.filter()).isEmpty();
    String token = get(monitor(), "/runs/" + run).extract().asString();
    assertThat(token).doesNotContain("91130000MA07ABCD1X");

    Chain chain = new Chain(scene.source, scene.target, source.channelId());
    chain.forward(chain.data(run, 1));
    chain.forward(chain.end(run));
    scene.source.say(
        scene.source.progress(
            run, source.channelId(), Side.SOURCE, RunState.COMPLETED, chain.totals(), null));
    await("it is completed", () -> state(run).equals("COMPLETED"));
  }

  @Test
  void aRunThatWasPausedMeanwhileGoesOnWithTheKeys() {
    UUID run = replay(Map.of());
    SealParked asked = asked();
    operator().post(API + "/runs/" + run + "/pausing").then().statusCode(202);
    operator().post(API + "/runs/" + run + "/resumption").then().statusCode(202);
    assertThat(asked()).isEqualTo(asked);
    operator().post(API + "/runs/" + run + "/pausing").then().statusCode(202);
    ParkedSealed answer = answer(asked);
    scene.target.say(answer);
    report(group("no_debt", 1));
    operator().post(API + "/runs/" + run + "/resumption").then().statusCode(202);

    assertThat(started(run).replayed().sealed()).isEqualTo(answer.keys());
  }

  @Test
  void aTargetWhoseAnswerWasLostIsAskedAgain() throws Throwable {
    replay(Map.of());
    SealParked asked = asked();
    Instant now = Instant.now();
    VertxContextSupport.subscribeAndAwait(() -> silent.ask(now));
    VertxContextSupport.subscribeAndAwait(() -> silent.ask(now.plusSeconds(11)));

    assertThat(asked()).isEqualTo(asked);
  }

  @Test
  void aTargetThatCannotEndsTheRunWithItsReason() {
    UUID run = replay(Map.of("reason", "constraint-violated"));
    SealParked asked = asked();
    scene.target.say(
        new ParkedSealed(
            ParkedSealed.TYPE,
            Instant.now(),
            run,
            asked.channelId(),
            0,
            null,
            "table-not-allowed"));

    await("it has failed", () -> state(run).equals("FAILED"));
    get(monitor(), "/runs/" + run).body("reason", equalTo("table-not-allowed"));
    assertThat(scene.start(service)).isNotEqualTo(run);
  }

  @Test
  void whatIsNotParkedIsNotTriedAgain() {
    ask(operator(), Map.of("constraint", "other"))
        .statusCode(409)
        .body("type", equalTo("urn:govshare:problem:nothing-parked"));
    ask(operator(), Map.of("runId", UUID.randomUUID())).statusCode(409);
    ask(operator(), Map.of("reason", "x".repeat(201)))
        .statusCode(400)
        .body("errors.field", contains("reason"));
    ask(operator(), Map.of("rows", List.of(1)))
        .statusCode(400)
        .body("errors.field", contains("showingId"));
    ask(operator(), Map.of("showingId", UUID.randomUUID(), "rows", List.of(0), "reason", "x"))
        .statusCode(400)
        .body("errors.size()", equalTo(2))
        .body("errors.field", hasItem("rows"));
    ask(operator(), Map.of("showingId", UUID.randomUUID()))
        .statusCode(400)
        .body("errors.field", contains("rows"));
    scene.start(service);
    ask(operator(), Map.of())
        .statusCode(409)
        .body("type", equalTo("urn:govshare:problem:run-under-way"));
  }

  @Test
  void anAgentThatKnowsNothingOfItIsNotTold() {
    // It would read the whole table.
    scene.source.say(
        new InventoryReported(
            InventoryReported.TYPE,
            Instant.now(),
            List.of(
                new InventoryDataSource(
                    "main",
                    "postgresql",
                    "SOURCE",
                    List.of(Scene.enterprise("enterprise", false, null)))),
            List.of(AgentAbility.BAD_ROWS.name())));
    await(
        "it says what it can",
        () ->
            get(operator(), "/nodes/" + scene.source.code)
                .extract()
                .jsonPath()
                .getList("abilities")
                .equals(List.of(AgentAbility.BAD_ROWS.name())));
    ask(operator(), Map.of())
        .statusCode(409)
        .body("type", equalTo("urn:govshare:problem:agent-too-old"));
  }

  @Test
  void onlyOperatorsChooseByReason() {
    for (RequestSpecification user :
        List.of(
            designer(),
            monitor(),
            as("own", scene.requester, "catalog-editor"),
            as("officer", scene.requester, "sysadmin"))) {
      ask(user, Map.of()).statusCode(403);
    }
  }

  @Test
  void whoHasOpenedRowsHasThemTriedAgain() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    KeyPair reader = generator.generateKeyPair();
    String key = Base64.getEncoder().encodeToString(reader.getPublic().getEncoded());
    String showings = API + "/services/" + service + "/parked-rows/showings";
    own()
        .body(Map.of("readerKey", key, "target", 2))
        .post(showings)
        .then()
        .statusCode(400)
        .body("errors.field", contains("target"));
    String showing =
        own()
            .body(Map.of("readerKey", key, "target", 1))
            .post(showings)
            .then()
            .statusCode(202)
            .extract()
            .path("id");
    Map<String, ?> order = Map.of("showingId", showing, "rows", List.of(17, 21));
    // Not opened yet.
    ask(own(), order).statusCode(409).body("type", equalTo("urn:govshare:problem:rows-not-opened"));
    ShowParked told = Bus.read(scene.target.command("ShowParked"), ShowParked.class);
    scene.target.say(
        new ParkedShown(
            ParkedShown.TYPE,
            Instant.now(),
            told.showingId(),
            SealedText.seal(key, showing, "[]"),
            null));
    await(
        "the rows are here",
        () -> own().get(showings + "/" + showing).jsonPath().get("rows") != null);

    ask(as("other", scene.requester, "requester"), order).statusCode(409);
    ask(operator(), order).statusCode(403);
    ask(as("stranger", "0999", "requester"), order).statusCode(403);
    ask(own(), Map.of("showingId", UUID.randomUUID(), "rows", List.of(1))).statusCode(404);
    ask(own(), order).statusCode(202).body("cause", equalTo("REPLAY"));
    assertThat(asked().rows()).containsExactly(17L, 21L);
  }

  private RequestSpecification own() {
    return as("own", scene.requester, "requester");
  }

  @Test
  void changeCaptureIsNotReplayed() {
    // Its rows come again when they are written again.
    scene.source.report(
        new InventoryDataSource(
            "main",
            "postgresql",
            "BOTH",
            List.of(Scene.enterprise("enterprise", false, CaptureFitness.FIT))));
    await(
        "the table may be captured",
        () ->
            "FIT"
                .equals(
                    get(designer(), "/nodes/" + scene.source.code + "/tables")
                        .extract()
                        .path("items[0].capture")));
    Map<String, Object> draft = scene.draft();
    draft.put("mode", "CAPTURE");
    draft.put("code", "capture-" + scene.suffix);
    String captured = scene.post(draft).then().statusCode(201).extract().path("id");
    operator()
        .body(Map.of())
        .post(API + "/services/" + captured + "/parked-rows/replay")
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:govshare:problem:replay-not-for-capture"));
  }
}
