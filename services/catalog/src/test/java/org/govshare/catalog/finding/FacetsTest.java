package org.govshare.catalog.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.govshare.catalog.Bodies;
import org.govshare.catalog.CatalogTest;
import org.govshare.catalog.resource.DataStructure;
import org.govshare.catalog.resource.OpenType;
import org.govshare.catalog.resource.ResourceFormat;
import org.govshare.catalog.resource.ResourceState;
import org.govshare.catalog.resource.SharingType;
import org.govshare.catalog.resource.UpdateFrequency;
import org.govshare.platform.reactive.testing.TestToken;
import org.junit.jupiter.api.Test;

/** Filters, counts, order and pages of what is found. */
@QuarkusTest
class FacetsTest extends CatalogTest {

  @Inject Pool database;

  private static RequestSpecification query(TestToken who, String q) {
    return as(who).queryParam("q", q).queryParam("facets", true);
  }

  private static Response list(RequestSpecification query) {
    return ok(query.get(API + "/resources"));
  }

  private static String publish(String name, String category, String sharing) {
    return id(
        published(
            GS_EDITOR,
            GS_REVIEWER,
            Bodies.resourceIn(
                name, "用于计数", category, Bodies.item("编号" + name, "number", sharing))));
  }

  private static Map<String, Integer> counts(Response answer, String facet) {
    return answer.<List<Map<String, Object>>>path("facets." + facet).stream()
        .collect(Collectors.toMap(e -> (String) e.get("value"), e -> (Integer) e.get("count")));
  }

