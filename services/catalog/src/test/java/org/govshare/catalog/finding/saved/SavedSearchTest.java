package org.govshare.catalog.finding.saved;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.govshare.catalog.Bodies;
import org.govshare.catalog.CatalogTest;
import org.junit.jupiter.api.Test;

/** Searches that people keep. */
@QuarkusTest
class SavedSearchTest extends CatalogTest {

  private static String search(String name, String query) {
    return "{\"name\":\"%s\",\"query\":\"%s\"}".formatted(name, query);
  }

  private static Response saved(String name, String query) {
    return post(SW_REQUESTER, "/saved-searches", search(name, query))
        .then()
        .statusCode(201)
        .extract()
        .response();
  }

  @Test
  void whatIsNewIsCountedAsTheListWouldShowIt() {
    Response search = saved("新发布的保存检索", "q=保存检索专用&sharingType=UNCONDITIONAL&department=gs");
    published(GS_EDITOR, GS_REVIEWER, Bodies.resource("保存检索专用甲", Bodies.item("名称", "mc")));
    published(
        GS_EDITOR, GS_REVIEWER, Bodies.resource("保存检索专用乙", Bodies.item("名称", "mc", "CONDITIONAL")));

    Response list = get(SW_REQUESTER, "/saved-searches?size=100");

    String mine = "items.find { it.id == '" + id(search) + "' }.";
    list.then().statusCode(200).body(mine + "newSince", equalTo(1));
    get(SW_REQUESTER, "/resources?" + list.<String>path(mine + "query"))
        .then()
        .body("total", equalTo(1));
  }

  @Test
  void itIsRenamedAndForgottenByItsOwnerAlone() {
    Response search = saved("待改名", "q=企业");
    String path = "/saved-searches/" + id(search);

    Response renamed =
        as(SW_REQUESTER)
            .header("If-Match", search.header("ETag"))
            .body(search("已改名", "q=法人"))
            .put(API + path);

    ok(renamed).then().body("name", equalTo("已改名")).body("query", equalTo("q=法人"));
    get(GS_EDITOR, "/saved-searches").then().body("items.id", not(hasItem(id(search))));
    refused(
        as(GS_EDITOR).header("If-Match", renamed.header("ETag")).delete(API + path),
        404,
        "saved-search-not-found");
    assertThat(
            as(SW_REQUESTER)
                .header("If-Match", renamed.header("ETag"))
                .delete(API + path)
                .statusCode())
        .isEqualTo(204);
  }

  @Test
  void whatItsOwnerMaySeeNothingOfIsNotKept() {
    refused(
        post(SW_REQUESTER, "/saved-searches", search("草稿", "state=DRAFT")), 403, "role-required");
    refused(post(SW_REQUESTER, "/saved-searches", search("半个", "q=%zz")), 400, "invalid-input");
    invalid(post(SW_REQUESTER, "/saved-searches", search("无此分类", "category=999999")), "category");
    Response kept = saved("可以保存", "q=企业");
    refused(
        as(SW_REQUESTER)
            .header("If-Match", kept.header("ETag"))
            .body(search("可以保存", "state=DRAFT"))
            .put(API + "/saved-searches/" + id(kept)),
        403,
        "role-required");
  }

  @Test
  void aSearchThatHasNoAnswerAnyMoreStaysInTheList() {
    post(PUBLISHER, "/categories", "{\"code\":\"010298\",\"parent\":\"010200\",\"name\":\"暂设分类\"}")
        .then()
        .statusCode(201);
    Response search = saved("分类将删除", "category=010298");
    Response category = ok(get(PUBLISHER, "/categories/010298"));
    as(PUBLISHER)
        .header("If-Match", category.header("ETag"))
        .delete(API + "/categories/010298")
        .then()
        .statusCode(204);

    get(SW_REQUESTER, "/saved-searches?size=100")
        .then()
        .statusCode(200)
        .body("items.id", hasItem(id(search)));
  }

  @Test
  void faultsAreNamed() {
    saved("同名", "");

    invalid(post(SW_REQUESTER, "/saved-searches", search("同名", "")), "name");
    invalid(post(SW_REQUESTER, "/saved-searches", search("", "")), "name");
    invalid(post(SW_REQUESTER, "/saved-searches", search("错误", "sharingType=ANY")), "query");
    invalid(
        post(SW_REQUESTER, "/saved-searches", search("日期", "publishedFrom=昨天")), "publishedFrom");
  }
}
