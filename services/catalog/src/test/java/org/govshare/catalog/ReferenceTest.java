package org.govshare.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

/** Departments, categories, and the counts over the catalogue. */
@QuarkusTest
class ReferenceTest extends CatalogTest {

  @Test
  void departmentsComeInTheirOrderAndInPages() {
    ok(get(MONITOR, "/departments?size=9"))
        .then()
        .body("items.code", contains("gs", "mz", "sw", "bb", "tj", "rs", "zj", "ga", "xxzx"))
        .body("items[5].name", equalTo("省人力资源和社会保障厅"));
    ok(get(MONITOR, "/departments?page=2&size=4&state=ACTIVE"))
        .then()
        .body("items[0].code", equalTo("xxzx"));
  }

  @Test
  void categoriesNameTheirParent() {
    ok(get(MONITOR, "/categories?size=100"))
        .then()
        .body("items.code", hasItems("010000", "020000", "030000", "010213"))
        .body("items.find { it.code == '010201' }.parent", equalTo("010200"))
        .body("items.find { it.code == '010201' }.name", equalTo("企业法人"));
  }

  @Test
  void statisticsCountWhatIsPublished() {
    Response before = ok(get(AUDITOR, "/statistics"));
    Response published =
        published(
            GS_EDITOR,
            GS_REVIEWER,
            Bodies.resource(
                "计数", Bodies.item("甲", "a", "CONDITIONAL"), Bodies.item("乙", "b", "NOT_SHARED")));
    created(GS_EDITOR, Bodies.resource("计数草稿", Bodies.item("甲", "a")));
    Response after = ok(get(AUDITOR, "/statistics"));

    assertThat(grown(before, after, "total")).isEqualTo(2);
    assertThat(grown(before, after, "published")).isEqualTo(1);
    assertThat(grown(before, after, "dataItems")).isEqualTo(2);
    assertThat(grown(before, after, "shareable")).isZero();
    assertThat(
            grown(before, after, "bySharingType.find { it.sharingType == 'NOT_SHARED' }.resources"))
        .isEqualTo(1);
    assertThat(grown(before, after, "byOpenType.find { it.openType == 'CLOSED' }.resources"))
        .isEqualTo(1);
    after.then().body("byDepartment.department.name", hasItem("省工商局"));

    ok(
        step(
            GS_REVIEWER,
            published,
            "/resources/" + id(published) + "/withdrawal",
            "{\"reason\":\"测试\"}"));
    assertThat(grown(before, ok(get(AUDITOR, "/statistics")), "published")).isZero();
  }

  private static int grown(Response before, Response after, String path) {
    Integer first = before.path(path);
    Integer last = after.path(path);
    return last - (first == null ? 0 : first);
  }
}
