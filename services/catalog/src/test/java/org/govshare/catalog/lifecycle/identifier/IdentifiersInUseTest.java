package org.govshare.catalog.lifecycle.identifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import org.govshare.catalog.Bodies;
import org.govshare.catalog.CatalogTest;
import org.govshare.platform.reactive.testing.TestToken;
import org.junit.jupiter.api.Test;

/** The scheme, reserved ranges, checks, collisions, and who has what. */
@QuarkusTest
class IdentifiersInUseTest extends CatalogTest {

  private static final Duration LONG = Duration.ofSeconds(20);
  private static final String SCHEME = "/identifier-scheme";
  private static final String RESERVATIONS = "/identifier-reservations";

  @Inject Pool database;

  private static Response bringing(TestToken editor, String name, String code) {
    return created(
        editor,
        Bodies.resource(name, Bodies.item("统一社会信用代码", "uscc"))
            .replace("\"items\"", "\"proposedIdentifier\":\"" + code + "\",\"items\""));
  }

  private static String range(String prefix, int first, int last, String department) {
    return """
        {"prefix":"%s","firstNumber":%d,"lastNumber":%d,"departmentCode":"%s","reason":"旧系统号段"}
        """
        .formatted(prefix, first, last, department);
  }

  @Test
  void codesAreCheckedWithReasonAndSuggestion() {
    Response taken =
        published(GS_EDITOR, GS_REVIEWER, Bodies.resource("已分配", Bodies.item("统一社会信用代码", "uscc")));
    String code = taken.path("identifier");
    ok(post(
            GS_EDITOR,
            "/identifiers/check",
            "{\"identifiers\":[\"%s\",\"010201130000000100001\",\"9999991300000001/00001\",null]}"
                .formatted(code)))
        .then()
        .body("valid", contains(true, false, false, false))
        .body("taken", contains(true, false, false, false))
        .body("[1].suggestion", equalTo("0102011300000001/00001"))
        .body("[2].code", equalTo("identifier-unknown-category"))
        .body("[2].reason", equalTo("第 1 至 6 位 999999 不是已知的分类"));
    invalid(post(GS_EDITOR, "/identifiers/check", "{}"), "identifiers");
    refused(
        post(SW_REQUESTER, "/identifiers/check", "{\"identifiers\":[\"1\"]}"),
        403,
        "role-required");

    ok(get(SW_REQUESTER, "/identifiers/" + code))
        .then()
        .body("seriesId", equalTo(taken.path("seriesId")))
        .body("kept", equalTo(false))
        .body("versions.name", contains("已分配"));
    refused(get(SW_REQUESTER, "/identifiers/0102011300000001/98765"), 404, "identifier-not-found");
  }

  @Test
  void whoHasAWithdrawnOneIsToldToInsidersOnly() {
    Response gone =
        published(GS_EDITOR, GS_REVIEWER, Bodies.resource("将撤销", Bodies.item("代码", "code")));
    ok(step(GS_REVIEWER, gone, "/resources/" + id(gone) + "/withdrawal", "{\"reason\":\"合并\"}"));
    String path = "/identifiers/" + gone.path("identifier");
    ok(get(GS_EDITOR, path)).then().body("versions.state", contains("WITHDRAWN"));
    refused(get(SW_REQUESTER, path), 404, "identifier-not-found");
  }

  @Test
  void collisionsAreReportedToThoseTheyConcern() {
    String twice = "0102011300000001/06001";
    Response one = bringing(GS_EDITOR, "碰撞甲", twice);
    Response other = bringing(MZ_EDITOR, "碰撞乙", twice);
    Response unfit = bringing(GS_EDITOR, "碰撞丙", "0102011300000001/06002");
    execute(
        "update information_resource set proposed_identifier = '0102019900000001/06002'"
            + " where id = '%s'".formatted(id(unfit)));
    post(PUBLISHER, RESERVATIONS, range("0102011300000001", 6100, 6199, "mz"))
        .then()
        .statusCode(201);
    Response reserved = bringing(GS_EDITOR, "碰撞丁", "0102011300000001/06150");

    Response all = ok(get(PUBLISHER, "/identifiers/collisions?size=100"));
    all.then()
        .body(
            "items.find { it.identifier == '" + twice + "' }.kinds",
            contains("PROPOSED_BY_SEVERAL"))
        .body(
            "items.find { it.identifier == '" + twice + "' }.resources.id",
            hasItems(id(one), id(other)))
        .body(
            "items.find { it.identifier == '0102019900000001/06002' }.kinds",
            contains("DOES_NOT_FIT"))
        .body(
            "items.find { it.identifier == '0102011300000001/06150' }.kinds",
            contains("RESERVED_FOR_ANOTHER"))
        .body(
            "items.find { it.identifier == '0102011300000001/06150' }.reservedFor", equalTo("mz"));
    ok(get(MZ_EDITOR, "/identifiers/collisions?size=100&kind=PROPOSED_BY_SEVERAL"))
        .then()
        .body("items.identifier", contains(twice))
        .body("items[0].resources.id", contains(id(other)))
        .body("items[0].others", equalTo(1));
    ok(get(MZ_EDITOR, "/identifiers/collisions"))
        .then()
        .body("items.identifier", not(hasItem("0102019900000001/06002")));
    refused(get(SW_REQUESTER, "/identifiers/collisions"), 403, "role-required");

    String batch = "0b5d24a8-6a35-4a5c-9d3e-3f0f58a2a0ff";
    execute(
        "update information_resource set batch_id = '%s', proposed_identifier = '%s' where id in ('%s', '%s')"
            .formatted(batch, twice, id(unfit), id(reserved)));
    ok(get(PUBLISHER, "/identifiers/collisions?kind=GIVEN_TWICE_IN_IMPORT"))
        .then()
        .body("items.identifier", contains(twice))
        .body("items[0].resources", hasSize(4));
  }

