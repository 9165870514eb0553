package org.govshare.catalog;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

/** Writes name the version they change, come in the right state, and leave nothing half done. */
@QuarkusTest
class VersionTest extends CatalogTest {

  private static String body(String name) {
    return Bodies.resource(name, Bodies.item("统一社会信用代码", "uscc"));
  }

  @Test
  void aWriteNamesTheVersionItHasSeen() {
    Response draft = created(GS_EDITOR, body("版本"));
    String path = "/resources/" + id(draft);
    refused(as(GS_EDITOR).body(body("新")).put(API + path), 428, "missing-version");
    refused(as(GS_EDITOR).delete(API + path), 428, "missing-version");
    refused(as(GS_EDITOR).post(API + path + "/submission"), 428, "missing-version");
    invalid(as(GS_EDITOR).header("If-Match", "*").body(body("新")).put(API + path), "If-Match");

    Response changed =
        ok(
            as(GS_EDITOR)
                .header("If-Match", draft.header("ETag"))
                .body(body("新名称"))
                .put(API + path));
    changed.then().body("name", equalTo("新名称"));
    refused(
        as(GS_EDITOR).header("If-Match", draft.header("ETag")).body(body("旧")).put(API + path),
        412,
        "stale-version");
    refused(
        as(GS_EDITOR).header("If-Match", draft.header("ETag")).delete(API + path),
        412,
        "stale-version");
    refused(step(GS_EDITOR, draft, path + "/submission", null), 412, "stale-version");
    Response read = ok(get(GS_EDITOR, path));
    read.then().header("ETag", changed.header("ETag")).body("name", equalTo("新名称"));
  }

  @Test
  void onlyItemsChangedStillIsANewVersion() {
    Response draft = created(GS_EDITOR, body("信息项"));
    String path = "/resources/" + id(draft);
    String two =
        Bodies.resource("信息项", Bodies.item("统一社会信用代码", "uscc"), Bodies.item("住所", "address"));
    Response changed =
        ok(as(GS_EDITOR).header("If-Match", draft.header("ETag")).body(two).put(API + path));
    changed.then().header("ETag", not(draft.header("ETag"))).body("items.name", hasItem("住所"));
  }

  @Test
  void stepsComeInTheirOrder() {
    Response draft = created(GS_EDITOR, body("次序"));
    String path = "/resources/" + id(draft);
    refused(
        step(GS_REVIEWER, draft, path + "/review", "{\"decision\":\"PASS\"}"),
        409,
        "resource-in-wrong-state");
    Response submitted = ok(step(GS_EDITOR, draft, path + "/submission", null));
    refused(step(GS_EDITOR, submitted, path + "/submission", null), 409, "resource-in-wrong-state");
    refused(
        as(GS_EDITOR).header("If-Match", submitted.header("ETag")).body(body("改")).put(API + path),
        409,
        "resource-not-editable");
    Response returned =
        ok(
            step(
                GS_REVIEWER,
                submitted,
                path + "/review",
                "{\"decision\":\"RETURN\",\"remark\":\"摘要过短\"}"));
    returned.then().body("state", equalTo("RETURNED"));
    Response again = ok(step(GS_EDITOR, returned, path + "/submission", null));
    Response passed = ok(step(GS_REVIEWER, again, path + "/review", "{\"decision\":\"PASS\"}"));
    refused(
        step(GS_REVIEWER, passed, path + "/withdrawal", "{\"reason\":\"误\"}"),
        409,
        "resource-in-wrong-state");
    Response published =
        ok(step(PUBLISHER, passed, path + "/publication", "{\"decision\":\"PUBLISH\"}"));
    refused(
        step(PUBLISHER, published, path + "/publication", "{\"decision\":\"PUBLISH\"}"),
        409,
        "resource-in-wrong-state");
    refused(
        as(GS_EDITOR).header("If-Match", published.header("ETag")).delete(API + path),
        409,
        "resource-not-editable");
    ok(get(GS_EDITOR, path + "/history"))
        .then()
        .body("items.action", contains("SUBMIT", "RETURN", "SUBMIT", "PASS", "PUBLISH"))
        .body("items[1].remark", equalTo("摘要过短"))
        .body("items[1].actor", equalTo("gs-reviewer"));
  }

  @Test
  void aResourceWithoutItemsIsNotSubmitted() {
    Response draft = created(GS_EDITOR, Bodies.resource("无项"));
    refused(
        step(GS_EDITOR, draft, "/resources/" + id(draft) + "/submission", null),
        409,
        "resource-without-items");
  }

  @Test
  void aDraftIsDeletedWithEverythingOnIt() {
    Response draft = created(GS_EDITOR, body("待删除"));
    String path = "/resources/" + id(draft);
    as(GS_EDITOR)
        .header("If-Match", draft.header("ETag"))
        .delete(API + path)
        .then()
        .statusCode(204);
    refused(get(GS_EDITOR, path), 404, "resource-not-found");
    ok(as(GS_EDITOR).queryParam("q", "待删除").queryParam("state", "DRAFT").get(API + "/resources"))
        .then()
        .body("items", empty());
  }

  @Test
  void aFailedWriteLeavesNothingBehind() {
    String name = "半途而废";
    invalid(post(GS_EDITOR, "/resources", body(name).replace("010201", "999999")), "categoryCode");
    ok(as(GS_EDITOR).queryParam("q", name).queryParam("state", "DRAFT").get(API + "/resources"))
        .then()
        .body("total", equalTo(0));
  }

