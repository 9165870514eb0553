package org.govshare.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.govshare.protocol.control.Side;
import org.govshare.protocol.control.TrialDone;
import org.govshare.protocol.control.TrialFailed;
import org.govshare.protocol.control.TrialPlan;
import org.govshare.protocol.control.TryRun;
import org.govshare.protocol.crypto.SealedText;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Trials: a plan for who designs, the first rows for their owner alone. */
@QuarkusTest
class TrialTest extends ExchangeTest {

  private Scene scene;
  private UUID service;
  private String readerKey;
  private KeyPair reader;

  @BeforeEach
  void aService() throws Exception {
    scene = new Scene();
    service = scene.service();
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    reader = generator.generateKeyPair();
    readerKey = Base64.getEncoder().encodeToString(reader.getPublic().getEncoded());
  }

  private ValidatableResponse ask(RequestSpecification user, String key) {
    return user.body(key == null ? Map.of() : Map.of("readerKey", key))
        .post(API + "/services/" + service + "/trials")
        .then();
  }

  private RequestSpecification owner() {
    return as("p-operator", scene.provider, "node-operator");
  }

  private TryRun asked(FakeNode node) {
    return Bus.read(node.command("TryRun"), TryRun.class);
  }

  private static TrialDone done(TryRun asked, SealedText rows) {
    return new TrialDone(
        TrialDone.TYPE,
        Instant.now(),
        asked.trialId(),
        asked.side(),
        new TrialPlan(100, 4_000, List.of("Index Scan using enterprise_pkey on enterprise")),
        rows);
  }

  private JsonPath shown(RequestSpecification user, String trial) {
    return user.get(API + "/services/" + service + "/trials/" + trial)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private void awaitState(String trial, String state) {
    await("it is " + state, () -> shown(designer(), trial).getString("state").equals(state));
  }

  @Test
  void theDesignerSeesThePlanOfBothEnds() {
    String trial =
        ask(designer(), null)
            .statusCode(202)
            .body("state", equalTo("PENDING"))
            .body("columns", contains("uscc", "name", "capital", "changed_at"))
            .extract()
            .path("id");
    TryRun source = asked(scene.source);
    assertThat(source.readerKey()).isNull();
    assertThat(source.columns()).hasSize(4);
    scene.source.say(done(source, null));
    scene.target.say(done(asked(scene.target), null));
    awaitState(trial, "DONE");

    JsonPath plan = shown(designer(), trial);
    assertThat(plan.getLong("source.rows")).isEqualTo(100);
    assertThat(plan.getString("source.steps[0]")).contains("enterprise_pkey");
    assertThat(plan.getLong("target.bytes")).isEqualTo(4_000);
    assertThat(plan.getString("rows")).isNull();
  }

  @Test
  void onlyWhoAskedCanOpenTheRows() {
    String trial = ask(owner(), readerKey).statusCode(202).extract().path("id");
    TryRun source = asked(scene.source);
    assertThat(source.readerKey()).isEqualTo(readerKey);
    TryRun target = asked(scene.target);
    assertThat(target.readerKey()).isNull();
    String rows = "[[\"91130000MA07ABCD1X\",\"甲公司\",null,null]]";
    scene.source.say(done(source, SealedText.seal(source.readerKey(), trial, rows)));
    scene.target.say(done(target, null));
    awaitState(trial, "DONE");

    JsonPath own = shown(owner(), trial);
    SealedText sealed = new SealedText(own.getString("rows.key"), own.getString("rows.content"));
    assertThat(sealed.open(reader.getPrivate(), trial)).isEqualTo(rows);
    assertThat(shown(designer(), trial).getString("rows")).isNull();
    assertThat(shown(as("other", scene.provider, "requester"), trial).getString("rows")).isNull();
  }

  @Test
  void rowsAreForTheSourcesOwnDepartment() {
    ask(designer(), readerKey).statusCode(403);
    ask(as("r", scene.requester, "node-operator"), readerKey).statusCode(403);
    ask(as("u", "zz", "requester"), null).statusCode(403);
    ask(as("s", "xxzx", "sysadmin"), null).statusCode(403);
    ask(as("r", scene.requester, "node-operator"), null).statusCode(202);
  }

  @Test
  void aKeyThatIsNoneIsRefused() {
    ask(owner(), "AAAA").statusCode(400).body("errors.field", contains("readerKey"));
  }

  @Test
  void anEndThatCannotIsSaidAndNobodyAnswersForTheOther() {
    String trial = ask(designer(), null).statusCode(202).extract().path("id");
    TryRun source = asked(scene.source);
    TryRun target = asked(scene.target);
    scene.source.say(done(target, null));
    scene.target.say(
        new TrialFailed(
            TrialFailed.TYPE,
            Instant.now(),
            target.trialId(),
            Side.TARGET,
            "schema-drift",
            "column capital of table public.enterprise_in is gone"));
    awaitState(trial, "FAILED");
    scene.source.say(done(source, null));

    assertThat(shown(designer(), trial).getString("reason"))
        .isEqualTo("TARGET: schema-drift: column capital of table public.enterprise_in is gone");
    get(designer(), "/services/" + service + "/trials/" + UUID.randomUUID())
        .statusCode(404)
        .body("type", equalTo("urn:govshare:problem:trial-not-found"));
    get(designer(), "/services/" + new Scene().service() + "/trials/" + trial).statusCode(404);
  }

  @Test
  void withoutAGrantInForceNothingIsAsked() {
    FakeCatalog.revoke(scene.grant.id());
    await(
        "it is revoked",
        () ->
            "REVOKED"
                .equals(get(designer(), "/grants/" + scene.grant.id()).extract().path("state")));
    ask(designer(), null)
        .statusCode(409)
        .body("type", equalTo("urn:govshare:problem:grant-ended"))
        .body("id", nullValue());
  }
}
