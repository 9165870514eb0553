package org.govshare.catalog.lifecycle;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.govshare.catalog.Bodies;
import org.govshare.catalog.CatalogTest;
import org.govshare.platform.reactive.testing.TestToken;
import org.junit.jupiter.api.Test;

/** What is shown of the difference between versions, and to whom. */
@QuarkusTest
class VersionDifferenceTest extends CatalogTest {

  private static final String PASS = "{\"decision\":\"PASS\"}";
  private static final String GRANT = "{\"decision\":\"GRANT\"}";

  private static String path(Response resource) {
    return "/resources/" + id(resource);
  }

  private static Response published(String name) {
    return published(
        GS_EDITOR,
        GS_REVIEWER,
        Bodies.resource(name, Bodies.item("统一社会信用代码", "uscc"), Bodies.item("住所", "address")));
  }

  private static Response nextVersion(Response published, String body) {
    Response draft =
        step(GS_EDITOR, published, path(published) + "/versions", null)
            .then()
            .statusCode(201)
            .extract()
            .response();
    return ok(
        as(GS_EDITOR).header("If-Match", draft.header("ETag")).body(body).put(API + path(draft)));
  }

  private static void grant(Response published) {
    Response request =
        post(SW_REQUESTER, "/requests", Bodies.request(id(published), published.path("items.id")));
    String path = "/requests/" + id(request);
    Response checked = ok(step(SHARING, request, path + "/compliance-check", PASS));
    ok(step(GS_REVIEWER, checked, path + "/decision", GRANT));
  }

  @Test
  void theReviewerSeesWhatBreaksAndWhoFeelsIt() {
    Response first = published("差异甲");
    grant(first);
    Response next =
        nextVersion(
            first,
            Bodies.resource(
                "差异乙",
                Bodies.item("统一社会信用代码", "uscc", "CONDITIONAL"),
                Bodies.item("法定代表人", "legal_person")));
    ok(step(GS_EDITOR, next, path(next) + "/submission", null));
    Response review = ok(get(GS_REVIEWER, path(next) + "/review"));
    review
        .then()
        .header("ETag", notNullValue())
        .body("resource.id", equalTo(id(next)))
        .body("difference.from.id", equalTo(id(first)))
        .body("difference.difference.breaking", equalTo(true))
        .body("difference.difference.fields.field", contains("name", "sharingType"))
        .body("difference.difference.fields.effect", contains("RENAMED", "SHARING_TIGHTENED"))
        .body("difference.difference.items.kind", contains("CHANGED", "REMOVED", "ADDED"))
        .body("difference.difference.items.name", contains("统一社会信用代码", "住所", "法定代表人"))
        .body("difference.affectedGrants", equalTo(1))
        .body("difference.affected.item", contains("统一社会信用代码", "住所"))
        .body("difference.affected.grants", contains(1, 1))
        .body("lastReturn", nullValue())
        .body("steps.find { it.action == 'PASS' }.allowed", equalTo(true))
        .body("steps.find { it.action == 'PUBLISH' }.code", equalTo("role-required"))
        .body("steps.find { it.action == 'SUBMIT' }.reason", notNullValue());
    ok(get(GS_EDITOR, path(next) + "/diff"))
        .then()
        .body("difference.items", hasSize(3))
        .body("affectedGrants", equalTo(1));
    ok(get(GS_EDITOR, path(first) + "/diff?against=" + id(next)))
        .then()
        .body("difference.items.kind", contains("CHANGED", "REMOVED", "ADDED"))
        .body("from.version", equalTo(2));
  }

  @Test
  void onceItIsPublishedEverybodySeesWhatChangedButNotWhoUsesIt() {
    Response first = published("差异丙");
    Response next = nextVersion(first, Bodies.resource("差异丙", Bodies.item("统一社会信用代码", "uscc")));
    refused(get(SW_REQUESTER, path(next) + "/diff"), 404, "resource-not-found");
    refused(get(SW_REQUESTER, path(next) + "/review"), 403, "role-required");
    refused(get(MZ_REVIEWER, path(next) + "/review"), 404, "resource-not-found");
    Response second = published(GS_REVIEWER, next, GS_EDITOR);
    ok(get(SW_REQUESTER, path(second) + "/diff"))
        .then()
        .body("difference.items.kind", contains("REMOVED"))
        .body("affectedGrants", nullValue());
  }

  @Test
  void whatCannotBeComparedIsRefused() {
    Response one = published("差异丁");
    Response other = published("差异戊");
    refused(get(GS_EDITOR, path(one) + "/diff"), 404, "no-earlier-version");
    invalid(get(GS_EDITOR, path(one) + "/diff?against=" + id(other)), "against");
    invalid(get(GS_EDITOR, path(one) + "/diff?against=x"), "against");
    refused(
        get(GS_EDITOR, path(one) + "/diff?against=00000000-0000-0000-0000-000000000000"),
        404,
        "resource-not-found");
    ok(get(GS_EDITOR, path(one) + "/diff?against=" + id(one)))
        .then()
        .body("difference.fields", hasSize(0))
        .body("difference.items", hasSize(0));
  }

  @Test
  void theAuthorSeesTheLastReturnAndWhyNoStepIsOpen() {
    TestToken stranger = user("monitor").department("xxzx").roles("monitor");
    Response draft = created(GS_EDITOR, Bodies.resource("待提交"));
    ok(get(GS_EDITOR, path(draft) + "/review"))
        .then()
        .body("difference", nullValue())
        .body("steps.find { it.action == 'SUBMIT' }.code", equalTo("resource-without-items"))
        .body("steps.find { it.action == 'DELETE' }.allowed", equalTo(true));
    refused(get(stranger, path(draft) + "/review"), 403, "role-required");
  }
}
