package org.govshare.catalog.conformity;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.govshare.catalog.Bodies;
import org.govshare.catalog.CatalogTest;
import org.govshare.platform.reactive.testing.TestToken;
import org.junit.jupiter.api.Test;

/** How resources follow the library they cite. */
@QuarkusTest
class ConformityTest extends CatalogTest {

  private static final String NOBODY = "00000000-0000-0000-0000-000000000000";

  private static String item(String name, String field, String more) {
    return """
    {"name":"%s","fieldName":"%s","dataType":"C","length":20,"sharingType":"NOT_SHARED",
     "legalBasis":"测试依据","openType":"CLOSED"%s}
    """
        .formatted(name, field, more);
  }

  private static String resource(String name, String... items) {
    return """
    {"name":"%s","abstract":"引用知识库","categoryCode":"010201","format":"DATABASE",
     "dataStructure":"STRUCTURED","openType":"CLOSED","updateFrequency":"DAILY",
     "sharingMethod":"DATABASE","sourceSchema":"public","sourceTable":"cites","items":[%s]}
    """
        .formatted(name, String.join(",", items));
  }

  private static String policy(String number, String more) {
    return """
    {"kind":"POLICY","title":"%s","documentNumber":"%s","issuingBody":"测试","effectiveOn":"2001-01-01"%s}
    """
        .formatted(number, number, more);
  }

  private Response add(String path, String body) {
    return post(PUBLISHER, path, body).then().statusCode(201).extract().response();
  }

  private static String link(String field, String id) {
    return ",\"" + field + "\":\"" + id + "\"";
  }

  @Test
  void onlyWhatIsInForceCanBeCited() {
    String repealed =
        id(add("/library/documents", policy("依据〔2001〕1号", ",\"repealedOn\":\"2002-01-01\"")));
    String planned =
        id(add("/library/documents", policy("依据〔2001〕2号", "").replace("2001-01-01", "2099-01-01")));
    Response answer =
        post(
            GS_EDITOR,
            "/resources",
            resource(
                "引用无效",
                item("甲", "a", link("legalBasisId", repealed)),
                item("乙", "b", link("legalBasisId", planned)),
                item("丙", "c", link("legalBasisId", NOBODY)),
                item("丁", "d", link("dataElementId", NOBODY)),
                item("戊", "e", link("codeTableId", NOBODY))));
    for (String field :
        new String[] {
          "items[0].legalBasisId",
          "items[1].legalBasisId",
          "items[2].legalBasisId",
          "items[3].dataElementId",
          "items[4].codeTableId"
        }) {
      invalid(answer, field);
    }
  }

  @Test
  void aRepealedPolicyShowsWhatStillRestsOnIt() {
    Response policy = add("/library/documents", policy("依据〔2001〕3号", ""));
    String path = "/library/documents/" + id(policy);
    Response draft =
        created(
            GS_EDITOR,
            resource(
                "引用将废止", item("甲", "a", link("legalBasisId", id(policy))), item("乙", "b", "")));
    String links = "/library-links?kind=DOCUMENT&id=" + id(policy);
    ok(get(MZ_EDITOR, links)).then().body("items", empty());
    ok(get(GS_REVIEWER, links)).then().body("items.name", contains("引用将废止"));
    published(GS_REVIEWER, draft, GS_EDITOR);
    ok(get(MZ_EDITOR, links))
        .then()
        .body("items.name", contains("引用将废止"))
        .body("items[0].items.name", contains("甲"))
        .body("items[0].department.code", equalTo("gs"))
        .body("items[0].requestCount", equalTo(0));
    refused(
        as(PUBLISHER).header("If-Match", policy.header("ETag")).delete(API + path),
        409,
        "library-entry-in-use");
    ok(get(GS_EDITOR, "/library-links/repealed?size=100"))
        .then()
        .body("items.documentNumber", not(hasItem("依据〔2001〕3号")));
    ok(
        as(PUBLISHER)
            .header("If-Match", policy.header("ETag"))
            .body(policy("依据〔2001〕3号", ",\"repealedOn\":\"2020-01-01\""))
            .put(API + path));
    ok(get(GS_EDITOR, "/library-links/repealed?size=100"))
        .then()
        .body("items.find { it.id == '" + id(policy) + "' }.itemCount", equalTo(1))
        .body("items.find { it.id == '" + id(policy) + "' }.resourceCount", equalTo(1));
    ok(get(PUBLISHER, "/changes?kind=library-document&id=" + id(policy)))
        .then()
        .body("total", equalTo(2));
  }

  @Test
  void requestsAreShownToThoseWhoSeeThem() {
    Response policy = add("/library/documents", policy("依据〔2001〕4号", ""));
    Response draft =
        created(
            GS_EDITOR,
            resource(
                "引用并被申请",
                item("甲", "a", link("legalBasisId", id(policy)))
                    .replace("\"NOT_SHARED\"", "\"UNCONDITIONAL\"")));
    Response published = published(GS_REVIEWER, draft, GS_EDITOR);
    List<String> items = published.path("items.id");
    Response request =
        post(
                SW_REQUESTER,
                "/requests",
                """
                {"resourceId":"%s","itemIds":["%s"],"purpose":"测试","legalBasis":"测试",
                 "frequency":"DAILY","method":"DATABASE","validUntil":"%s"}
                """
                    .formatted(id(published), items.get(0), Bodies.UNTIL))
            .then()
            .statusCode(201)
            .extract()
            .response();
    String links = "?kind=DOCUMENT&id=" + id(policy);
    for (TestToken seeing : List.of(SW_REQUESTER, GS_REVIEWER, SHARING)) {
      ok(get(seeing, "/library-links/requests" + links))
          .then()
          .body("items.id", contains(id(request)))
          .body("items[0].requesterDepartment.code", equalTo("sw"))
          .body("items[0].resourceName", equalTo("引用并被申请"));
    }
    ok(get(MZ_REVIEWER, "/library-links/requests" + links)).then().body("items", empty());
    refused(get(AUDITOR, "/library-links/requests" + links), 403, "role-required");
    ok(get(MZ_REVIEWER, "/library-links" + links)).then().body("items[0].requestCount", equalTo(1));
    invalid(get(GS_EDITOR, "/library-links/requests?kind=DOCUMENT"), "id");
  }

  @Test
  void deviationsFromTheStandardAreTold() {
    Response table =
        add(
            "/library/code-tables",
            "{\"identifier\":\"CT-DEV\",\"name\":\"偏离\",\"effectiveOn\":\"2001-01-01\"}");
    Response element =
        add(
            "/library/data-elements",
            """
            {"identifier":"DE-DEV","name":"偏离数据元","definition":"测试","dataType":"I","length":18,
             "codeTableId":"%s","effectiveOn":"2001-01-01"}
            """
                .formatted(id(table)));
    Response draft =
        created(
            GS_EDITOR,
            resource(
                "偏离标准", item("甲", "a", link("dataElementId", id(element))), item("乙", "b", "")));
    String path = "/resources/" + id(draft) + "/standard-deviations";
    ok(get(GS_EDITOR, path))
        .then()
        .body("itemName", contains("甲", "甲", "甲"))
        .body("kind", contains("DATA_TYPE", "LENGTH", "CODE_TABLE"))
        .body("is", contains("C", "20", null))
        .body("standard", contains("I", "18", id(table)));
    refused(get(MZ_EDITOR, path), 404, "resource-not-found");
  }
}