  @Test
  void theNextVersionKeepsTheIdentifierAndReplacesTheLast() {
    Response first = published(GS_EDITOR, GS_REVIEWER, body("沿革"));
    String path = "/resources/" + id(first);
    Response next =
        step(GS_EDITOR, first, path + "/versions", null)
            .then()
            .statusCode(201)
            .body("version", equalTo(2))
            .body("state", equalTo("DRAFT"))
            .body("items", hasSize(1))
            .extract()
            .response();
    refused(step(GS_EDITOR, first, path + "/versions", null), 409, "next-version-exists");
    Response second = published(GS_REVIEWER, next, GS_EDITOR);
    second
        .then()
        .body("identifier", equalTo(first.path("identifier")))
        .body("seriesId", equalTo(first.path("seriesId")));
    ok(get(GS_EDITOR, path)).then().body("state", equalTo("SUPERSEDED"));
    refused(get(SW_REQUESTER, path), 404, "resource-superseded");
    ok(as(SW_REQUESTER).queryParam("q", "沿革").get(API + "/resources"))
        .then()
        .body("items.id", contains(id(second)));
  }

  @Test
  void aWithdrawnResourceLeavesTheCatalogueAndItsGrantsEnd() {
    Response published = published(GS_EDITOR, GS_REVIEWER, body("将撤销"));
    String path = "/resources/" + id(published);
    Response request =
        post(SW_REQUESTER, "/requests", Bodies.request(id(published), published.path("items.id")));
    Response granted = grant(request);
    Response open =
        post(SW_REQUESTER, "/requests", Bodies.request(id(published), published.path("items.id")));
    check(open);

    ok(step(GS_REVIEWER, published, path + "/withdrawal", "{\"reason\":\"机构调整\"}"))
        .then()
        .body("state", equalTo("WITHDRAWN"));

    refused(get(SW_REQUESTER, path), 404, "resource-withdrawn");
    ok(get(SW_REQUESTER, "/grants/" + granted.path("grantId")))
        .then()
        .body("state", equalTo("REVOKED"))
        .body("revocationReason", equalTo("机构调整"));
    Response lapsed = ok(get(GS_REVIEWER, "/requests/" + id(open)));
    lapsed.then().body("state", equalTo("LAPSED"));
    refused(
        step(
            GS_REVIEWER, lapsed, "/requests/" + id(open) + "/decision", "{\"decision\":\"GRANT\"}"),
        409,
        "request-in-wrong-state");
    invalid(
        post(SW_REQUESTER, "/requests", Bodies.request(id(published), published.path("items.id"))),
        "resourceId");
  }

  private static Response check(Response request) {
    return ok(
        step(
            SHARING,
            request,
            "/requests/" + id(request) + "/compliance-check",
            "{\"decision\":\"PASS\"}"));
  }

  private static Response grant(Response request) {
    return ok(
        step(
            GS_REVIEWER,
            check(request),
            "/requests/" + id(request) + "/decision",
            "{\"decision\":\"GRANT\"}"));
  }

  @Test
  void requestsAreDecidedOnceAndInOrder() {
    Response published = published(GS_EDITOR, GS_REVIEWER, body("一次决定"));
    Response request =
        post(SW_REQUESTER, "/requests", Bodies.request(id(published), published.path("items.id")));
    String path = "/requests/" + id(request);
    refused(
        step(GS_REVIEWER, request, path + "/decision", "{\"decision\":\"GRANT\"}"),
        409,
        "request-in-wrong-state");
    refused(
        as(SHARING).body("{\"decision\":\"PASS\"}").post(API + path + "/compliance-check"),
        428,
        "missing-version");
    Response checked = check(request);
    refused(
        step(SHARING, request, path + "/compliance-check", "{\"decision\":\"PASS\"}"),
        412,
        "stale-version");
    refused(
        step(SHARING, checked, path + "/compliance-check", "{\"decision\":\"PASS\"}"),
        409,
        "request-in-wrong-state");
    Response refusedRequest =
        ok(
            step(
                GS_REVIEWER,
                checked,
                path + "/decision",
                "{\"decision\":\"REFUSE\",\"remark\":\"依据不足\"}"));
    refusedRequest.then().body("state", equalTo("REFUSED"));
    refused(
        step(GS_REVIEWER, refusedRequest, path + "/decision", "{\"decision\":\"GRANT\"}"),
        409,
        "request-in-wrong-state");
  }

  @Test
  void aGrantIsRevokedOnce() {
    Response published = published(GS_EDITOR, GS_REVIEWER, body("一次撤销"));
    Response granted =
        grant(
            post(
                SW_REQUESTER,
                "/requests",
                Bodies.request(id(published), published.path("items.id"))));
    Response grant = ok(get(GS_REVIEWER, "/grants/" + granted.path("grantId")));
    String path = "/grants/" + id(grant) + "/revocation";
    refused(as(GS_REVIEWER).body("{\"reason\":\"停\"}").post(API + path), 428, "missing-version");
    Response revoked = ok(step(GS_REVIEWER, grant, path, "{\"reason\":\"停\"}"));
    refused(step(GS_REVIEWER, grant, path, "{\"reason\":\"停\"}"), 412, "stale-version");
    refused(step(GS_REVIEWER, revoked, path, "{\"reason\":\"停\"}"), 409, "grant-already-revoked");
  }
}
