package org.govshare.catalog.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.govshare.catalog.Bodies;
import org.govshare.catalog.CatalogTest;
import org.govshare.catalog.search.Highlighter;
import org.govshare.catalog.search.SearchText;
import org.junit.jupiter.api.Test;

/** Search finds what is there, all of it and nothing else. */
@QuarkusTest
class SearchTest extends CatalogTest {

  private static final Duration LONG = Duration.ofSeconds(20);

  @Inject Pool database;

  private static Response search(String query) {
    return ok(as(SW_REQUESTER).queryParam("q", query).get(API + "/resources"));
  }

  private static String publish(String name, String summary, String... items) {
    return id(published(GS_EDITOR, GS_REVIEWER, Bodies.resourceIn(name, summary, "010201", items)));
  }

  @Test
  void twoCharactersInsideAWordAreFound() {
    String id = publish("婚姻登记档案", "历年结婚与离婚", Bodies.item("男方姓名", "groom"));
    search("姻登").then().body("items.id", contains(id));
    search("与离").then().body("items.id", contains(id));
    search("方姓")
        .then()
        .body("items.id", contains(id))
        .body("items[0].matchedItems", contains("男方姓名"))
        .body("items[0].department.name", equalTo("省工商局"));
    search("姻档").then().body("items", empty());
  }

  @Test
  void allWordsMustOccur() {
    String id = publish("低保申请家庭", "民政救助", Bodies.item("申请日期", "day"));
    search("低保 助").then().body("items.id", contains(id));
    search("低保 天文").then().body("items", empty());
  }

  @Test
  void oneCharacterIsFoundToo() {
    String id = publish("鱻类名录", "水产", Bodies.item("编号", "number"));
    search("鱻").then().body("items.id", contains(id));
  }

  @Test
  void widthAndCaseDoNotMatter() {
    String id = publish("ＱｘＺ接口", "测试", Bodies.item("编号", "number"));
    search("qxz").then().body("items.id", contains(id));
    // The name itself comes before what is found by its initials.
    search("ＱＸ").then().body("items[0].id", equalTo(id));
  }

  @Test
  void pairsThatLieApartAreNotAHit() {
    publish("甲乙丙乙甲", "顺序", Bodies.item("编号", "number"));
    search("丙乙甲乙").then().body("items", empty());
  }

  @Test
  void signsAreTakenLiterally() {
    String id = publish("折扣100%_'|&!\\\\(x)", "符号", Bodies.item("编号", "number"));
    for (String query : List.of("0%", "%_", "_'", "'|", "|&", "&!", "!\\", "\\(", "%")) {
      search(query).then().body("items.id", contains(id));
    }
    search("1%0").then().body("items", empty());
  }

  @Test
  void changedTextIsFoundUnderItsNewWordsOnly() {
    Response draft = created(GS_EDITOR, Bodies.resource("旧称谓", Bodies.item("编号", "number")));
    ok(
        as(GS_EDITOR)
            .header("If-Match", draft.header("ETag"))
            .body(Bodies.resource("新标题", Bodies.item("编号", "number")))
            .put(API + "/resources/" + id(draft)));
    drafts("称谓").then().body("items", empty());
    drafts("标题").then().body("items.id", contains(id(draft)));
  }

  private static Response drafts(String query) {
    return ok(
        as(GS_EDITOR).queryParam("q", query).queryParam("state", "DRAFT").get(API + "/resources"));
  }

  /** Beside the index, a plain LIKE over the same rows says what the answer has to be. */
  @Test
  void theIndexAgreesWithAPlainComparison() {
    Random random = new Random(20_170_601);
    String alphabet = "企业登记信息 ab％";
    for (int i = 0; i < 25; i++) {
      created(
          MZ_EDITOR,
          Bodies.resource(
              "x" + word(random, alphabet, 12), Bodies.item("y" + word(random, alphabet, 6), "f")));
    }
    for (int i = 0; i < 60; i++) {
      String query = word(random, alphabet, 1 + random.nextInt(4));
      List<String> words = SearchText.words(query);
      if (words.isEmpty()) {
        continue;
      }
      assertThat(found(query)).as("query '%s'", query).isEqualTo(plain(words));
    }
  }

  /** What the department's drafts are found by, page by page. */
  private static Set<String> found(String query) {
    Set<String> ids = new TreeSet<>();
    List<String> page = null;
    for (int number = 0; page == null || !page.isEmpty(); number++) {
      page =
          ok(as(MZ_EDITOR)
                  .queryParam("q", query)
                  .queryParam("state", "DRAFT")
                  .queryParam("department", "mz")
                  .queryParam("size", 100)
                  .queryParam("page", number)
                  .get(API + "/resources"))
              .path("items.id");
      ids.addAll(page);
    }
    return ids;
  }

  private static String word(Random random, String alphabet, int length) {
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < length; i++) {
      word.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return word.toString();
  }

  private Set<String> plain(List<String> words) {
    StringBuilder sql =
        new StringBuilder(
            "select r.id from information_resource r join resource_text s on s.resource_id = r.id"
                + " where r.state = 'DRAFT' and r.department_code = 'mz'");
    List<Object> parameters = new ArrayList<>();
    for (String word : words) {
      parameters.add(word);
      sql.append(" and strpos(concat_ws(chr(10), s.name, s.keywords, s.items, s.other")
          .append(Highlighter.mayBeInitials(word) ? ", s.name_initials, s.initials" : "")
          .append("), $")
          .append(parameters.size())
          .append(") > 0");
    }
    Set<String> ids = new TreeSet<>();
    for (Row row :
        database
            .preparedQuery(sql.toString())
            .execute(Tuple.from(parameters))
            .await()
            .atMost(LONG)) {
      ids.add(row.getUUID(0).toString());
    }
    return ids;
  }

  @Test
  void theIndexIsUsable() {
    String plan =
        database
            .withConnection(
                connection ->
                    connection
                        .query("set enable_seqscan = off")
                        .execute()
                        .chain(
                            () ->
                                connection
                                    .query(
                                        "explain select 1 from resource_text where tokens @> '{1}'")
                                    .execute())
                        .call(() -> connection.query("reset enable_seqscan").execute()))
            .map(
                rows -> {
                  StringBuilder text = new StringBuilder();
                  rows.forEach(row -> text.append(row.getString(0)).append('\n'));
                  return text.toString();
                })
            .await()
            .atMost(LONG);
    assertThat(plan).contains("resource_text_tokens");
  }
}
