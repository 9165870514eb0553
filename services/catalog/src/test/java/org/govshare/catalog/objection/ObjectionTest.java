package org.govshare.catalog.objection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.govshare.catalog.Bodies;
import org.govshare.catalog.CatalogTest;
import org.govshare.platform.reactive.testing.TestToken;
import org.junit.jupiter.api.Test;

/** Objections from the report to the end, and who sees what of them. */
@QuarkusTest
class ObjectionTest extends CatalogTest {

  private static final String ACCEPT =
      "{\"decision\":\"ACCEPT\",\"correctedAt\":\"2026-01-05T00:00:00Z\",\"note\":\"已更正\"}";
  private static final String REJECT = "{\"decision\":\"REJECT\",\"note\":\"登记无误\"}";
  private static final String AGAIN = "{\"reason\":\"证照原件不同\"}";
  private static final TestToken HOLDER =
      user("objection-holder").department("tj").roles("requester");

  private static Response published(String name) {
    return published(
        GS_EDITOR,
        GS_REVIEWER,
        Bodies.resource(name, Bodies.item("统一社会信用代码", "uscc"), Bodies.item("名称", "name")));
  }

  /** A published resource whose first item is granted to a department. */
  private static Response granted(String name, TestToken... requesters) {
    Response resource = published(name);
    List<String> items = resource.path("items.id");
    for (TestToken requester : requesters) {
      grant(resource, requester, List.of(items.get(0)));
    }
    return resource;
  }

  private static void grant(Response resource, TestToken requester, List<String> items) {
    Response request = post(requester, "/requests", Bodies.request(id(resource), items));
    String path = "/requests/" + id(request);
    Response checked =
        ok(step(SHARING, request, path + "/compliance-check", "{\"decision\":\"PASS\"}"));
    ok(step(GS_REVIEWER, checked, path + "/decision", "{\"decision\":\"GRANT\"}"));
  }

  private static String body(String itemId, String key) {
    return """
    {"itemId":"%s","rowKey":"%s","foundValue":"旧值甲","expectedValue":"新值乙","evidence":"证照原件丙"}
    """
        .formatted(itemId, key);
  }

  private static Response objected(TestToken reporter, Response resource, String key) {
    return post(reporter, "/objections", body(resource.path("items[0].id"), key))
        .then()
        .statusCode(201)
        .extract()
        .response();
  }

  private static Response take(TestToken by, Response seen, String step, String body) {
    return step(by, seen, "/objections/" + id(seen) + "/" + step, body);
  }

  private static List<String> newKinds(TestToken person) {
    List<String> kinds = ok(get(person, "/notices?unread=true&size=100")).path("items.kind");
    ok(post(person, "/notices/reading", ""));
    return kinds.stream().filter(kind -> kind.startsWith("OBJECTION")).toList();
  }

  @Test
  void anAcceptedObjectionIsToldToAllWhoUseTheItem() {
    Response resource = granted("异议采纳", SW_REQUESTER, HOLDER);
    newKinds(SW_REQUESTER);
    newKinds(HOLDER);
    newKinds(GS_REVIEWER);
    Response objection = objected(SW_REQUESTER, resource, "uscc=911300001");
    objection
        .then()
        .header("Location", endsWith("/api/catalog/v1/objections/" + id(objection)))
        .body("state", equalTo("SUBMITTED"))
        .body("item.name", equalTo("统一社会信用代码"))
        .body("row.foundValue", equalTo("旧值甲"))
        .body("clocks.step", contains("VALUE_OBJECTION"))
        .body("clocks[0].workingDays", equalTo(10));
    assertThat(newKinds(GS_REVIEWER)).containsExactly("OBJECTION_RECEIVED");
    assertThat(newKinds(HOLDER)).containsExactly("OBJECTION_RAISED");
    ok(get(GS_REVIEWER, "/todo/tasks?kind=VALUE_OBJECTION&size=100"))
        .then()
        .body("items.objectId", hasItem(id(objection)));
    Response accepted = ok(take(GS_REVIEWER, objection, "answer", ACCEPT));
    accepted
        .then()
        .body("state", equalTo("ACCEPTED"))
        .body("answer.by", equalTo("gs-reviewer"))
        .body("answer.correctedAt", equalTo("2026-01-05T00:00:00Z"))
        .body("late", equalTo(false))
        .body("clocks", empty());
    assertThat(newKinds(SW_REQUESTER)).containsExactly("OBJECTION_ACCEPTED");
    assertThat(newKinds(HOLDER)).containsExactly("OBJECTION_CORRECTED");
    ok(get(GS_REVIEWER, "/todo/tasks?kind=VALUE_OBJECTION&size=100"))
        .then()
        .body("items.objectId", not(hasItem(id(objection))));
    ok(take(SW_REQUESTER, accepted, "confirmation", null))
        .then()
        .body("state", equalTo("CONFIRMED"));
    ok(get(GS_REVIEWER, "/objections/" + id(objection) + "/history"))
        .then()
        .body("items.action", contains("SUBMIT", "ACCEPT", "CONFIRM"))
        .body("items.actor", contains("sw-requester", "gs-reviewer", "sw-requester"))
        .body("items[1].from", equalTo("SUBMITTED"))
        .body("items[1].to", equalTo("ACCEPTED"))
        .body("items[1].remark", equalTo("已更正"));
  }

