package org.govshare.catalog.category;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.govshare.catalog.Bodies;
import org.govshare.catalog.CatalogTest;
import org.govshare.platform.reactive.testing.TestToken;
import org.junit.jupiter.api.Test;

/** The classification and how it is kept. */
@QuarkusTest
class CategoryTest extends CatalogTest {

  private static Response added(String parent, String name) {
    return post(
            PUBLISHER, "/categories", "{\"parent\":\"%s\",\"name\":\"%s\"}".formatted(parent, name))
        .then()
        .statusCode(201)
        .extract()
        .response();
  }

  private static String code(Response answer) {
    return answer.path("code");
  }

  @Test
  void theLegalPersonLibraryHasFourLevels() {
    ok(get(MONITOR, "/categories/tree"))
        .then()
        .body("name", contains("基础信息资源", "主题信息资源", "部门信息资源"))
        .body(
            "[0].children.find { it.code == '010200' }.children.name.take(5)",
            contains("企业法人", "社会组织法人", "事业单位", "机关群团", "其他法人"))
        .body(
            "[0].children.find { it.code == '010200' }.children[0].children.name",
            contains("登记类", "监管类", "许可审批类"))
        .body(
            "[0].children.find { it.code == '010200' }.children[0].children.level",
            contains(4, 4, 4));
  }

  @Test
  void theTreeCountsWhatIsPublished() {
    Response theme = added("020000", "计数主题");
    Response part = added(code(theme), "计数子题");
    published(
        GS_EDITOR, GS_REVIEWER, Bodies.resourceIn("树中计数", "摘要", code(part), Bodies.item("甲", "a")));
    created(GS_EDITOR, Bodies.resourceIn("树中不计", "摘要", code(part), Bodies.item("甲", "a")));
    String node = "[1].children.find { it.code == '" + code(theme) + "' }";
    ok(get(MONITOR, "/categories/tree"))
        .then()
        .body(node + ".resources", equalTo(0))
        .body(node + ".total", equalTo(1))
        .body(node + ".children[0].resources", equalTo(1));

    Response seen = ok(get(PUBLISHER, "/categories/" + code(part)));
    Response refusal = remove(PUBLISHER, seen, "/categories/" + code(part));
    refused(refusal, 409, "in-use");
    refusal.then().body("errors[0].field", equalTo("resources"));
    assertThat(refusal.<String>path("errors[0].message")).contains("树中计数", "树中不计");
  }

  @Test
  void codesAreTheNextFreeOnesOnEachLevel() {
    Response item = added("020000", "自动编码");
    assertThat(code(item)).matches("02\\d{2}00");
    Response entry = added(code(item), "目");
    assertThat(code(entry)).isEqualTo(code(item).substring(0, 4) + "01");
    Response fine = added(code(entry), "细目");
    assertThat(code(fine)).isEqualTo(code(item).substring(0, 4) + "02");
    fine.then().body("level", equalTo(4)).body("parent", equalTo(code(entry)));
    invalid(
        post(PUBLISHER, "/categories", "{\"parent\":\"%s\",\"name\":\"太深\"}".formatted(code(fine))),
        "parent");
  }

  @Test
  void renamedMovedRetiredAndReopened() {
    Response first = added("020400", "次序甲");
    Response second = added("020400", "次序乙");
    ok(
        rewrite(
            PUBLISHER,
            second,
            "/categories/" + code(second),
            "{\"name\":\"次序乙改\",\"position\":0,\"description\":\"说明\"}"));
    ok(get(MONITOR, "/categories/tree"))
        .then()
        .body("[1].children.find { it.code == '020400' }.children.name", contains("次序乙改", "次序甲"));
    Response retired =
        ok(step(PUBLISHER, first, "/categories/" + code(first) + "/retirement", null));
    retired.then().body("retired", equalTo(true));
    invalid(
        post(
            GS_EDITOR,
            "/resources",
            Bodies.resourceIn("停用分类", "摘要", code(first), Bodies.item("甲", "a"))),
        "categoryCode");
    Response open =
        ok(step(PUBLISHER, retired, "/categories/" + code(first) + "/reinstatement", null));
    remove(PUBLISHER, open, "/categories/" + code(first)).then().statusCode(204);
    refused(get(MONITOR, "/categories/" + code(first)), 404, "category-not-found");
    ok(get(PUBLISHER, "/changes?kind=category&id=" + code(first)))
        .then()
        .body("items.action", contains("REMOVED", "CHANGED", "CHANGED", "CREATED"));
    ok(get(MONITOR, "/categories?q=次序乙改")).then().body("items.code", hasItem(code(second)));
  }

  @Test
  void badCategoriesAreRefused() {
    for (String code : List.of("12345", "1234567", "12345a")) {
      invalid(post(PUBLISHER, "/categories", "{\"code\":\"" + code + "\",\"name\":\"坏\"}"), "code");
    }
    invalid(
        post(
            PUBLISHER, "/categories", "{\"code\":\"030100\",\"parent\":\"020000\",\"name\":\"坏\"}"),
        "code");
    invalid(
        post(
            PUBLISHER, "/categories", "{\"code\":\"020100\",\"parent\":\"020000\",\"name\":\"坏\"}"),
        "code");
    invalid(post(PUBLISHER, "/categories", "{\"parent\":\"990000\",\"name\":\"坏\"}"), "parent");
    invalid(post(PUBLISHER, "/categories", "{\"parent\":\"020000\",\"name\":\"旅游\"}"), "name");
    invalid(
        post(PUBLISHER, "/categories", "{\"parent\":\"020000\",\"name\":\"坏\",\"position\":-1}"),
        "position");
    Response known = ok(get(MONITOR, "/categories/020100"));
    invalid(
        rewrite(
            PUBLISHER, known, "/categories/020100", "{\"name\":\"城市管理\",\"parent\":\"010000\"}"),
        "parent");
    for (TestToken other : List.of(GS_EDITOR, SHARING, MONITOR, AUDITOR)) {
      refused(post(other, "/categories", "{\"name\":\"越权\"}"), 403, "role-required");
      refused(
          rewrite(other, known, "/categories/020100", "{\"name\":\"越权\"}"), 403, "role-required");
      refused(step(other, known, "/categories/020100/retirement", null), 403, "role-required");
      refused(step(other, known, "/categories/020100/reinstatement", null), 403, "role-required");
      refused(remove(other, known, "/categories/020100"), 403, "role-required");
    }
  }
}
