package org.govshare.catalog.demand.opening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.govshare.catalog.Bodies;
import org.govshare.catalog.CatalogTest;
import org.govshare.platform.reactive.testing.TestToken;
import org.junit.jupiter.api.Test;

/** What is proposed, planned and reviewed, and who sees it. */
@QuarkusTest
class OpeningTest extends CatalogTest {

  private static final TestToken BB_EDITOR =
      user("bb-editor").department("bb").roles("catalog-editor");
  private static final TestToken BB_REVIEWER =
      user("bb-reviewer").department("bb").roles("department-reviewer");
  private static final String PLANNED = "{\"status\":\"PLANNED\",\"plannedBy\":\"2099-12-31\"}";
  private static final String APPROVE = "{\"decision\":\"APPROVE\"}";

  private static Response published(String name, String... items) {
    return published(BB_EDITOR, BB_REVIEWER, Bodies.resource(name, items));
  }

  private static Response open(String name) {
    String item =
        Bodies.item("机构名称", "name").replace("\"openType\":\"CLOSED\"", "\"openType\":\"OPEN\"");
    return published(
        BB_EDITOR,
        BB_REVIEWER,
        Bodies.resource(name, item)
            .replace("\"openType\":\"ON_REQUEST\",", "\"openType\":\"OPEN\","));
  }

  private static String path(Response resource) {
    return "/opening-plan/" + id(resource);
  }

  private static Response plan(TestToken by, Response resource, String body) {
    Response seen = ok(get(PUBLISHER, path(resource)));
    return as(by).header("If-Match", seen.header("ETag")).body(body).put(API + path(resource));
  }

  private static Response review(TestToken by, Response resource, String body) {
    Response seen = ok(get(PUBLISHER, path(resource)));
    return step(by, seen, path(resource) + "/review", body);
  }

  @Test
  void theRuleProposesWhatNothingStandsAgainst() {
    Response clear = published("编制信息", Bodies.item("机构名称", "name"));
    Response personal = published("编制人员", Bodies.item("公民身份号码", "idno"));
    Response conditional = published("有条件信息", Bodies.item("机构名称", "name", "CONDITIONAL"));
    Response open = open("开放信息");
    assertThat(status(clear)).isEqualTo("COULD_BE");
    assertThat(status(personal)).isEqualTo("NOT");
    assertThat(status(conditional)).isEqualTo("NOT");
    assertThat(status(open)).isEqualTo("ALREADY_OPEN");
    ok(get(BB_EDITOR, path(clear)))
        .then()
        .header("ETag", equalTo("\"0\""))
        .body("proposed", equalTo(true))
        .body("review", nullValue())
        .body("resource.name", equalTo("编制信息"))
        .body("department.code", equalTo("bb"));
    ok(get(BB_EDITOR, path(open))).then().body("proposed", equalTo(false));
    refused(plan(BB_EDITOR, open, PLANNED), 409, "already-open");
  }

  private static String status(Response resource) {
    return ok(get(PUBLISHER, path(resource))).path("status");
  }

  @Test
  void aPlanIsReviewedAndChangedAndItsHistoryKept() {
    Response resource = published("计划开放", Bodies.item("机构名称", "name"));
    ok(plan(BB_EDITOR, resource, PLANNED))
        .then()
        .body("status", equalTo("PLANNED"))
        .body("proposed", equalTo(false))
        .body("plannedBy", equalTo("2099-12-31"))
        .body("overdue", equalTo(false))
        .body("review", equalTo("PENDING"))
        .body("revision", equalTo(1));
    refused(review(BB_REVIEWER, resource, APPROVE), 403, "role-required");
    invalid(review(PUBLISHER, resource, "{\"decision\":\"RETURN\"}"), "remark");
    ok(review(PUBLISHER, resource, "{\"decision\":\"RETURN\",\"remark\":\"可提前\"}"))
        .then()
        .body("review", equalTo("RETURNED"))
        .body("remark", equalTo("可提前"));
    ok(get(BB_EDITOR, "/notices?unread=true"))
        .then()
        .body("items.kind", hasItem("OPENING_RETURNED"));
    ok(plan(BB_REVIEWER, resource, PLANNED.replace("2099", "2098")))
        .then()
        .body("review", equalTo("PENDING"))
        .body("remark", nullValue());
    ok(review(PUBLISHER, resource, APPROVE)).then().body("review", equalTo("APPROVED"));
    refused(review(PUBLISHER, resource, APPROVE), 409, "opening-in-wrong-state");
    ok(get(BB_EDITOR, "/changes?kind=opening-plan&id=" + seriesOf(resource)))
        .then()
        .body("total", equalTo(4));
  }

