package org.govshare.catalog.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.govshare.catalog.Bodies;
import org.govshare.catalog.CatalogTest;
import org.govshare.catalog.schedule.Schedule;
import org.govshare.platform.reactive.testing.TestToken;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Grants after they were given: narrowed, prolonged, ended, looked up. */
@QuarkusTest
class GrantTest extends CatalogTest {

  private static final Duration LONG = Duration.ofSeconds(20);
  private static final TestToken RS = user("rs-requester").department("rs").roles("requester");
  private static final TestToken ZJ_EDITOR =
      user("zj-editor").department("zj").roles("catalog-editor");
  private static final TestToken ZJ_REVIEWER =
      user("zj-reviewer").department("zj").roles("department-reviewer");

  @Inject Schedule schedule;
  @Inject Pool database;

  private static Response resource(String name) {
    return published(
        ZJ_EDITOR,
        ZJ_REVIEWER,
        Bodies.resource(
            name,
            Bodies.item("证书编号", "number"),
            Bodies.item("企业名称", "company"),
            Bodies.item("有效期", "until")));
  }

  private static Response granted(Response resource) {
    Response request =
        post(RS, "/requests", Bodies.request(id(resource), resource.path("items.id")));
    String path = "/requests/" + id(request);
    Response checked =
        ok(step(SHARING, request, path + "/compliance-check", "{\"decision\":\"PASS\"}"));
    Response decided =
        ok(step(ZJ_REVIEWER, checked, path + "/decision", "{\"decision\":\"GRANT\"}"));
    return ok(get(RS, "/grants/" + decided.path("grantId")));
  }

  @Test
  void itemsAreTakenOutAndTheExchangeNeverSeesMore() {
    Response resource = resource("收窄授权");
    List<String> items = resource.path("items.id");
    Response grant = granted(resource);
    String path = "/grants/" + id(grant) + "/narrowing";
    String body = "{\"itemIds\":[\"" + items.get(1) + "\"],\"reason\":\"不再必要\"}";
    refused(step(RS, grant, path, body), 403, "role-required");
    refused(step(MZ_REVIEWER, grant, path, body), 404, "grant-not-found");
    invalid(step(ZJ_REVIEWER, grant, path, "{\"reason\":\"无\"}"), "itemIds");
    invalid(step(ZJ_REVIEWER, grant, path, body.replace("不再必要", "")), "reason");
    invalid(
        step(ZJ_REVIEWER, grant, path, body.replace(items.get(1), UUID.randomUUID().toString())),
        "itemIds[0]");
    invalid(
        step(
            ZJ_REVIEWER,
            grant,
            path,
            "{\"itemIds\":[\"" + String.join("\",\"", items) + "\"],\"reason\":\"全部\"}"),
        "itemIds");
    Response narrowed = ok(step(ZJ_REVIEWER, grant, path, body));
    narrowed
        .then()
        .body("state", equalTo("ACTIVE"))
        .body("items.id", contains(items.get(0), items.get(2)))
        .body("replaces", equalTo(id(grant)))
        .body("expiresAt", equalTo(grant.path("expiresAt")));
    ok(get(RS, "/grants/" + id(grant)))
        .then()
        .body("state", equalTo("REVOKED"))
        .body("revocationReason", equalTo("不再必要"))
        .body("replacedBy", equalTo(id(narrowed)));
    refused(
        step(ZJ_REVIEWER, ok(get(RS, "/grants/" + id(grant))), path, body),
        409,
        "grant-already-revoked");
    ok(get(RS, "/notices?size=100")).then().body("items.kind", hasItem("GRANT_NARROWED"));

    List<JsonObject> facts = facts(id(grant), id(narrowed));
    assertThat(facts.stream().map(fact -> fact.getString("type")))
        .containsExactly("GrantGiven", "GrantRevoked", "GrantGiven");
    JsonObject last = facts.get(2);
    assertThat(last.getString("replaces")).isEqualTo(id(grant));
    assertThat(last.getJsonArray("items")).hasSize(2);
  }

