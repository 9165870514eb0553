package org.govshare.catalog.library;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.govshare.catalog.CatalogTest;
import org.govshare.platform.reactive.testing.TestToken;
import org.junit.jupiter.api.Test;

/** Policies, standards, data elements and code tables. */
@QuarkusTest
class LibraryTest extends CatalogTest {

  private static final String DOCUMENTS = "/library/documents";
  private static final String ELEMENTS = "/library/data-elements";
  private static final String TABLES = "/library/code-tables";

  static String document(String kind, String number, String title, String more) {
    return """
    {"kind":"%s","title":"%s","documentNumber":"%s","issuingBody":"国务院","effectiveOn":"2016-09-05"%s}
    """
        .formatted(kind, title, number, more);
  }

  static String element(String identifier, String name, String more) {
    return """
    {"identifier":"%s","name":"%s","definition":"测试用数据元","dataType":"C","length":18,
     "effectiveOn":"2015-10-01"%s}
    """
        .formatted(identifier, name, more);
  }

  static String table(String identifier, String name) {
    return """
    {"identifier":"%s","name":"%s","effectiveOn":"2004-01-01"}
    """
        .formatted(identifier, name);
  }

  private Response add(String path, String body) {
    return post(PUBLISHER, path, body).then().statusCode(201).extract().response();
  }

  private Response put(TestToken token, Response seen, String path, String body) {
    return as(token).header("If-Match", seen.header("ETag")).body(body).put(API + path);
  }

  @Test
  void stateFollowsFromTheDays() {
    add(DOCUMENTS, document("POLICY", "测政〔2016〕51号", "测试资源互通管理办法", ""))
        .then()
        .body("state", equalTo("IN_FORCE"))
        .body("repealedOn", nullValue());
    add(DOCUMENTS, document("POLICY", "测政〔2010〕1号", "测试旧办法", ",\"repealedOn\":\"2018-01-01\""))
        .then()
        .body("state", equalTo("REPEALED"));
    add(
            DOCUMENTS,
            document("POLICY", "测政〔2099〕1号", "测试新办法", "").replace("2016-09-05", "2099-01-01"))
        .then()
        .body("state", equalTo("PLANNED"));
    ok(get(SW_REQUESTER, DOCUMENTS + "?state=REPEALED&kind=POLICY&size=100"))
        .then()
        .body("items.documentNumber", hasItem("测政〔2010〕1号"))
        .body("items.documentNumber", not(hasItem("测政〔2016〕51号")));
    ok(get(SW_REQUESTER, DOCUMENTS + "?q=资源互通管理"))
        .then()
        .body("items.documentNumber", contains("测政〔2016〕51号"))
        .body("total", equalTo(1));
    ok(get(SW_REQUESTER, DOCUMENTS + "?state=PLANNED"))
        .then()
        .body("items.documentNumber", hasItem("测政〔2099〕1号"));
  }

  @Test
  void aReplacedDocumentNamesItsSuccessor() {
    Response old = add(DOCUMENTS, document("STANDARD", "GB/T 0001-1999", "测试标准旧", ""));
    Response next = add(DOCUMENTS, document("STANDARD", "GB/T 0001-2019", "测试标准新", ""));
    String path = DOCUMENTS + "/" + id(old);
    String replaced = ",\"replacedBy\":\"" + id(next) + "\"";
    invalid(
        put(PUBLISHER, old, path, document("STANDARD", "GB/T 0001-1999", "测试标准旧", replaced)),
        "repealedOn");
    String repealed = replaced + ",\"repealedOn\":\"2019-10-01\"";
    Response changed =
        ok(put(PUBLISHER, old, path, document("STANDARD", "GB/T 0001-1999", "测试标准旧", repealed)));
    changed.then().body("state", equalTo("REPEALED")).body("replacedBy", equalTo(id(next)));
    refused(
        put(PUBLISHER, old, path, document("STANDARD", "GB/T 0001-1999", "改", "")),
        412,
        "stale-version");
    refused(
        as(PUBLISHER)
            .header("If-Match", next.header("ETag"))
            .delete(API + DOCUMENTS + "/" + id(next)),
        409,
        "library-entry-in-use");
    as(PUBLISHER)
        .header("If-Match", changed.header("ETag"))
        .delete(API + path)
        .then()
        .statusCode(204);
    refused(get(PUBLISHER, path), 404, "library-entry-not-found");
  }

