package org.govshare.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.govshare.exchange.FakeNode.Chain;
import org.govshare.protocol.control.DiscardParked;
import org.govshare.protocol.control.ParkedGroup;
import org.govshare.protocol.control.ParkedRowsReported;
import org.govshare.protocol.control.ParkedShown;
import org.govshare.protocol.control.ParkedState;
import org.govshare.protocol.control.ShowParked;
import org.govshare.protocol.control.StartRun;
import org.govshare.protocol.crypto.SealedText;
import org.govshare.protocol.receipt.RowBalance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rows that did not fit, as the centre knows them. */
@QuarkusTest
class ParkedRowsTest extends ExchangeTest {

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

  private void report(FakeNode node, Instant at, ParkedGroup... groups) {
    node.say(new ParkedRowsReported(ParkedRowsReported.TYPE, at, service, List.of(groups)));
  }

  private ParkedGroup group(UUID of, ParkedState state, long rows) {
    return new ParkedGroup(of, "constraint-violated", "23514", "no_debt", null, state, rows);
  }

  private long waiting(String path) {
    return get(monitor(), path + "/parked-rows")
        .statusCode(200)
        .extract()
        .jsonPath()
        .getLong("waiting");
  }

  @Test
  void operatorsSeeReasonsAndNumbersPerServiceAndRun() {
    UUID former = UUID.randomUUID();
    Instant now = Instant.now();
    report(
        scene.target,
        now,
        group(run, ParkedState.WAITING, 3),
        group(run, ParkedState.SUPERSEDED, 2),
        group(former, ParkedState.WAITING, 4));

    await("the report is here", () -> waiting("/services/" + service) == 7);
    assertThat(waiting("/runs/" + run)).isEqualTo(3);
    get(operator(), "/runs/" + run + "/parked-rows")
        .statusCode(200)
        .body("groups.size()", equalTo(2))
        .body("groups[0].reason", equalTo("constraint-violated"))
        .body("groups[0].sqlState", equalTo("23514"))
        .body("groups[0].constraint", equalTo("no_debt"))
        .body("groups[0].node", equalTo(scene.target.code));

    // A report that comes late does not take a newer one's place.
    report(scene.target, now.minusSeconds(60), group(run, ParkedState.WAITING, 9));
    report(scene.target, now.plusSeconds(1), group(run, ParkedState.WAITING, 1));
    await("the later report is here", () -> waiting("/services/" + service) == 1);
  }

  @Test
  void onlyATargetOfTheServiceIsBelieved() {
    FakeNode stranger = new FakeNode("x" + scene.suffix, scene.requester);
    Scene.register(stranger);
    report(stranger, Instant.now(), group(run, ParkedState.WAITING, 5));
    report(scene.source, Instant.now(), group(run, ParkedState.WAITING, 6));
    report(scene.target, Instant.now(), group(run, ParkedState.WAITING, 7));

    await("the target's report is here", () -> waiting("/services/" + service) == 7);
  }

  @Test
  void peopleOfOtherDepartmentsSeeNothing() {
    String path = "/services/" + service + "/parked-rows";
    get(as("stranger", "0999", "requester"), path).statusCode(403);
    get(as("officer", "0001", "sysadmin"), path).statusCode(403);
    get(as("stranger", "0999", "requester"), "/runs/" + run + "/parked-rows").statusCode(403);
    get(as("own", scene.requester, "requester"), path).statusCode(200);
  }

  @Test
  void receiptsSayHowManyRowsWereParked() {
    Chain chain = new Chain(scene.source, scene.target, command.channelId());
    chain.forward(chain.data(run, 10, new RowBalance(7, 2, 1)));
    chain.forward(chain.data(run, 5, RowBalance.allApplied(5)));

    await(
        "both receipts are here",
        () -> get(monitor(), "/runs/" + run).extract().jsonPath().getLong("receipts.count") == 2);
    get(monitor(), "/runs/" + run)
        .statusCode(200)
        .body("target.rows", equalTo(15))
        .body("receipts.parked", equalTo(2))
        .body("receipts.superseded", equalTo(1))
        .body("receipts.verified", equalTo(true));
  }