  /** What was told, in order; kept by a trigger, because what was acknowledged is deleted. */
  private List<JsonObject> facts(String... grants) {
    List<JsonObject> facts = new ArrayList<>();
    for (Row row :
        database
            .query("select type, payload::text as payload from told_fact order by sequence")
            .execute()
            .await()
            .atMost(LONG)) {
      JsonObject payload = new JsonObject(row.getString("payload"));
      if (List.of(grants).contains(payload.getString("grantId"))) {
        facts.add(payload.put("type", row.getString("type")));
      }
    }
    return facts;
  }

  @BeforeEach
  void keepWhatIsTold() {
    database
        .query(
            """
            create table if not exists told_fact as select * from outbox with no data;
            create or replace function keep_fact() returns trigger language plpgsql as
            'begin insert into told_fact values (new.*); return null; end';
            create or replace trigger keep_fact after insert on outbox
            for each row execute function keep_fact();
            """)
        .execute()
        .await()
        .atMost(LONG);
  }

  @Test
  void aGrantIsProlongedWithoutAGap() throws Throwable {
    Response grant = granted(resource("续期"));
    String body =
        "{\"grantId\":\"%s\",\"validUntil\":\"%s\",\"reason\":\"业务继续\"}"
            .formatted(id(grant), Bodies.LATER);
    refused(post(ZJ_REVIEWER, "/requests/renewals", body), 403, "role-required");
    refused(post(SW_REQUESTER, "/requests/renewals", body), 404, "grant-not-found");
    invalid(post(RS, "/requests/renewals", "{}"), "grantId");
    invalid(
        post(
            RS,
            "/requests/renewals",
            body.replace(Bodies.LATER.toString(), Bodies.UNTIL.toString())),
        "validUntil");
    Response renewal =
        post(RS, "/requests/renewals", body).then().statusCode(201).extract().response();
    renewal
        .then()
        .body("state", equalTo("COMPLIANCE_PASSED"))
        .body("renewsGrantId", equalTo(id(grant)))
        .body("purpose", equalTo("多证合一"))
        .body("items", hasSize(3))
        .body("clocks.step", contains("REQUEST_DECISION"));
    refused(post(RS, "/requests/renewals", body), 409, "renewal-asked-already");
    Response decided =
        ok(
            step(
                ZJ_REVIEWER,
                renewal,
                "/requests/" + id(renewal) + "/decision",
                "{\"decision\":\"GRANT\"}"));
    String next = decided.path("grantId");
    ok(get(RS, "/grants/" + id(grant)))
        .then()
        .body("state", equalTo("ACTIVE"))
        .body("replacedBy", equalTo(next));
    ok(get(RS, "/grants/" + next))
        .then()
        .body("state", equalTo("ACTIVE"))
        .body("expiresAt", equalTo(Bodies.LATER + "T16:00:00Z"))
        .body("replaces", equalTo(id(grant)));
    refused(post(RS, "/requests/renewals", body), 409, "grant-replaced");
    assertThat(facts(id(grant), next).stream().map(fact -> fact.getString("type")))
        .containsExactly("GrantGiven", "GrantGiven");

    // Replaced, it ends quietly.
    endsAt(id(grant), OffsetDateTime.now().plusHours(1));
    run();
    endsAt(id(grant), OffsetDateTime.now().minusHours(1));
    run();
    ok(get(RS, "/grants/" + id(grant))).then().body("state", equalTo("EXPIRED"));
    assertThat(told(RS, id(grant))).isEmpty();
  }

