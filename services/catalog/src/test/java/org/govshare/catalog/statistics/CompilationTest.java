package org.govshare.catalog.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.govshare.catalog.Bodies;
import org.govshare.catalog.CatalogTest;
import org.junit.jupiter.api.Test;

/** The compilation table. */
@QuarkusTest
class CompilationTest extends CatalogTest {

  @Test
  void eachNumberOpensExactlyWhatItCounts() {
    published(GS_EDITOR, GS_REVIEWER, Bodies.resource("编目统计甲", Bodies.item("名称", "mc")));
    published(
        MZ_EDITOR,
        MZ_REVIEWER,
        Bodies.resourceIn("编目统计乙", "合成数据", "020300", Bodies.item("名称", "mc", "NOT_SHARED")));

    Response table = get(SW_REQUESTER, "/statistics/compilation");

    List<Map<String, Object>> rows = table.jsonPath().getList("");
    assertThat(rows).extracting(row -> row.get("library") == null).containsOnlyOnce(true);
    int followed = 0;
    for (Map<String, Object> row : rows) {
      for (String column :
          List.of(
              "departments",
              "offices",
              "functions",
              "resources",
              "dataItems",
              "shareable",
              "open")) {
        Map<?, ?> count = (Map<?, ?>) row.get(column);
        as(SW_REQUESTER)
            .get((String) count.get("rows"))
            .then()
            .statusCode(200)
            .body("total", equalTo(count.get("value")));
        followed++;
      }
    }
    assertThat(followed).isEqualTo(rows.size() * 7);
    table
        .then()
        .body("library.code", hasItem("010200"))
        .body("find { it.library?.code == '020300' }.departments.value", greaterThanOrEqualTo(1));
    int shareable = table.path("find { it.library?.code == '020300' }.shareable.value");
    int resources = table.path("find { it.library?.code == '020300' }.resources.value");
    assertThat(shareable).isLessThan(resources);
  }

  @Test
  void theTotalHasEveryItem() {
    Response table = get(SW_REQUESTER, "/statistics/compilation");
    Response all = get(SW_REQUESTER, "/statistics");

    String total = "find { it.library == null }.";
    assertThat((Integer) table.path(total + "dataItems.value")).isEqualTo(all.path("dataItems"));
    assertThat((Integer) table.path(total + "resources.value")).isEqualTo(all.path("published"));
  }

  @Test
  void theItemsOfALibraryAreListedWithTheirResources() {
    Response resource =
        published(
            GS_EDITOR,
            GS_REVIEWER,
            Bodies.resourceIn("编目统计丙", "合成数据", "020400", Bodies.item("案件编号", "ajbh")));

    Response items = ok(get(SW_REQUESTER, "/statistics/compilation/020400/items?size=100"));

    String found = "items.find { it.resourceId == '" + id(resource) + "' }.";
    items
        .then()
        .body(found + "name", equalTo("案件编号"))
        .body(found + "fieldName", equalTo("ajbh"))
        .body(found + "dataType", equalTo("C"))
        .body(found + "resource", equalTo("编目统计丙"))
        .body(found + "identifier", equalTo(resource.path("identifier")))
        .body(found + "department", equalTo("gs"));
    refused(get(AUDITOR, "/statistics/compilation/all/items"), 403, "business-data");
  }

  @Test
  void unknownLibrariesAndKindsAreNotFound() {
    refused(
        get(SW_REQUESTER, "/statistics/compilation/999999/departments"), 404, "category-not-found");
    refused(get(SW_REQUESTER, "/statistics/compilation/all/people"), 404, "not-found");
    refused(get(SW_REQUESTER, "/statistics/compilation/999999/items"), 404, "category-not-found");
  }
}