  @Test
  void badDocumentsAreToldPlainly() {
    add(DOCUMENTS, document("POLICY", "测政〔2011〕2号", "重复", ""));
    invalid(
        post(PUBLISHER, DOCUMENTS, document("POLICY", "测政〔2011〕2号", "重复", "")), "documentNumber");
    invalid(post(PUBLISHER, DOCUMENTS, document("LAW", "甲", "乙", "")), "kind");
    invalid(post(PUBLISHER, DOCUMENTS, document("POLICY", "甲", "", "")), "title");
    invalid(
        post(PUBLISHER, DOCUMENTS, document("POLICY", "甲", "乙", ",\"repealedOn\":\"2001-01-01\"")),
        "repealedOn");
    invalid(
        post(
            PUBLISHER,
            DOCUMENTS,
            document(
                "POLICY",
                "甲",
                "乙",
                ",\"repealedOn\":\"2030-01-01\","
                    + "\"replacedBy\":\"00000000-0000-0000-0000-000000000000\"")),
        "replacedBy");
    invalid(get(PUBLISHER, DOCUMENTS + "?size=1000"), "size");
  }

  @Test
  void onlyThePublisherWrites() {
    Response existing = add(DOCUMENTS, document("POLICY", "测政〔2012〕3号", "权限", ""));
    String path = DOCUMENTS + "/" + id(existing);
    for (TestToken other : List.of(GS_EDITOR, GS_REVIEWER, SHARING, SW_REQUESTER, AUDITOR)) {
      refused(
          post(other, DOCUMENTS, document("POLICY", "测政〔2012〕4号", "越权", "")), 403, "role-required");
      refused(
          put(other, existing, path, document("POLICY", "测政〔2012〕3号", "越权", "")),
          403,
          "role-required");
      refused(
          as(other).header("If-Match", existing.header("ETag")).delete(API + path),
          403,
          "role-required");
      refused(post(other, ELEMENTS, element("X9", "越权", "")), 403, "role-required");
      refused(post(other, TABLES, table("X9", "越权")), 403, "role-required");
    }
  }

  @Test
  void codesHaveVersionsThatFollowEachOther() {
    Response sexes = add(TABLES, table("测试代码 1", "人的性别代码"));
    String path = TABLES + "/" + id(sexes);
    refused(get(GS_EDITOR, path + "/codes"), 404, "library-entry-not-found");
    add(
            path + "/versions",
            """
            {"label":"1980","validFrom":"1980-01-01","codes":[{"code":"1","name":"男"}]}
            """)
        .then()
        .body("number", equalTo(1));
    add(
            path + "/versions",
            """
            {"label":"2003","validFrom":"2003-12-01","codes":[
             {"code":"0","name":"未知的性别"},{"code":"1","name":"男性"},{"code":"2","name":"女性"},
             {"code":"9","name":"未说明的性别","parent":"0","remark":"测试"}]}
            """)
        .then()
        .body("number", equalTo(2))
        .body("codeCount", equalTo(4));
    ok(get(GS_EDITOR, path + "/versions"))
        .then()
        .body("items.number", contains(2, 1))
        .body("items[1].validUntil", equalTo("2003-11-30"))
        .body("items[0].validUntil", nullValue());
    ok(get(GS_EDITOR, path + "/codes"))
        .then()
        .body("items.code", contains("0", "1", "2", "9"))
        .body("items[3].parent", equalTo("0"));
    ok(get(GS_EDITOR, path + "/codes?version=1")).then().body("items.name", contains("男"));
    ok(get(GS_EDITOR, path + "/codes?q=女")).then().body("items.code", contains("2"));
    invalid(
        post(
            PUBLISHER,
            path + "/versions",
            """
            {"label":"旧","validFrom":"2000-01-01","codes":[{"code":"1","name":"男"}]}
            """),
        "validFrom");
    Response faulty =
        post(
            PUBLISHER,
            path + "/versions",
            """
            {"label":"2030","validFrom":"2030-01-01","codes":[
             {"code":"1","name":"甲","parent":"2"},{"code":"2","name":"乙","parent":"1"},
             {"code":"3","name":"丙","parent":"7"},{"code":"3","name":"丁"}]}
            """);
    invalid(faulty, "codes[0].parent");
    invalid(faulty, "codes[2].parent");
    invalid(faulty, "codes[3].code");
  }

