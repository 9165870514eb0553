package org.govshare.catalog.department;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.govshare.catalog.Bodies;
import org.govshare.catalog.CatalogTest;
import org.govshare.platform.reactive.testing.TestToken;
import org.junit.jupiter.api.Test;

/** How departments are registered, changed, abolished, and what that means for their people. */
@QuarkusTest
class DepartmentTest extends CatalogTest {

  private static String department(String code, String name, String more) {
    return "{\"code\":\"%s\",\"name\":\"%s\",\"kind\":\"GOVERNMENT_ORGAN\"%s}"
        .formatted(code, name, more);
  }

  private static Response registered(String code, String name, String more) {
    return post(PUBLISHER, "/departments", department(code, name, more))
        .then()
        .statusCode(201)
        .extract()
        .response();
  }

  @Test
  void aDepartmentIsRegisteredAndChanged() {
    Response made =
        registered(
            "jt",
            "省交通运输厅",
            ",\"parent\":\"xxzx\",\"regionCode\":\"130000\",\"creditCode\":\"91350100m000100y43\"");
    made.then()
        .body("state", equalTo("ACTIVE"))
        .body("creditCode", equalTo("91350100M000100Y43"))
        .body("serial", org.hamcrest.Matchers.matchesPattern("\\d{4}"));
    ok(get(MONITOR, "/departments/jt")).then().body("parent", equalTo("xxzx"));
    ok(get(MONITOR, "/departments/tree"))
        .then()
        .body("find { it.code == 'xxzx' }.children.code", hasItem("jt"));
    ok(get(MONITOR, "/departments?q=交通"))
        .then()
        .body("items.code", contains("jt"))
        .body("items[0].name", equalTo("省交通运输厅"));

    Response changed =
        ok(
            rewrite(
                PUBLISHER,
                made,
                "/departments/jt",
                "{\"name\":\"省交通厅\",\"kind\":\"GOVERNMENT_ORGAN\"}"));
    changed.then().body("name", equalTo("省交通厅")).body("parent", nullValue());
    refused(
        rewrite(PUBLISHER, made, "/departments/jt", department("jt", "旧", "")),
        412,
        "stale-version");
    invalid(rewrite(PUBLISHER, changed, "/departments/jt", department("jx", "改", "")), "code");
    invalid(
        rewrite(PUBLISHER, changed, "/departments/jt", department("jt", "改", ",\"parent\":\"jt\"")),
        "parent");
    ok(get(PUBLISHER, "/changes?kind=department&id=jt"))
        .then()
        .body("items[0].changed", contains("creditCode", "name", "parent", "regionCode"));
  }

  @Test
  void theTreeHasNoCycles() {
    registered("zg", "主管", "");
    registered("zj-a", "直属甲", ",\"parent\":\"zg\"");
    registered("zj-b", "直属乙", ",\"parent\":\"zj-a\"");
    Response top = ok(get(PUBLISHER, "/departments/zg"));
    invalid(
        rewrite(PUBLISHER, top, "/departments/zg", department("zg", "主管", ",\"parent\":\"zj-b\"")),
        "parent");
  }

  @Test
  void serialsAreTheLowestFreeOnesAlsoAtOnce() throws Exception {
    registered("xl", "序列", ",\"serial\":\"7001\"").then().body("serial", equalTo("7001"));
    invalid(
        post(PUBLISHER, "/departments", department("xm", "序列二", ",\"serial\":\"7001\"")), "serial");
    try (ExecutorService writers = Executors.newFixedThreadPool(8)) {
      List<Callable<String>> work =
          IntStream.range(0, 16)
              .<Callable<String>>mapToObj(
                  i -> () -> registered("many-" + i, "同时" + i, "").path("serial"))
              .toList();
      List<String> serials = new java.util.ArrayList<>();
      for (Future<String> made : writers.invokeAll(work)) {
        serials.add(made.get());
      }
      assertThat(serials).doesNotHaveDuplicates().allMatch(serial -> serial.compareTo("7000") < 0);
    }
  }

