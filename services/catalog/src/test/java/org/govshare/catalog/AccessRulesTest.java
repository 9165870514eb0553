package org.govshare.catalog;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.govshare.platform.reactive.testing.TestToken;
import org.junit.jupiter.api.Test;

/** Who may do what: each rule of access with the caller it refuses. */
@QuarkusTest
class AccessRulesTest extends CatalogTest {

  private static final String PASS = "{\"decision\":\"PASS\"}";
  private static final String PUBLISH = "{\"decision\":\"PUBLISH\"}";
  private static final String GRANT = "{\"decision\":\"GRANT\"}";
  private static final String REASON = "{\"reason\":\"不再需要\"}";

  private static String body(String name) {
    return Bodies.resource(name, Bodies.item("统一社会信用代码", "uscc"));
  }

  @Test
  void onlyEditorsWithADepartmentCompile() {
    for (TestToken other : List.of(GS_REVIEWER, SW_REQUESTER, PUBLISHER, MONITOR, AUDITOR)) {
      refused(post(other, "/resources", body("越权")), 403, "role-required");
    }
    refused(
        post(user("stray").roles("catalog-editor"), "/resources", body("越权")),
        403,
        "no-department");
    refused(
        post(user("ghost").department("nowhere").roles("catalog-editor"), "/resources", body("越权")),
        403,
        "department-not-registered");
  }

  @Test
  void anotherDepartmentsDraftDoesNotExist() {
    Response draft = created(GS_EDITOR, body("他人草稿"));
    String path = "/resources/" + id(draft);
    for (TestToken other : List.of(MZ_EDITOR, MZ_REVIEWER, SW_REQUESTER, PUBLISHER)) {
      refused(get(other, path), 404, "resource-not-found");
      refused(get(other, path + "/history"), 404, "resource-not-found");
    }
    refused(
        as(MZ_EDITOR).header("If-Match", draft.header("ETag")).body(body("改")).put(API + path),
        404,
        "resource-not-found");
    refused(
        as(MZ_EDITOR).header("If-Match", draft.header("ETag")).delete(API + path),
        404,
        "resource-not-found");
    refused(step(MZ_EDITOR, draft, path + "/submission", null), 404, "resource-not-found");
    ok(get(GS_EDITOR, path)).then().body("name", equalTo("他人草稿"));
    ok(get(GS_REVIEWER, path));
  }

  @Test
  void anotherDepartmentsPublishedResourceCannotBeChanged() {
    Response published = published(GS_EDITOR, GS_REVIEWER, body("他人已发布"));
    String path = "/resources/" + id(published);
    refused(
        as(MZ_EDITOR).header("If-Match", published.header("ETag")).body(body("改")).put(API + path),
        403,
        "department-required");
    refused(step(MZ_EDITOR, published, path + "/versions", null), 403, "department-required");
    refused(step(MZ_REVIEWER, published, path + "/withdrawal", REASON), 403, "department-required");
    refused(step(SW_REQUESTER, published, path + "/withdrawal", REASON), 403, "role-required");
  }

  @Test
  void stepsNeedTheirRole() {
    Response draft = created(GS_EDITOR, body("按角色"));
    String path = "/resources/" + id(draft);
    refused(step(GS_REVIEWER, draft, path + "/submission", null), 403, "role-required");
    Response submitted = ok(step(GS_EDITOR, draft, path + "/submission", null));
    refused(step(GS_EDITOR, submitted, path + "/review", PASS), 403, "role-required");
    refused(step(MZ_REVIEWER, submitted, path + "/review", PASS), 404, "resource-not-found");
    Response passed = ok(step(GS_REVIEWER, submitted, path + "/review", PASS));
    refused(step(GS_REVIEWER, passed, path + "/publication", PUBLISH), 403, "role-required");
    refused(step(SHARING, passed, path + "/publication", PUBLISH), 403, "role-required");
    ok(step(PUBLISHER, passed, path + "/publication", PUBLISH));
  }

  @Test
  void nobodyReviewsTheirOwnWork() {
    TestToken both =
        user("gs-both").department("gs").roles("catalog-editor", "department-reviewer");
    Response draft = created(both, body("四眼"));
    String path = "/resources/" + id(draft);
    Response submitted = ok(step(both, draft, path + "/submission", null));
    refused(step(both, submitted, path + "/review", PASS), 403, "own-work");
    ok(step(GS_REVIEWER, submitted, path + "/review", PASS));
  }

  @Test
  void whoEditedLastDoesNotReviewEither() {
    TestToken both =
        user("gs-both").department("gs").roles("catalog-editor", "department-reviewer");
    Response draft = created(GS_EDITOR, body("四眼改"));
    String path = "/resources/" + id(draft);
    Response edited =
        ok(as(both).header("If-Match", draft.header("ETag")).body(body("四眼改二")).put(API + path));
    Response submitted = ok(step(GS_EDITOR, edited, path + "/submission", null));
    refused(step(both, submitted, path + "/review", PASS), 403, "own-work");
  }