  @Test
  void elementsAreSuggestedByNameSynonymAndLikeness() {
    Response uscc =
        add(ELEMENTS, element("DE-USCC", "统一测试信用代码", ",\"synonyms\":[\"测试信用代码\",\"USCC\"]"));
    add(ELEMENTS, element("DE-ENT", "测试企业名号", ""));
    add(ELEMENTS, element("DE-OLD", "测试企业名号", ",\"repealedOn\":\"2016-01-01\""));
    ok(get(GS_EDITOR, ELEMENTS + "/suggestions?name=统一测试信用代码"))
        .then()
        .body("[0].identifier", equalTo("DE-USCC"))
        .body("[0].match", equalTo("NAME"))
        .body("[0].similarity", equalTo(1.0f));
    ok(get(GS_EDITOR, ELEMENTS + "/suggestions?name=ｕｓｃｃ"))
        .then()
        .body("[0].identifier", equalTo("DE-USCC"))
        .body("[0].match", equalTo("SYNONYM"));
    ok(get(GS_EDITOR, ELEMENTS + "/suggestions?name=测试的企业名号"))
        .then()
        .body("identifier", contains("DE-ENT"))
        .body("[0].match", equalTo("SIMILAR"));
    ok(get(GS_EDITOR, ELEMENTS + "/suggestions?name=天气")).then().body("$", equalTo(List.of()));
    invalid(get(GS_EDITOR, ELEMENTS + "/suggestions"), "name");
    ok(get(GS_EDITOR, ELEMENTS + "/" + id(uscc)))
        .then()
        .body("synonyms", contains("测试信用代码", "USCC"));
    ok(get(GS_EDITOR, ELEMENTS + "?q=usc")).then().body("items.identifier", contains("DE-USCC"));
  }

  @Test
  void theLibraryIsNotEmptyAtFirst() {
    ok(get(SW_REQUESTER, DOCUMENTS + "?q=指南（试行）"))
        .then()
        .body("items.title", contains("政务信息资源目录编制指南（试行）"));
    ok(get(SW_REQUESTER, ELEMENTS + "/suggestions?name=身份证号"))
        .then()
        .body("[0].name", equalTo("公民身份号码"))
        .body("[0].match", equalTo("SYNONYM"));
    String sexes = ok(get(SW_REQUESTER, TABLES + "?q=性别代码")).path("items[0].id");
    ok(get(SW_REQUESTER, TABLES + "/" + sexes + "/codes"))
        .then()
        .body("items.name", contains("未知的性别", "男性", "女性", "未说明的性别"));
  }

  @Test
  void elementsCiteTablesAndStandards() {
    Response table = add(TABLES, table("CT-EL", "引用测试代码"));
    Response policy = add(DOCUMENTS, document("POLICY", "测政〔2013〕5号", "非标准", ""));
    String cites = ",\"codeTableId\":\"" + id(table) + "\"";
    add(ELEMENTS, element("DE-CT", "引用代码表的数据元", cites))
        .then()
        .body("codeTableId", equalTo(id(table)));
    refused(
        as(PUBLISHER)
            .header("If-Match", table.header("ETag"))
            .delete(API + TABLES + "/" + id(table)),
        409,
        "library-entry-in-use");
    invalid(
        post(PUBLISHER, ELEMENTS, element("DE-CT2", "甲", ",\"standardId\":\"" + id(policy) + "\"")),
        "standardId");
    invalid(post(PUBLISHER, ELEMENTS, element("DE-CT", "乙", "")), "identifier");
    invalid(
        post(PUBLISHER, ELEMENTS, element("DE-L", "丙", "").replace("\"length\":18,", "")),
        "length");
    invalid(
        post(PUBLISHER, ELEMENTS, element("DE-T", "丁", "").replace("\"C\"", "\"X\"")), "dataType");
  }
}