  @Test
  void theClockStandsWhileTheReporterIsAsked() {
    Response resource = granted("异议补充", SW_REQUESTER);
    Response objection = objected(SW_REQUESTER, resource, "1");
    Response asked =
        ok(
            take(
                GS_REVIEWER,
                objection,
                "answer",
                "{\"decision\":\"NEEDS_INFORMATION\",\"note\":\"请附扫描件\"}"));
    asked
        .then()
        .body("state", equalTo("NEEDS_INFORMATION"))
        .body("clocks.find { it.step == 'VALUE_OBJECTION' }.state", equalTo("PAUSED"))
        .body("clocks.find { it.step == 'VALUE_OBJECTION' }.daysLeft", equalTo(10))
        .body("clocks.find { it.step == 'OBJECTION_INFORMATION' }", notNullValue());
    refused(take(GS_REVIEWER, asked, "answer", ACCEPT), 409, "objection-in-wrong-state");
    invalid(take(SW_REQUESTER, asked, "information", "{\"evidence\":\"\"}"), "evidence");
    Response informed = ok(take(SW_REQUESTER, asked, "information", "{\"evidence\":\"扫描件第三页\"}"));
    informed
        .then()
        .body("state", equalTo("SUBMITTED"))
        .body("row.evidence", equalTo("证照原件丙\n\n扫描件第三页"))
        .body("clocks.step", contains("VALUE_OBJECTION"))
        .body("clocks[0].state", equalTo("ON_TIME"));
  }

  @Test
  void whoDoesNotAgreeTwiceGoesToTheAuthority() {
    Response resource = granted("异议仲裁", SW_REQUESTER, HOLDER);
    Response objection = objected(SW_REQUESTER, resource, "2");
    Response rejected = ok(take(GS_REVIEWER, objection, "answer", REJECT));
    Response reopened = ok(take(SW_REQUESTER, rejected, "reopening", AGAIN));
    reopened
        .then()
        .body("state", equalTo("SUBMITTED"))
        .body("reopenings", equalTo(1))
        .body("clocks.step", contains("VALUE_OBJECTION"));
    Response rejectedAgain = ok(take(GS_REVIEWER, reopened, "answer", REJECT));
    Response disputed = ok(take(SW_REQUESTER, rejectedAgain, "reopening", AGAIN));
    disputed
        .then()
        .body("state", equalTo("IN_ARBITRATION"))
        .body("clocks.step", contains("OBJECTION_ARBITRATION"));
    refused(take(GS_REVIEWER, disputed, "answer", ACCEPT), 409, "objection-in-wrong-state");
    String uphold = "{\"decision\":\"UPHOLD\",\"reason\":\"以证照为准\"}";
    refused(take(GS_REVIEWER, disputed, "arbitration", uphold), 403, "role-required");
    invalid(take(SHARING, disputed, "arbitration", "{\"decision\":\"UPHOLD\"}"), "reason");
    newKinds(HOLDER);
    ok(take(SHARING, disputed, "arbitration", uphold))
        .then()
        .body("state", equalTo("UPHELD"))
        .body("arbitration.reason", equalTo("以证照为准"))
        .body("clocks", empty());
    assertThat(newKinds(HOLDER)).containsExactly("OBJECTION_RAISED");
  }