  private void execute(String statement) {
    database.query(statement).execute().await().atMost(LONG);
  }

  @Test
  void aCodeIsCheckedWhenItIsEntered() {
    String unfit = "9999991300000001/06003";
    Response draft = bringing(GS_EDITOR, "录入校验", "0102011300000001/06003");
    String body =
        Bodies.resource("录入校验", Bodies.item("统一社会信用代码", "uscc"))
            .replace("\"items\"", "\"proposedIdentifier\":\"" + unfit + "\",\"items\"");
    invalid(post(GS_EDITOR, "/resources", body), "proposedIdentifier");
    Response refused =
        as(GS_EDITOR)
            .header("If-Match", draft.header("ETag"))
            .body(body)
            .put(API + "/resources/" + id(draft));
    invalid(refused, "proposedIdentifier");
    refused.then().body("errors.message", contains("第 1 至 6 位 999999 不是已知的分类"));
    // What was allotted under an earlier scheme is still good.
    execute(
        "insert into identifier_allocation (series_id, identifier, allocated_at, kept)"
            + " values ('%s', '%s', now(), true)".formatted(id(draft), unfit));
    ok(
        as(GS_EDITOR)
            .header("If-Match", draft.header("ETag"))
            .body(body)
            .put(API + "/resources/" + id(draft)));
  }

  @Test
  void aRangeIsReservedOnceAndGivenBack() {
    String prefix = "0102051300000009";
    Response range =
        post(PUBLISHER, RESERVATIONS, range(prefix, 1, 10, "gs"))
            .then()
            .statusCode(201)
            .body("departmentCode", equalTo("gs"))
            .extract()
            .response();
    refused(
        post(PUBLISHER, RESERVATIONS, range(prefix, 10, 20, "mz")), 409, "range-already-reserved");
    refused(post(GS_EDITOR, RESERVATIONS, range(prefix, 30, 40, "gs")), 403, "role-required");
    refused(get(SW_REQUESTER, RESERVATIONS), 403, "role-required");
    ok(get(GS_EDITOR, RESERVATIONS)).then().body("items.id", hasItem(id(range)));
    String release = RESERVATIONS + "/" + id(range) + "/release";
    refused(step(GS_EDITOR, range, release, null), 403, "role-required");
    refused(as(PUBLISHER).post(API + release), 428, "missing-version");
    Response released = ok(step(PUBLISHER, range, release, null));
    refused(step(PUBLISHER, range, release, null), 412, "stale-version");
    refused(step(PUBLISHER, released, release, null), 409, "reservation-already-released");
    post(PUBLISHER, RESERVATIONS, range(prefix, 10, 20, "mz")).then().statusCode(201);
    invalid(post(PUBLISHER, RESERVATIONS, range("12", 1, 2, "gs")), "prefix");
    invalid(post(PUBLISHER, RESERVATIONS, range(prefix, 0, 2, "gs")), "firstNumber");
    invalid(post(PUBLISHER, RESERVATIONS, range(prefix, 9, 2, "gs")), "lastNumber");
    invalid(post(PUBLISHER, RESERVATIONS, range(prefix, 50, 51, "nowhere")), "departmentCode");
  }

  @Test
  void theSchemeIsChangedWithAPreviewAndAHistory() {
    Response present = ok(get(SW_REQUESTER, SCHEME));
    present.then().body("segments.source", contains("CATEGORY", "CONSTANT", "DEPARTMENT"));
    String regional =
        """
        {"segments":[{"source":"CATEGORY","digits":6},{"source":"REGION","digits":6},
          {"source":"DEPARTMENT","digits":4}],"remark":"按区划"}
        """;
    Response preview = ok(post(PUBLISHER, SCHEME + "/preview", regional));
    preview.then().body("examples", hasSize(3));
    assertThat(preview.<String>path("examples[0]")).matches("[0-9]{16}/00001");
    String same =
        """
        {"segments":[{"source":"CATEGORY","digits":6},
          {"source":"CONSTANT","digits":6,"constant":"130000"},
          {"source":"DEPARTMENT","digits":4}],"remark":"不变"}
        """;
    refused(post(GS_EDITOR, SCHEME + "/preview", same), 403, "role-required");
    refused(put(GS_EDITOR, present, same), 403, "role-required");
    invalid(
        put(PUBLISHER, present, "{\"segments\":[{\"source\":\"CATEGORY\",\"digits\":6}]}"),
        "segments");
    invalid(put(PUBLISHER, present, same.replace("130000", "13000")), "segments[1].constant");
    invalid(
        put(PUBLISHER, present, same.replace("\"digits\":4", "\"digits\":4,\"constant\":\"1\"")),
        "segments[2].constant");
    invalid(
        put(
            PUBLISHER,
            present,
            "{\"segments\":[{\"source\":\"CONSTANT\",\"digits\":16,\"constant\":\"1234567890123456\"}]}"),
        "segments");
    Response changed = ok(put(PUBLISHER, present, same));
    changed.then().body("revision", equalTo(present.<Integer>path("revision") + 1));
    refused(put(PUBLISHER, present, same), 412, "stale-version");
    ok(get(SW_REQUESTER, SCHEME + "/history"))
        .then()
        .body("items[0].revision", equalTo(changed.<Integer>path("revision")))
        .body("items[0].remark", equalTo("不变"))
        .body("items[0].changedBy", equalTo("publisher"));
  }

  private static Response put(TestToken who, Response seen, String body) {
    return as(who).header("If-Match", seen.header("ETag")).body(body).put(API + SCHEME);
  }
}
