package org.govshare.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What each validator refuses, and that it names the field. */
@QuarkusTest
class BadInputTest extends CatalogTest {

  private static final String ITEM = Bodies.item("统一社会信用代码", "uscc");
  private static final String GOOD = Bodies.resource("校验", ITEM);

  private static void refusedField(String body, String field) {
    invalid(post(GS_EDITOR, "/resources", body), field);
  }

  @Test
  void aResourceNeedsItsFields() {
    Response answer = post(GS_EDITOR, "/resources", "{}");
    invalid(answer, "name");
    answer
        .then()
        .body(
            "errors.field",
            hasItems(
                "name",
                "abstract",
                "categoryCode",
                "format",
                "dataStructure",
                "openType",
                "updateFrequency",
                "sharingMethod"));
  }

  @Test
  void fieldsOfAResourceHaveTheirLimits() {
    refusedField(GOOD.replace("\"校验\"", "\"   \""), "name");
    refusedField(GOOD.replace("\"校验\"", "\"" + "长".repeat(201) + "\""), "name");
    refusedField(GOOD.replace("\"校验\"", "\"a\\u0000b\""), "name");
    refusedField(GOOD.replace("企业登记的基本情况", "长".repeat(2001)), "abstract");
    refusedField(GOOD.replace("010201", "999999"), "categoryCode");
    refusedField(GOOD.replace("100000", "-1"), "rowCount");
    refusedField(GOOD.replace("\"sourceSchema\":\"public\",", ""), "sourceSchema");
    refusedField(GOOD.replace("\"sourceTable\":\"enterprise\",", ""), "sourceTable");
    refusedField(GOOD.replace("\"public\"", "\"" + "s".repeat(64) + "\""), "sourceSchema");
    refusedField(GOOD.replace("\"DATABASE\",\n", "\"PAPYRUS\",\n"), "format");
    refusedField(GOOD.replace("\"openType\":\"ON_REQUEST\"", "\"openType\":\"MAYBE\""), "openType");
    refusedField(GOOD.replace("\"name\":\"校验\"", "\"name\":\"校验\",\"colour\":1"), "colour");
  }

  @Test
  void itemsAreSharedByRules() {
    refusedField(Bodies.resource("校验", ITEM.replace("统一社会信用代码", "")), "items[0].name");
    refusedField(Bodies.resource("校验", ITEM, ITEM.replace("uscc", "other")), "items[1].name");
    refusedField(Bodies.resource("校验", ITEM, ITEM.replace("统一社会信用代码", "别名")), "items[1].fieldName");
    refusedField(Bodies.resource("校验", ITEM.replace("\"uscc\"", "null")), "items[0].fieldName");
    refusedField(Bodies.resource("校验", ITEM.replace("\"C\"", "null")), "items[0].dataType");
    refusedField(Bodies.resource("校验", ITEM.replace("\"C\"", "\"Z\"")), "items[0].dataType");
    refusedField(Bodies.resource("校验", ITEM.replace("100", "null")), "items[0].length");
    refusedField(Bodies.resource("校验", ITEM.replace("100", "0")), "items[0].length");
    refusedField(
        Bodies.resource("校验", ITEM.replace("\"UNCONDITIONAL\"", "null")), "items[0].sharingType");
    refusedField(
        Bodies.resource("校验", Bodies.item("甲", "a", "CONDITIONAL").replace("\"按协议使用\"", "\" \"")),
        "items[0].sharingCondition");
    refusedField(
        Bodies.resource("校验", Bodies.item("甲", "a", "NOT_SHARED").replace("\"《个人信息保护法》\"", "null")),
        "items[0].legalBasis");
    refusedField(
        GOOD.replace("\"openType\":\"ON", "\"sharingType\":\"NOT_SHARED\",\"openType\":\"ON"),
        "sharingType");
    refusedField(GOOD.replace("\"items\":[", "\"items\":[null,"), "items[0]");
    List<String> many = new ArrayList<>();
    for (int i = 0; i < 501; i++) {
      many.add(Bodies.item("项" + i, "f" + i));
    }
    refusedField(Bodies.resource("校验", many.toArray(String[]::new)), "items");
  }