  @Test
  void listsOfUnpublishedResourcesAreConfinedToTheDepartment() {
    created(MZ_EDITOR, body("民政草稿"));
    created(GS_EDITOR, body("工商草稿"));
    ok(get(GS_EDITOR, "/resources?state=DRAFT&size=100"))
        .then()
        .body("items.name", hasItem("工商草稿"))
        .body("items.department.code", everyItem(equalTo("gs")));
    refused(get(GS_EDITOR, "/resources?state=DRAFT&department=mz"), 403, "department-required");
    for (TestToken other : List.of(SW_REQUESTER, MONITOR, PUBLISHER)) {
      refused(get(other, "/resources?state=DRAFT"), 403, "role-required");
    }
    ok(get(PUBLISHER, "/resources?state=REGISTERED"));
  }

  @Test
  void onlyRequestersAskAndNotForTheirOwn() {
    Response published = published(GS_EDITOR, GS_REVIEWER, body("可申请"));
    String body = Bodies.request(id(published), published.path("items.id"));
    refused(post(GS_EDITOR, "/requests", body), 403, "role-required");
    refused(post(MONITOR, "/requests", body), 403, "role-required");
    refused(post(user("stray").roles("requester"), "/requests", body), 403, "no-department");
    refused(
        post(user("gs-requester").department("gs").roles("requester"), "/requests", body),
        409,
        "own-resource");
  }

  @Test
  void requestsAndGrantsAreSeenByTheTwoDepartmentsOnly() {
    Response published = published(GS_EDITOR, GS_REVIEWER, body("双方可见"));
    Response request =
        post(SW_REQUESTER, "/requests", Bodies.request(id(published), published.path("items.id")));
    String path = "/requests/" + id(request);
    ok(get(GS_REVIEWER, path));
    ok(get(SHARING, path));
    refused(get(MZ_REVIEWER, path), 404, "request-not-found");
    refused(get(MONITOR, path), 403, "role-required");
    refused(get(AUDITOR, "/requests"), 403, "role-required");
    ok(get(MZ_REVIEWER, "/requests")).then().body("items.id", not(hasItem(id(request))));
    ok(get(SW_REQUESTER, "/requests?role=mine")).then().body("items.id", hasItem(id(request)));
    ok(get(SW_REQUESTER, "/requests?role=todo"))
        .then()
        .body("items.state", everyItem(equalTo("RETURNED")));

    refused(step(GS_REVIEWER, request, path + "/compliance-check", PASS), 403, "role-required");
    refused(step(SW_REQUESTER, request, path + "/compliance-check", PASS), 403, "role-required");
    Response checked = ok(step(SHARING, request, path + "/compliance-check", PASS));
    refused(step(SHARING, checked, path + "/decision", GRANT), 403, "role-required");
    refused(step(MZ_REVIEWER, checked, path + "/decision", GRANT), 404, "request-not-found");
    TestToken swReviewer = user("sw-reviewer").department("sw").roles("department-reviewer");
    refused(step(swReviewer, checked, path + "/decision", GRANT), 403, "department-required");
    Response granted = ok(step(GS_REVIEWER, checked, path + "/decision", GRANT));

    String grantPath = "/grants/" + granted.path("grantId");
    Response grant = ok(get(GS_REVIEWER, grantPath));
    ok(get(SW_REQUESTER, grantPath));
    ok(get(DESIGNER, grantPath));
    refused(get(MZ_REVIEWER, grantPath), 404, "grant-not-found");
    refused(get(MONITOR, grantPath), 403, "role-required");
    refused(get(AUDITOR, "/grants"), 403, "role-required");
    refused(step(SW_REQUESTER, grant, grantPath + "/revocation", REASON), 403, "role-required");
    refused(step(DESIGNER, grant, grantPath + "/revocation", REASON), 403, "role-required");
    refused(step(MZ_REVIEWER, grant, grantPath + "/revocation", REASON), 404, "grant-not-found");
    refused(step(swReviewer, grant, grantPath + "/revocation", REASON), 403, "department-required");
    ok(step(SHARING, grant, grantPath + "/revocation", REASON));
  }

  @Test
  void nobodyChecksTheirOwnRequest() {
    Response published = published(GS_EDITOR, GS_REVIEWER, body("自审申请"));
    TestToken both = user("sw-both").department("sw").roles("requester", "sharing-reviewer");
    Response request =
        post(both, "/requests", Bodies.request(id(published), published.path("items.id")));
    refused(
        step(both, request, "/requests/" + id(request) + "/compliance-check", PASS),
        403,
        "own-work");
  }

  @Test
  void todoShowsOnlyWhatTheCallersRolesDealWith() {
    ok(get(MONITOR, "/todo")).then().body("kinds", empty()).body("total", equalTo(0));
    ok(get(GS_EDITOR, "/todo")).then().body("kinds.kind", contains("RESOURCE_RETURNED"));
    ok(get(GS_REVIEWER, "/todo"))
        .then()
        .body("kinds.kind", hasItems("RESOURCE_REVIEW", "REQUEST_DECISION"))
        .body("kinds.kind", not(hasItem("RESOURCE_PUBLICATION")));
    ok(get(PUBLISHER, "/todo")).then().body("kinds.kind", contains("RESOURCE_PUBLICATION"));
  }
}