  @Test
  void theEndOfAGrantIsToldBeforeAndAfterOnce() throws Throwable {
    Response grant = granted(resource("到期"));
    run();
    assertThat(told(RS, id(grant))).isEmpty();
    endsAt(id(grant), OffsetDateTime.now().plusHours(1));
    run();
    run();
    assertThat(told(RS, id(grant))).containsExactly("GRANT_EXPIRING");
    ok(get(
            RS,
            "/grants?role=held&state=ACTIVE&size=100&expiringBefore="
                + Bodies.UNTIL.minusYears(1)
                + "T00:00:00Z"))
        .then()
        .body("items.id", hasItem(id(grant)));
    endsAt(id(grant), OffsetDateTime.now().minusHours(1));
    run();
    run();
    assertThat(told(RS, id(grant))).containsExactlyInAnyOrder("GRANT_EXPIRING", "GRANT_EXPIRED");
    assertThat(told(ZJ_REVIEWER, id(grant))).containsExactly("GRANT_EXPIRED");
    ok(get(RS, "/grants?state=EXPIRED&size=100")).then().body("items.id", hasItem(id(grant)));
    refused(
        post(
            RS,
            "/requests/renewals",
            "{\"grantId\":\"%s\",\"validUntil\":\"%s\",\"reason\":\"继续\"}"
                .formatted(id(grant), Bodies.LATER)),
        409,
        "grant-not-in-force");
    refused(
        step(
            ZJ_REVIEWER,
            ok(get(ZJ_REVIEWER, "/grants/" + id(grant))),
            "/grants/" + id(grant) + "/narrowing",
            "{\"itemIds\":[\"" + grant.path("items[0].id") + "\"],\"reason\":\"迟\"}"),
        409,
        "grant-not-in-force");
  }

  @Test
  void whoHoldsWhatOfMineAndWhatWeHold() {
    Response resource = resource("查授权");
    Response grant = granted(resource);
    String item = resource.path("items[0].id");
    ok(get(ZJ_REVIEWER, "/grants?role=given&size=100&resource=" + id(resource)))
        .then()
        .body("items.id", contains(id(grant)));
    ok(get(ZJ_REVIEWER, "/grants?role=held&size=100")).then().body("items", empty());
    ok(get(RS, "/grants?role=held&department=zj&item=" + item))
        .then()
        .body("items.id", contains(id(grant)));
    ok(get(RS, "/grants?role=held&department=mz&size=100"))
        .then()
        .body("items.id", not(hasItem(id(grant))));
    ok(get(DESIGNER, "/grants?department=rs&size=100"))
        .then()
        .body("items.id", hasItem(id(grant)))
        .body("items.requesterDepartment.code", everyItem(equalTo("rs")));
    refused(get(MONITOR, "/grants?role=held"), 403, "role-required");
    invalid(get(RS, "/grants?state=NONE"), "state");

    Response seen = ok(get(ZJ_REVIEWER, "/resources/" + id(resource)));
    ok(
        step(
            ZJ_REVIEWER,
            seen,
            "/resources/" + id(resource) + "/withdrawal",
            "{\"reason\":\"系统下线\"}"));
    ok(get(RS, "/grants?role=held&state=REVOKED&size=100"))
        .then()
        .body("items.find { it.id == '" + id(grant) + "' }.revocationReason", equalTo("系统下线"))
        .body("items.find { it.id == '" + id(grant) + "' }.resourceState", equalTo("WITHDRAWN"));
    assertThat(told(RS, id(grant))).containsExactly("GRANT_REVOKED");
  }

  private void endsAt(String grant, OffsetDateTime end) {
    database
        .preparedQuery(
            "update resource_grant set expires_at = $1, revision = revision + 1 where id = $2")
        .execute(Tuple.of(end, UUID.fromString(grant)))
        .await()
        .atMost(LONG);
  }

  private void run() throws Throwable {
    VertxContextSupport.subscribeAndAwait(() -> schedule.run());
  }

  private static List<String> told(TestToken person, String grant) {
    return ok(get(person, "/notices?size=100"))
        .path("items.findAll { it.link == '/grants/" + grant + "' }.kind");
  }
}