  @Test
  void anAbolishedDepartmentDoesNothingNew() {
    TestToken editor = user("cx-editor").department("cx").roles("catalog-editor");
    TestToken reviewer = user("cx-reviewer").department("cx").roles("department-reviewer");
    Response made = registered("cx", "待撤销局", "");
    Response published =
        published(editor, reviewer, Bodies.resource("撤销前发布", Bodies.item("甲", "a")));
    Response draft = created(editor, Bodies.resource("撤销时在编", Bodies.item("甲", "a")));
    String path = "/resources/" + id(draft);
    Response submitted = ok(step(editor, draft, path + "/submission", null));
    Response passed = ok(step(reviewer, submitted, path + "/review", "{\"decision\":\"PASS\"}"));

    invalid(step(PUBLISHER, made, "/departments/cx/abolition", "{}"), "reason");
    Response abolished =
        ok(step(PUBLISHER, made, "/departments/cx/abolition", "{\"reason\":\"机构改革\"}"));
    abolished.then().body("state", equalTo("ABOLISHED")).body("abolitionReason", equalTo("机构改革"));
    refused(
        post(editor, "/resources", Bodies.resource("撤销后", Bodies.item("甲", "a"))),
        403,
        "department-abolished");
    refused(
        step(PUBLISHER, passed, path + "/publication", "{\"decision\":\"PUBLISH\"}"),
        409,
        "department-abolished");
    ok(get(SW_REQUESTER, "/resources/" + id(published))).then().body("state", equalTo("PUBLISHED"));
    refused(
        step(PUBLISHER, abolished, "/departments/cx/abolition", "{\"reason\":\"再次\"}"),
        409,
        "department-already-abolished");
    invalid(
        post(PUBLISHER, "/departments", department("cy", "下属", ",\"parent\":\"cx\"")), "parent");

    ok(step(PUBLISHER, abolished, "/departments/cx/reinstatement", null));
    ok(step(PUBLISHER, passed, path + "/publication", "{\"decision\":\"PUBLISH\"}"));
  }

  @Test
  void aDepartmentWithOthersBelowIsNotAbolished() {
    Response above = registered("sj", "上级局", "");
    registered("xj", "下级处", ",\"parent\":\"sj\"");
    Response refusal = step(PUBLISHER, above, "/departments/sj/abolition", "{\"reason\":\"改革\"}");
    refused(refusal, 409, "in-use");
    refusal.then().body("errors[0].message", equalTo("1 项：下级处"));
  }

  @Test
  void badDepartmentsAreRefused() {
    invalid(post(PUBLISHER, "/departments", department("GS", "大写", "")), "code");
    invalid(post(PUBLISHER, "/departments", department("gs", "重码", "")), "code");
    invalid(post(PUBLISHER, "/departments", department("cm", "省工商局", "")), "name");
    invalid(post(PUBLISHER, "/departments", "{\"code\":\"wk\",\"name\":\"无类\"}"), "kind");
    invalid(
        post(PUBLISHER, "/departments", department("ws", "序", ",\"serial\":\"0000\"")), "serial");
    invalid(
        post(
            PUBLISHER,
            "/departments",
            department("xy", "码", ",\"creditCode\":\"91350100M000100Y44\"")),
        "creditCode");
    invalid(
        post(PUBLISHER, "/departments", department("qh", "区", ",\"regionCode\":\"990000\"")),
        "regionCode");
    invalid(
        post(PUBLISHER, "/departments", department("sj2", "上", ",\"parent\":\"nowhere\"")),
        "parent");
    refused(get(MONITOR, "/departments/nowhere"), 404, "department-not-found");
    Response gs = ok(get(MONITOR, "/departments/gs"));
    for (TestToken other : List.of(GS_EDITOR, GS_REVIEWER, SHARING, MONITOR, AUDITOR)) {
      refused(post(other, "/departments", department("yq", "越权", "")), 403, "role-required");
      refused(
          rewrite(other, gs, "/departments/gs", department("gs", "越权", "")), 403, "role-required");
      refused(
          step(other, gs, "/departments/gs/abolition", "{\"reason\":\"越权\"}"),
          403,
          "role-required");
      refused(step(other, gs, "/departments/gs/reinstatement", null), 403, "role-required");
    }
  }
}