  @Test
  void whatIsNotJsonIsRefused() {
    refused(post(GS_EDITOR, "/resources", "{\"name\":"), 400, "unreadable-json");
    refused(as(GS_EDITOR).post(API + "/resources"), 400, "unreadable-json");
    refused(
        as(GS_EDITOR).contentType("text/plain").body("x").post(API + "/resources"),
        415,
        "unsupported-media-type");
    refused(as(GS_EDITOR).put(API + "/resources"), 405, "method-not-allowed");
  }

  @Test
  void aStateSecretIsCalledOneWithItsTermToo() {
    for (String level : List.of("秘密", "机密★20年", "绝密", "TOP_SECRET")) {
      post(
              GS_EDITOR,
              "/resources",
              GOOD.replace("\"items\"", "\"classification\":\"" + level + "\",\"items\""))
          .then()
          .statusCode(400)
          .body("errors.message", hasItems("标明为国家秘密（" + level + "）。涉密信息不得进入本平台，请在相应的涉密系统中处理"));
    }
  }

  @Test
  void nothingIsReadAsWhatItIsNot() {
    refusedField(GOOD.replace("\"校验\"", "1"), "name");
    refusedField(GOOD.replace("\"校验\"", "true"), "name");
    refusedField(GOOD.replace("100000", "1.9"), "rowCount");
    refusedField(GOOD.replace("\"openType\":\"ON_REQUEST\"", "\"openType\":1"), "openType");
    refusedField(GOOD.replace("\"校验\"", "\"a\\ud800b\""), "name");
    refusedField(GOOD.replace("\"校验\"", "\"企业\\u202e登记\""), "name");
    refusedField(GOOD.replace("\"校验\"", "\"\\u200b\""), "name");
    refused(post(GS_EDITOR, "/resources", GOOD + "{}"), 400, "unreadable-json");
    String twice = GOOD.replace("\"校验\"", "\"校验\",\"name\":\"另一个\"");
    assertThat(post(GS_EDITOR, "/resources", twice).statusCode()).isEqualTo(400);
    post(GS_EDITOR, "/resources", GOOD.replace("\"校验\"", "\"校验\",\"colour\":1"))
        .then()
        .statusCode(400)
        .body("errors.message", hasItems("没有这个字段"));
  }

  @Test
  void listsAreBounded() {
    invalid(get(GS_EDITOR, "/resources?size=101"), "size");
    invalid(get(GS_EDITOR, "/resources?size=0"), "size");
    invalid(get(GS_EDITOR, "/resources?page=-1"), "page");
    invalid(get(GS_EDITOR, "/resources?department=nowhere"), "department");
    invalid(get(GS_EDITOR, "/resources?q=" + "a".repeat(101)), "q");
    refused(get(GS_EDITOR, "/resources/" + UUID.randomUUID()), 404, "resource-not-found");
  }

  @Test
  void decisionsSayWhy() {
    Response draft = created(GS_EDITOR, GOOD);
    String path = "/resources/" + id(draft);
    Response submitted = ok(step(GS_EDITOR, draft, path + "/submission", null));
    invalid(step(GS_REVIEWER, submitted, path + "/review", "{}"), "decision");
    invalid(step(GS_REVIEWER, submitted, path + "/review", "{\"decision\":\"RETURN\"}"), "remark");
    invalid(
        step(GS_REVIEWER, submitted, path + "/review", "{\"decision\":\"PERHAPS\"}"), "decision");
    Response passed = ok(step(GS_REVIEWER, submitted, path + "/review", "{\"decision\":\"PASS\"}"));
    invalid(step(PUBLISHER, passed, path + "/publication", "{\"decision\":\"RETURN\"}"), "remark");
    Response published =
        ok(step(PUBLISHER, passed, path + "/publication", "{\"decision\":\"PUBLISH\"}"));
    invalid(step(GS_REVIEWER, published, path + "/withdrawal", "{}"), "reason");
  }