  @Test
  void givingRowsUpIsToldToTheTargetAndKept() {
    report(scene.target, Instant.now(), group(run, ParkedState.WAITING, 3));
    await("the report is here", () -> waiting("/services/" + service) == 3);
    String path = API + "/services/" + service + "/parked-rows/discarding";
    Map<String, Object> order = Map.of("runId", run, "grounds", "来源单位确认作废");

    monitor().body(order).post(path).then().statusCode(403);
    designer().body(order).post(path).then().statusCode(403);
    operator().body(Map.of("grounds", " ")).post(path).then().statusCode(400);
    operator()
        .body(Map.of("reason", "value-refused", "grounds", "x"))
        .post(path)
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:govshare:problem:nothing-parked"));
    String id =
        operator()
            .body(order)
            .post(path)
            .then()
            .statusCode(202)
            .body("rows", equalTo(3))
            .body("grounds", equalTo("来源单位确认作废"))
            .extract()
            .path("id");

    DiscardParked told = Bus.read(scene.target.command("DiscardParked"), DiscardParked.class);
    assertThat(told)
        .isEqualTo(
            new DiscardParked(
                UUID.fromString(id), service, "main", "public", "enterprise_in", run, null));
    get(monitor(), "/services/" + service + "/parked-rows/discarding")
        .statusCode(200)
        .body("total", equalTo(1))
        .body("items[0].id", equalTo(id));
  }

  @Test
  void onlyPeopleOfTheTwoDepartmentsHaveRowsShownAndOnlyWhoAskedGetsThem() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    KeyPair reader = generator.generateKeyPair();
    String key = Base64.getEncoder().encodeToString(reader.getPublic().getEncoded());
    String path = API + "/services/" + service + "/parked-rows/showings";
    Map<String, ?> order = Map.of("readerKey", key);

    operator().body(order).post(path).then().statusCode(403);
    designer().body(order).post(path).then().statusCode(403);
    monitor().body(order).post(path).then().statusCode(403);
    as("stranger", "0999", "requester").body(order).post(path).then().statusCode(403);
    as("officer", scene.requester, "sysadmin").body(order).post(path).then().statusCode(403);
    as("own", scene.requester, "requester")
        .body(Map.of("readerKey", "none"))
        .post(path)
        .then()
        .statusCode(400);
    as("own", scene.provider, "catalog-editor").body(order).post(path).then().statusCode(202);
    String id =
        as("own", scene.requester, "requester")
            .body(order)
            .post(path)
            .then()
            .statusCode(202)
            .extract()
            .path("id");

    scene.target.command("ShowParked");
    ShowParked told = Bus.read(scene.target.command("ShowParked"), ShowParked.class);
    assertThat(told.showingId()).hasToString(id);
    assertThat(told.table()).isEqualTo("enterprise_in");
    ParkedShown answer =
        new ParkedShown(
            ParkedShown.TYPE,
            Instant.now(),
            told.showingId(),
            SealedText.seal(told.readerKey(), id, "[{\"reason\":\"value-refused\"}]"),
            null);
    scene.source.say(answer);
    scene.target.say(answer);
    await(
        "the answer is here",
        () ->
            as("own", scene.requester, "requester")
                    .get(path + "/" + id)
                    .jsonPath()
                    .getString("endedAt")
                != null);
    JsonPath shown = as("own", scene.requester, "requester").get(path + "/" + id).jsonPath();
    assertThat(
            new SealedText(shown.getString("rows.key"), shown.getString("rows.content"))
                .open(reader.getPrivate(), id))
        .contains("value-refused");
    JsonPath other = as("other", scene.requester, "requester").get(path + "/" + id).jsonPath();
    assertThat(other.getString("rows")).isNull();
    operator().get(path + "/" + id).then().statusCode(403);
  }
}
