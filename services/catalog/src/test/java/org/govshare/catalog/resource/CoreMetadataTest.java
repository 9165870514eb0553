package org.govshare.catalog.resource;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.govshare.catalog.Bodies;
import org.govshare.catalog.CatalogTest;
import org.junit.jupiter.api.Test;

/** The core metadata of a resource and of its items. */
@QuarkusTest
class CoreMetadataTest extends CatalogTest {

  private static final String BASE =
      """
      {"name":"%s","abstract":"合成数据","categoryCode":"010201","format":"DATABASE",
       "dataStructure":"STRUCTURED","openType":"OPEN",
       "updateFrequency":"YEARLY","sharingMethod":"DATABASE","rowCount":12%s}
      """;

  private static String resource(String name, String more) {
    return BASE.formatted(name, ",\"sharingType\":\"UNCONDITIONAL\"" + more);
  }

  private static String item(String name, String more) {
    return "{\"name\":\"%s\",\"dataType\":\"I\"%s}".formatted(name, more);
  }

  @Test
  void everythingWrittenIsReadAgainAndGoesIntoTheNextVersion() {
    String identifier =
        published(GS_EDITOR, GS_REVIEWER, Bodies.resource("关联目标", Bodies.item("名称", "mc")))
            .path("identifier");
    String body =
        resource(
            "核心元数据全项",
            """
            ,"formatType":"mysql","openCondition":"署名","keywords":["企业","登记"],
            "relatedResources":["%s"],"classification":"UNCLASSIFIED",
            "contact":{"name":"登记处","phone":"0311-1234567","email":"djc@example.gov.cn"},
            "census":{"storageGb":1.5,"sharedStorageGb":0.25,"sharedRows":10,"openStorageGb":0,
              "openRows":3},
            "items":[{"name":"序号","dataType":"I","description":"行号","openCondition":"不限"}]
            """
                .formatted(identifier));

    Response read = get(GS_EDITOR, "/resources/" + id(created(GS_EDITOR, body)));

    isComplete(read, identifier);
    Response done = published(GS_REVIEWER, read, GS_EDITOR);
    Response next = step(GS_EDITOR, done, "/resources/" + id(done) + "/versions", null);
    isComplete(next, identifier);
  }

  private static void isComplete(Response read, String related) {
    read.then()
        .body("formatType", equalTo("mysql"))
        .body("openCondition", equalTo("署名"))
        .body("keywords", contains("企业", "登记"))
        .body("relatedResources", contains(related))
        .body("classification", equalTo("UNCLASSIFIED"))
        .body("contact.name", equalTo("登记处"))
        .body("contact.phone", equalTo("0311-1234567"))
        .body("contact.email", equalTo("djc@example.gov.cn"))
        .body("census.storageGb", equalTo(1.5f))
        .body("census.sharedStorageGb", equalTo(0.25f))
        .body("census.sharedRows", equalTo(10))
        .body("census.openRows", equalTo(3))
        .body("rowCount", equalTo(12))
        .body("items[0].description", equalTo("行号"))
        .body("items[0].openCondition", equalTo("不限"))
        .body("items[0].sharingMethod", equalTo("DATABASE"))
        .body("items[0].updateFrequency", equalTo("YEARLY"));
  }

  @Test
  void theResourceIsAsStrictAsItsStrictestItem() {
    String items =
        String.join(
            ",",
            item("甲", ",\"sharingType\":\"UNCONDITIONAL\""),
            item(
                "乙",
                """
                ,"sharingType":"UNCONDITIONAL","openType":"CLOSED","updateFrequency":"WEEKLY"
                """),
            item(
                "丙",
                """
                ,"sharingType":"CONDITIONAL","sharingCondition":"签订协议",
                "openType":"ON_REQUEST","updateFrequency":"IRREGULAR"
                """));
    String body = BASE.formatted("最严格的信息项", ",\"items\":[" + items + "]");

    Response read = created(GS_EDITOR, body);

    read.then()
        .body("sharingType", equalTo("CONDITIONAL"))
        .body("openType", equalTo("CLOSED"))
        .body("updateFrequency", equalTo("WEEKLY"))
        .body("items.openType", contains("OPEN", "CLOSED", "ON_REQUEST"))
        .body("items.updateFrequency", contains("YEARLY", "WEEKLY", "IRREGULAR"));
  }

  @Test
  void stateSecretsAndUnknownLevelsAreRefusedWithTheReason() {
    Response secret = post(GS_EDITOR, "/resources", resource("涉密", ",\"classification\":\"机密\""));
    Response unknown =
        post(GS_EDITOR, "/resources", resource("未知密级", ",\"classification\":\"内部\""));

    invalid(secret, "classification");
    secret.then().body("errors[0].message", containsString("国家秘密"));
    invalid(unknown, "classification");
    unknown.then().body("errors[0].message", containsString("不是已知的密级"));
  }

  @Test
  void whatDoesNotFitTogetherIsNamed() {
    Response answer =
        post(
            GS_EDITOR,
            "/resources",
            resource(
                    "不相符",
                    """
                    ,"formatType":"xls","proposedIdentifier":"123","keywords":["重复","重复"],
                    "relatedResources":["0102011300000001"],"contact":{"email":"nobody"},
                    "census":{"storageGb":-1,"openRows":-2},
                    "items":[{"name":"甲","dataType":"I","sharingMethod":"DATABASE"}]
                    """)
                .replace("\"format\":\"DATABASE\"", "\"format\":\"SERVICE_INTERFACE\""));

    refused(answer, 400, "invalid-input");
    answer
        .then()
        .body(
            "errors.field",
            hasItems(
                "formatType",
                "sharingMethod",
                "proposedIdentifier",
                "keywords[1]",
                "relatedResources[0]",
                "contact.email",
                "census.storageGb",
                "census.openRows",
                "items[0].sharingMethod"));
  }

  @Test
  void anUnknownRelatedResourceIsNamed() {
    Response answer =
        post(
            GS_EDITOR,
            "/resources",
            resource("关联不存在", ",\"relatedResources\":[\"9999991300000001/99999\"]"));

    invalid(answer, "relatedResources[0]");
  }

  @Test
  void theKnownFormatsAreListed() {
    get(SW_REQUESTER, "/format-types")
        .then()
        .statusCode(200)
        .body("find { it.code == 'ofd' }.format", equalTo("ELECTRONIC_FILE"))
        .body("code", hasItem("kingbasees"));
  }
}
