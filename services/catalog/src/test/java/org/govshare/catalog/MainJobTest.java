package org.govshare.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The catalogue's side of the main job, from the first draft to the grant. */
@QuarkusTest
class MainJobTest extends CatalogTest {

  @Test
  void aResourceIsPublishedFoundRequestedAndGranted() {
    Response published =
        published(
            GS_EDITOR,
            GS_REVIEWER,
            Bodies.resource(
                "企业登记基本信息",
                Bodies.item("统一社会信用代码", "uscc"),
                Bodies.item("法定代表人", "legal_person", "CONDITIONAL"),
                Bodies.item("住所", "address")));
    published
        .then()
        .body("state", equalTo("PUBLISHED"))
        .body("version", equalTo(1))
        .body("sharingType", equalTo("CONDITIONAL"))
        .body("department.name", equalTo("省工商局"))
        .body("category.name", equalTo("企业法人"));
    assertThat(published.<String>path("identifier")).matches("0102011300000001/[0-9]{5}");

    Response found = ok(as(SW_REQUESTER).queryParam("q", "定代").get(API + "/resources"));
    String id = id(published);
    found.then().body("items.find { it.id == '" + id + "' }.matchedItems", contains("法定代表人"));

    List<String> wanted = published.<List<String>>path("items.id").subList(0, 2);
    Response submitted =
        post(SW_REQUESTER, "/requests", Bodies.request(id, wanted))
            .then()
            .statusCode(201)
            .extract()
            .response();
    String request = "/requests/" + id(submitted);
    get(SHARING, "/requests?role=todo").then().body("items.id", hasItem(id(submitted)));
    get(SHARING, "/todo").then().body("kinds.kind", hasItem("REQUEST_COMPLIANCE_CHECK"));
    Response checked =
        ok(step(SHARING, submitted, request + "/compliance-check", "{\"decision\":\"PASS\"}"));
    get(GS_REVIEWER, "/requests?role=todo").then().body("items.id", hasItem(id(submitted)));
    Response granted =
        ok(
            step(
                GS_REVIEWER,
                checked,
                request + "/decision",
                "{\"decision\":\"GRANT\",\"itemIds\":[\"" + wanted.get(0) + "\"]}"));
    granted.then().body("state", equalTo("PARTIALLY_GRANTED"));

    Response grant = ok(get(SW_REQUESTER, "/grants/" + granted.path("grantId")));
    grant
        .then()
        .body("state", equalTo("ACTIVE"))
        .body("items", hasSize(1))
        .body("items[0].name", equalTo("统一社会信用代码"))
        .body("expiresAt", equalTo(Bodies.UNTIL + "T16:00:00Z"))
        .body("resource.identifier", equalTo(published.path("identifier")));
    get(DESIGNER, "/grants").then().body("items.id", hasItem(id(grant)));

    Response revoked =
        ok(
            step(
                GS_REVIEWER,
                grant,
                "/grants/" + id(grant) + "/revocation",
                "{\"reason\":\"不再需要\"}"));
    revoked.then().body("state", equalTo("REVOKED"));
    get(GS_EDITOR, "/resources/" + id + "/history")
        .then()
        .body("items.action", contains("SUBMIT", "PASS", "PUBLISH"));
    get(MONITOR, "/statistics").then().statusCode(200);
  }
}