  @Test
  void requestsAreChecked() {
    Response published =
        published(
            GS_EDITOR,
            GS_REVIEWER,
            Bodies.resource("申请校验", ITEM, Bodies.item("身份证号", "idn", "NOT_SHARED")));
    List<String> items = published.path("items.id");
    String good = Bodies.request(id(published), List.of(items.get(0)));
    invalid(post(SW_REQUESTER, "/requests", "{}"), "purpose");
    invalid(
        post(SW_REQUESTER, "/requests", good.replace(Bodies.UNTIL.toString(), "2020-01-01")),
        "validUntil");
    invalid(post(SW_REQUESTER, "/requests", good.replace("多证合一", " ")), "purpose");
    invalid(post(SW_REQUESTER, "/requests", good.replace("国务院文件", "")), "legalBasis");
    invalid(
        post(SW_REQUESTER, "/requests", good.replace(id(published), UUID.randomUUID().toString())),
        "resourceId");
    invalid(post(SW_REQUESTER, "/requests", Bodies.request(id(published), List.of())), "itemIds");
    invalid(
        post(
            SW_REQUESTER,
            "/requests",
            Bodies.request(id(published), List.of(items.get(0), items.get(0)))),
        "itemIds[1]");
    invalid(
        post(
            SW_REQUESTER,
            "/requests",
            Bodies.request(id(published), List.of(UUID.randomUUID().toString()))),
        "itemIds[0]");
    invalid(post(SW_REQUESTER, "/requests", Bodies.request(id(published), items)), "itemIds[1]");
  }

  @Test
  void grantsNeverReachBeyondTheRequest() {
    Response published =
        published(
            GS_EDITOR, GS_REVIEWER, Bodies.resource("授权校验", ITEM, Bodies.item("住所", "address")));
    List<String> items = published.path("items.id");
    Response request =
        post(SW_REQUESTER, "/requests", Bodies.request(id(published), List.of(items.get(0))));
    String path = "/requests/" + id(request);
    invalid(step(SHARING, request, path + "/compliance-check", "{}"), "decision");
    invalid(
        step(SHARING, request, path + "/compliance-check", "{\"decision\":\"REFUSE\"}"), "remark");
    Response checked =
        ok(step(SHARING, request, path + "/compliance-check", "{\"decision\":\"PASS\"}"));
    path = path + "/decision";
    invalid(
        step(
            GS_REVIEWER,
            checked,
            path,
            "{\"decision\":\"GRANT\",\"itemIds\":[\"" + items.get(1) + "\"]}"),
        "itemIds[0]");
    invalid(step(GS_REVIEWER, checked, path, "{\"decision\":\"GRANT\",\"itemIds\":[]}"), "itemIds");
    invalid(
        step(
            GS_REVIEWER,
            checked,
            path,
            "{\"decision\":\"GRANT\",\"expiresAt\":\"2020-01-01T00:00:00Z\"}"),
        "expiresAt");
    invalid(
        step(
            GS_REVIEWER,
            checked,
            path,
            "{\"decision\":\"GRANT\",\"expiresAt\":\"2100-01-01T00:00:00Z\"}"),
        "expiresAt");
    invalid(step(GS_REVIEWER, checked, path, "{\"decision\":\"REFUSE\"}"), "remark");
    Response granted = ok(step(GS_REVIEWER, checked, path, "{\"decision\":\"GRANT\"}"));
    Response grant = ok(get(GS_REVIEWER, "/grants/" + granted.path("grantId")));
    invalid(step(GS_REVIEWER, grant, "/grants/" + id(grant) + "/revocation", "{}"), "reason");
  }
}