  @Test
  void aListIsContinuedHoweverManyWordsWereAskedFor() {
    String letters = "鼋鼍鼎鼐鼓鼗鼙鼠鼢鼬鼯鼱鼷鼹鼻鼽鼾齁齄齇齉齐齑齿龀龁龂龃龄龅龆龇";
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      ids.add(
          id(
              published(
                  GS_EDITOR,
                  GS_REVIEWER,
                  Bodies.resourceIn("多词" + i, letters, "010201", Bodies.item("编号", "number")))));
    }
    String words = String.join(" ", letters.split(""));
    List<String> found = new ArrayList<>();
    String after = null;
    do {
      RequestSpecification query = query(SW_REQUESTER, words).queryParam("size", 1);
      Response page = list(after == null ? query : query.queryParam("after", after));
      found.addAll(page.path("items.id"));
      after = page.path("next");
    } while (after != null && found.size() < 4);
    assertThat(found).containsExactlyInAnyOrderElementsOf(ids);
  }

  @Test
  void eachFacetIsCountedWithTheFiltersOfTheOthers() {
    publish("鲲鹏甲", "010201", "UNCONDITIONAL");
    publish("鲲鹏乙", "010202", "CONDITIONAL");
    publish("鲲鹏丙", "010300", "CONDITIONAL");

    Response all = list(query(SW_REQUESTER, "鲲鹏"));
    all.then().body("total", equalTo(3)).body("next", nullValue());
    assertThat(counts(all, "sharingType")).isEqualTo(Map.of("UNCONDITIONAL", 1, "CONDITIONAL", 2));
    assertThat(counts(all, "category"))
        .isEqualTo(Map.of("010000", 3, "010200", 2, "010201", 1, "010202", 1, "010300", 1));
    assertThat(counts(all, "department")).isEqualTo(Map.of("gs", 3));
    assertThat(counts(all, "state")).isEqualTo(Map.of("PUBLISHED", 3));
    assertThat(counts(all, "format")).isEqualTo(Map.of("DATABASE", 3));
    assertThat(counts(all, "dataStructure")).isEqualTo(Map.of("STRUCTURED", 3));
    assertThat(counts(all, "updateFrequency")).isEqualTo(Map.of("DAILY", 3));
    assertThat(counts(all, "year")).hasSize(1).containsValue(3);
    all.then().body("facets.department[0].label", equalTo("省工商局"));

    Response legal = list(query(SW_REQUESTER, "鲲鹏").queryParam("category", "010200"));
    legal.then().body("total", equalTo(2));
    assertThat(counts(legal, "category")).containsEntry("010300", 1).containsEntry("010000", 3);
    assertThat(counts(legal, "sharingType"))
        .isEqualTo(Map.of("UNCONDITIONAL", 1, "CONDITIONAL", 1));

    Response both =
        list(
            query(SW_REQUESTER, "鲲鹏")
                .queryParam("category", "010200")
                .queryParam("sharingType", "CONDITIONAL"));
    both.then().body("total", equalTo(1)).body("items.name", contains("鲲鹏乙"));
    assertThat(counts(both, "sharingType")).isEqualTo(Map.of("UNCONDITIONAL", 1, "CONDITIONAL", 1));
    assertThat(counts(both, "category"))
        .isEqualTo(Map.of("010000", 2, "010200", 1, "010202", 1, "010300", 1));

    Response either =
        list(
            query(SW_REQUESTER, "鲲鹏")
                .queryParam("category", "010201")
                .queryParam("category", "010300"));
    either.then().body("items.name", containsInAnyOrder("鲲鹏甲", "鲲鹏丙"));
  }

  @Test
  void draftsAreCountedForTheirDepartmentAlone() {
    id(created(GS_EDITOR, Bodies.resource("鸑鷟草稿", Bodies.item("编号", "number"))));
    publish("鸑鷟已发布", "010201", "UNCONDITIONAL");

    assertThat(counts(list(query(GS_EDITOR, "鸑鷟")), "state"))
        .isEqualTo(Map.of("DRAFT", 1, "PUBLISHED", 1));
    assertThat(counts(list(query(MZ_EDITOR, "鸑鷟")), "state")).isEqualTo(Map.of("PUBLISHED", 1));
    Response own =
        list(query(GS_EDITOR, "鸑鷟").queryParam("state", "DRAFT").queryParam("state", "PUBLISHED"));
    own.then().body("total", equalTo(2));
    Response others =
        list(query(MZ_EDITOR, "鸑鷟").queryParam("state", "DRAFT").queryParam("state", "PUBLISHED"));
    others.then().body("total", equalTo(1)).body("items.name", contains("鸑鷟已发布"));
    refused(
        query(SW_REQUESTER, "鸑鷟").queryParam("state", "DRAFT").get(API + "/resources"),
        403,
        "role-required");
    refused(
        query(MZ_EDITOR, "鸑鷟")
            .queryParam("state", "DRAFT")
            .queryParam("department", "gs")
            .get(API + "/resources"),
        403,
        "department-required");
  }

  @Test
  void datesOfPublicationAreAFilterAndYearsAreCountedWithoutIt() {
    String id = publish("獬豸日期", "010201", "UNCONDITIONAL");
    rewrite(
        "update information_resource set published_at = '2019-12-31T16:30:00Z' where id = '%s'",
        id);

    Response found = list(query(SW_REQUESTER, "獬豸").queryParam("publishedFrom", "2020-01-01"));
    found.then().body("items.id", contains(id));
    Response none = list(query(SW_REQUESTER, "獬豸").queryParam("publishedTo", "2019-12-31"));
    none.then().body("total", equalTo(0)).body("items", empty());
    assertThat(counts(none, "year")).isEqualTo(Map.of("2020", 1));
    assertThat(counts(none, "department")).isEmpty();
  }

  @Test
  void theBestHitsComeFirst() {
    String other = publish("龘五", "010201", "UNCONDITIONAL");
    rewrite("update information_resource set summary = '内含龘字号' where id = '%s'", other);
    String withItem =
        id(
            published(
                GS_EDITOR,
                GS_REVIEWER,
                Bodies.resourceIn("项目四", "x", "010201", Bodies.item("龘字编号", "number"))));
    String inside = publish("某龘字三", "010201", "UNCONDITIONAL");
    String prefix = publish("龘字二", "010201", "UNCONDITIONAL");
    String exact = publish("龘字", "010201", "UNCONDITIONAL");

    Response found = list(query(SW_REQUESTER, "龘字"));
    found.then().body("items.id", contains(exact, prefix, inside, withItem));
    found.then().body("items[0].highlights[0].field", equalTo("name"));
    found.then().body("items[2].highlights[0].spans[0].start", equalTo(1));
    found.then().body("items[2].highlights[0].spans[0].end", equalTo(3));
    found.then().body("items[3].matchedItems", contains("龘字编号"));
    found.then().body("items[3].highlights.field", hasItem("item"));
  }

  @Test
  void pinyinInitialsFindNamesAndItems() {
    String id =
        id(
            published(
                GS_EDITOR,
                GS_REVIEWER,
                Bodies.resourceIn("鳜鱼信息", "水产", "010201", Bodies.item("鲟鳇产地", "place"))));

    list(query(SW_REQUESTER, "GYXX"))
        .then()
        .body("items.id", hasItem(id))
        .body("items.find { it.id == '" + id + "' }.highlights[0].spans[0].end", equalTo(4));
    list(query(SW_REQUESTER, "xhcd"))
        .then()
        .body("items.id", hasItem(id))
        .body("items.find { it.id == '" + id + "' }.matchedItems", contains("鲟鳇产地"));
  }

  @Test
  void pagesGoOnBehindAPosition() {
    List<String> published = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      published.add(publish("狻猊" + (char) ('甲' + i), "010201", "UNCONDITIONAL"));
    }
    List<String> seen = new ArrayList<>();
    Response page = list(query(SW_REQUESTER, "狻猊").queryParam("size", 3));
    seen.addAll(page.path("items.id"));
    publish("狻猊新来", "010201", "UNCONDITIONAL");
    while (page.path("next") != null) {
      String next = page.path("next");
      page = list(query(SW_REQUESTER, "狻猊").queryParam("size", 3).queryParam("after", next));
      page.then().body("total", equalTo(8)).body("page", equalTo(0));
      seen.addAll(page.path("items.id"));
    }
    assertThat(seen).doesNotHaveDuplicates().containsExactlyElementsOf(published.reversed());

    List<String> browsed = new ArrayList<>();
    Response all = ok(as(SW_REQUESTER).queryParam("size", 50).get(API + "/resources"));
    browsed.addAll(all.path("items.id"));
    while (all.path("next") != null) {
      String next = all.path("next");
      all =
          ok(
              as(SW_REQUESTER)
                  .queryParam("size", 50)
                  .queryParam("after", next)
                  .get(API + "/resources"));
      browsed.addAll(all.path("items.id"));
    }
    assertThat(browsed).doesNotHaveDuplicates().hasSize(all.<Integer>path("total"));
  }

  @Test
  void wrongParametersAreNamed() {
    invalid(as(SW_REQUESTER).queryParam("after", "???").get(API + "/resources"), "after");
    invalid(as(SW_REQUESTER).queryParam("after", "AAAA").get(API + "/resources"), "after");
    String next = list(query(SW_REQUESTER, "编号").queryParam("size", 1)).path("next");
    if (next != null) {
      invalid(query(SW_REQUESTER, "别的").queryParam("after", next).get(API + "/resources"), "after");
      invalid(
          query(SW_REQUESTER, "编号")
              .queryParam("after", next)
              .queryParam("page", 1)
              .get(API + "/resources"),
          "page");
    }
    invalid(as(SW_REQUESTER).queryParam("page", 501).get(API + "/resources"), "page");
    invalid(
        as(SW_REQUESTER).queryParam("publishedFrom", "2026-13-01").get(API + "/resources"),
        "publishedFrom");
    invalid(
        as(SW_REQUESTER)
            .queryParam("publishedFrom", "2026-02-01")
            .queryParam("publishedTo", "2026-01-01")
            .get(API + "/resources"),
        "publishedTo");
    invalid(as(SW_REQUESTER).queryParam("category", "999999").get(API + "/resources"), "category");
    invalid(as(SW_REQUESTER).queryParam("department", "no").get(API + "/resources"), "department");
    invalid(as(SW_REQUESTER).queryParam("q", "字".repeat(101)).get(API + "/resources"), "q");
  }

  /** The database packs what Java unpacks: every value of every facet has the same code in both. */
  @Test
  void databaseAndServiceAgreeOnTheCodes() {
    agree(Facet.STATE, "state", ResourceState.values());
    agree(Facet.SHARING_TYPE, "sharing_type", SharingType.values());
    agree(Facet.OPEN_TYPE, "open_type", OpenType.values());
    agree(Facet.FORMAT, "format", ResourceFormat.values());
    agree(Facet.DATA_STRUCTURE, "data_structure", DataStructure.values());
    agree(Facet.UPDATE_FREQUENCY, "update_frequency", UpdateFrequency.values());
  }

  private void agree(Facet facet, String column, Enum<?>[] values) {
    for (Enum<?> value : values) {
      Row row =
          rows(
                  "select resource_facets(jsonb_populate_record(null::information_resource,"
                      + " jsonb_build_object('%s', '%s'))) as facets",
                  column, value.name())
              .getFirst();
      assertThat(facet.codeIn(row.getLong("facets"))).as("%s", value).isEqualTo(Facet.code(value));
    }
  }

  private List<Row> rows(String sql, Object... arguments) {
    List<Row> rows = new ArrayList<>();
    database
        .query(sql.formatted(arguments))
        .execute()
        .await()
        .atMost(Duration.ofSeconds(20))
        .forEach(rows::add);
    return rows;
  }

  /** Changes what was published, which the database refuses otherwise. */
  private void rewrite(String sql, Object... arguments) {
    run("alter table information_resource disable trigger published_for_ever");
    run(sql, arguments);
    run("alter table information_resource enable trigger published_for_ever");
  }

  private void run(String sql, Object... arguments) {
    rows(sql, arguments);
  }
}