  @Test
  void nobodyArbitratesTheirOwnAnswer() {
    TestToken both =
        user("gs-sharing").department("gs").roles("department-reviewer", "sharing-reviewer");
    Response resource = granted("异议回避", SW_REQUESTER);
    Response objection = objected(SW_REQUESTER, resource, "3");
    Response first = ok(take(both, objection, "answer", REJECT));
    Response second =
        ok(take(both, ok(take(SW_REQUESTER, first, "reopening", AGAIN)), "answer", REJECT));
    Response disputed = ok(take(SW_REQUESTER, second, "reopening", AGAIN));
    String dismiss = "{\"decision\":\"DISMISS\",\"reason\":\"无误\"}";
    refused(take(both, disputed, "arbitration", dismiss), 403, "own-work");
    ok(take(SHARING, disputed, "arbitration", dismiss)).then().body("state", equalTo("DISMISSED"));
  }

  @Test
  void rowsAreSeenInsideTheTwoDepartmentsAlone() {
    Response resource = granted("异议内容", SW_REQUESTER, HOLDER);
    Response objection = objected(SW_REQUESTER, resource, "密钥四");
    String path = "/objections/" + id(objection);
    ok(get(GS_EDITOR, path)).then().body("row.key", equalTo("密钥四"));
    ok(get(SHARING, path)).then().body("row", nullValue()).body("id", equalTo(id(objection)));
    ok(get(SHARING, "/objections?resourceId=" + id(resource)))
        .then()
        .body("items.row", everyItem(nullValue()));
    for (String list : List.of(path, path + "/history", "/notices?size=100")) {
      assertThat(ok(get(SHARING, list)).asString()).doesNotContain("密钥四", "旧值甲", "证照原件丙");
    }
    assertThat(ok(get(HOLDER, "/notices?size=100")).asString()).doesNotContain("密钥四", "旧值甲");
    refused(get(HOLDER, path), 404, "objection-not-found");
    refused(get(HOLDER, path + "/history"), 404, "objection-not-found");
    refused(get(MZ_REVIEWER, path), 404, "objection-not-found");
    refused(get(MONITOR, path), 403, "role-required");
    refused(get(AUDITOR, "/objections"), 403, "role-required");
    ok(get(HOLDER, "/objections?resourceId=" + id(resource))).then().body("items", empty());
    ok(get(GS_REVIEWER, "/objections?role=received&state=SUBMITTED&resourceId=" + id(resource)))
        .then()
        .body("total", equalTo(1));
    ok(get(GS_REVIEWER, "/objections?role=reported&resourceId=" + id(resource)))
        .then()
        .body("total", equalTo(0));
  }

  @Test
  void onlyWhoUsesAnItemObjectsToIt() {
    Response resource = granted("异议资格", SW_REQUESTER);
    String first = resource.path("items[0].id");
    String second = resource.path("items[1].id");
    refused(post(SW_REQUESTER, "/objections", body(second, "5")), 403, "grant-required");
    refused(post(HOLDER, "/objections", body(first, "5")), 403, "grant-required");
    refused(post(GS_EDITOR, "/objections", body(first, "5")), 403, "role-required");
    refused(
        post(
            user("gs-requester").department("gs").roles("requester"),
            "/objections",
            body(first, "5")),
        409,
        "own-resource");
    objected(SW_REQUESTER, resource, "5");
    refused(post(SW_REQUESTER, "/objections", body(first, "5")), 409, "objection-exists");
    Response draft = created(GS_EDITOR, Bodies.resource("异议草稿", Bodies.item("名称", "name")));
    invalid(post(SW_REQUESTER, "/objections", body(draft.path("items[0].id"), "6")), "itemId");
    invalid(
        post(SW_REQUESTER, "/objections", body("00000000-0000-0000-0000-000000000000", "6")),
        "itemId");
  }

  @Test
  void whoeverReadsAnOpenItemObjectsToIt() {
    String open =
        Bodies.item("机构名称", "name").replace("\"openType\":\"CLOSED\"", "\"openType\":\"OPEN\"");
    Response resource =
        published(
            GS_EDITOR,
            GS_REVIEWER,
            Bodies.resource("异议开放", open)
                .replace("\"openType\":\"ON_REQUEST\",", "\"openType\":\"OPEN\","));
    objected(HOLDER, resource, "7").then().body("state", equalTo("SUBMITTED"));
  }