  /** The first version's identity is its series'. */
  private static String seriesOf(Response resource) {
    return id(resource);
  }

  @Test
  void nobodyReviewsTheirOwnPlan() {
    TestToken both =
        user("bb-publisher").department("bb").roles("catalog-editor", "catalog-publisher");
    Response resource = published("自己的计划", Bodies.item("机构名称", "name"));
    ok(plan(both, resource, PLANNED));
    refused(review(both, resource, APPROVE), 403, "own-work");
    ok(review(PUBLISHER, resource, APPROVE));
  }

  @Test
  void everyNumberIsThatOfItsList() {
    open("清点开放");
    ok(plan(BB_EDITOR, published("清点计划", Bodies.item("机构名称", "name")), PLANNED));
    published("清点可开放", Bodies.item("机构名称", "name"));
    published("清点不开放", Bodies.item("姓名", "name"));
    Response counts = ok(get(BB_REVIEWER, "/opening-plan/counts"));
    counts.then().body("departments.department.code", contains("bb"));
    for (var status :
        List.of(
            List.of("ALREADY_OPEN", "alreadyOpen"),
            List.of("PLANNED", "planned"),
            List.of("COULD_BE", "couldBe"),
            List.of("NOT", "not"))) {
      Response list = ok(get(BB_REVIEWER, "/opening-plan?status=" + status.get(0) + "&size=100"));
      list.then()
          .body("items.status", everyItem(equalTo(status.get(0))))
          .body("total", equalTo((Integer) counts.path("total." + status.get(1))))
          .body("items.department.code", everyItem(equalTo("bb")));
    }
    ok(get(BB_REVIEWER, "/opening-plan?review=PENDING"))
        .then()
        .body("total", equalTo((Integer) counts.path("total.pending")));
    ok(get(PUBLISHER, "/opening-plan?department=bb&q=清点可"))
        .then()
        .body("items.resource.name", contains("清点可开放"));
    ok(get(SHARING, "/opening-plan/counts"))
        .then()
        .body("departments.department.code", hasItem("bb"));
  }

  @Test
  void departmentsPlanAndSeeTheirOwn() {
    Response resource = published("计划权限", Bodies.item("机构名称", "name"));
    refused(plan(MZ_EDITOR, resource, PLANNED), 403, "department-required");
    refused(plan(PUBLISHER, resource, PLANNED), 403, "role-required");
    refused(get(MZ_EDITOR, path(resource)), 403, "department-required");
    refused(get(MZ_EDITOR, "/opening-plan?department=bb"), 403, "department-required");
    refused(get(SW_REQUESTER, "/opening-plan"), 403, "role-required");
    refused(get(AUDITOR, "/opening-plan/counts"), 403, "role-required");
    ok(get(MZ_EDITOR, "/opening-plan?size=100"))
        .then()
        .body("items.resource.name", not(hasItem("计划权限")));
    Response draft = created(BB_EDITOR, Bodies.resource("未发布", Bodies.item("名称", "name")));
    refused(get(BB_EDITOR, path(draft)), 404, "resource-not-found");
  }

  @Test
  void plansAreCheckedAndVersioned() {
    Response resource = published("计划校验", Bodies.item("机构名称", "name"));
    invalid(plan(BB_EDITOR, resource, "{\"status\":\"ALREADY_OPEN\"}"), "status");
    invalid(plan(BB_EDITOR, resource, "{\"status\":\"PLANNED\"}"), "plannedBy");
    invalid(
        plan(BB_EDITOR, resource, "{\"status\":\"PLANNED\",\"plannedBy\":\"2020-01-01\"}"),
        "plannedBy");
    invalid(
        plan(BB_EDITOR, resource, "{\"status\":\"COULD_BE\",\"plannedBy\":\"2099-01-01\"}"),
        "plannedBy");
    invalid(plan(BB_EDITOR, resource, "{\"status\":\"NOT\"}"), "reason");
    invalid(get(BB_EDITOR, "/opening-plan?q=" + "x".repeat(101)), "q");
    ok(plan(BB_EDITOR, resource, PLANNED));
    refused(
        as(BB_EDITOR).header("If-Match", "\"0\"").body(PLANNED).put(API + path(resource)),
        412,
        "stale-version");
    refused(as(BB_EDITOR).body(PLANNED).put(API + path(resource)), 428, "missing-version");
  }
}