  @Test
  void stepsNeedTheRightDepartmentAndVersion() {
    Response resource = granted("异议步骤", SW_REQUESTER);
    Response objection = objected(SW_REQUESTER, resource, "8");
    refused(take(GS_EDITOR, objection, "answer", ACCEPT), 403, "role-required");
    refused(
        take(
            user("sw-reviewer").department("sw").roles("department-reviewer"),
            objection,
            "answer",
            ACCEPT),
        403,
        "department-required");
    refused(take(MZ_REVIEWER, objection, "answer", ACCEPT), 404, "objection-not-found");
    refused(take(HOLDER, objection, "confirmation", null), 404, "objection-not-found");
    refused(take(SW_REQUESTER, objection, "confirmation", null), 409, "objection-in-wrong-state");
    refused(
        take(user("gs-asking").department("gs").roles("requester"), objection, "reopening", AGAIN),
        403,
        "department-required");
    invalid(take(GS_REVIEWER, objection, "answer", "{\"decision\":\"REJECT\"}"), "note");
    invalid(take(GS_REVIEWER, objection, "answer", "{\"decision\":\"ACCEPT\"}"), "correctedAt");
    invalid(
        take(
            GS_REVIEWER,
            objection,
            "answer",
            "{\"decision\":\"ACCEPT\",\"correctedAt\":\"2999-01-01T00:00:00Z\"}"),
        "correctedAt");
    invalid(
        take(
            GS_REVIEWER,
            objection,
            "answer",
            "{\"decision\":\"REJECT\",\"note\":\"x\",\"correctedAt\":\"2026-01-01T00:00:00Z\"}"),
        "correctedAt");
    ok(take(GS_REVIEWER, objection, "answer", REJECT));
    refused(take(GS_REVIEWER, objection, "answer", REJECT), 412, "stale-version");
  }

  @Test
  void objectionsAreChecked() {
    Response resource = granted("异议校验", SW_REQUESTER);
    String item = resource.path("items[0].id");
    invalid(post(SW_REQUESTER, "/objections", "{}"), "itemId");
    invalid(post(SW_REQUESTER, "/objections", body(item, "长".repeat(501))), "rowKey");
    invalid(
        post(
            SW_REQUESTER,
            "/objections",
            body(item, "9").replace("\"expectedValue\":\"新值乙\"", "\"expectedValue\":\"旧值甲\"")),
        "expectedValue");
    invalid(
        post(SW_REQUESTER, "/objections", body(item, "9").replace("证照原件丙", "\\u0001")), "evidence");
  }

  @Test
  void statisticsCountWhatDepartmentsDidWithTheirs() {
    Response resource =
        published(
            MZ_EDITOR,
            MZ_REVIEWER,
            Bodies.resource("异议统计", openItem()).replace("ON_REQUEST", "OPEN"));
    Response before = ok(get(MZ_REVIEWER, "/objections/statistics"));
    Response accepted = objected(SW_REQUESTER, resource, "a");
    ok(take(SW_REQUESTER, ok(take(MZ_REVIEWER, accepted, "answer", ACCEPT)), "confirmation", null));
    ok(take(MZ_REVIEWER, objected(SW_REQUESTER, resource, "b"), "answer", REJECT));
    objected(SW_REQUESTER, resource, "c");
    Response after = ok(get(MZ_REVIEWER, "/objections/statistics"));
    after.then().body("departments.department.code", contains("mz"));
    assertThat(difference(before, after, "received")).isEqualTo(3);
    assertThat(difference(before, after, "open")).isEqualTo(1);
    assertThat(difference(before, after, "accepted")).isEqualTo(1);
    assertThat(difference(before, after, "rejected")).isEqualTo(1);
    assertThat(difference(before, after, "late")).isZero();
    ok(get(SHARING, "/objections/statistics"))
        .then()
        .body("departments.department.code.toString()", containsString("mz"));
    refused(get(SW_REQUESTER, "/objections/statistics"), 403, "role-required");
    refused(get(AUDITOR, "/objections/statistics"), 403, "role-required");
  }

  private static String openItem() {
    return Bodies.item("机构名称", "name").replace("\"openType\":\"CLOSED\"", "\"openType\":\"OPEN\"");
  }

  private static int difference(Response before, Response after, String count) {
    int was = before.path("total." + count);
    int is = after.path("total." + count);
    return is - was;
  }
}
