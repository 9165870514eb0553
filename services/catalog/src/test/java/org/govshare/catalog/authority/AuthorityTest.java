package org.govshare.catalog.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.govshare.catalog.Bodies;
import org.govshare.catalog.CatalogTest;
import org.govshare.catalog.search.NameSimilarity;
import org.govshare.platform.reactive.testing.TestToken;
import org.junit.jupiter.api.Test;

/** Data that several departments keep are found; the decisions on them hold until revised. */
@QuarkusTest
class AuthorityTest extends CatalogTest {

  private static final String REASON = "登记机关依法产生";

  private static String item(String name, String type, int length) {
    return """
    {"name":"%s","dataType":"%s","length":%d,"sharingType":"UNCONDITIONAL","openType":"CLOSED",
     "fieldName":"f%d"}
    """
        .formatted(name, type, length, Math.abs(name.hashCode()));
  }

  private static Response byGs(String name, String... items) {
    return published(GS_EDITOR, GS_REVIEWER, Bodies.resourceIn(name, "对比", "020100", items));
  }

  private static Response byMz(String name, String... items) {
    return published(MZ_EDITOR, MZ_REVIEWER, Bodies.resourceIn(name, "对比", "020100", items));
  }

  private static void compare() throws InterruptedException {
    Response ordered = post(PUBLISHER, "/authority/comparisons", "");
    ordered.then().statusCode(202);
    for (int i = 0; i < 600; i++) {
      Response job = ok(get(PUBLISHER, "/jobs/" + id(ordered)));
      if (List.of("DONE", "FAILED").contains(job.<String>path("state"))) {
        assertThat(job.<String>path("state")).as(job.asString()).isEqualTo("DONE");
        return;
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
    throw new AssertionError("the comparison does not end");
  }

  private static Response candidates(String q) {
    return ok(as(SW_REQUESTER).queryParam("q", q).get(API + "/authority/candidates"));
  }

  private static Map<String, Object> named(String q, String... names) {
    List<Map<String, Object>> all = candidates(q).path("items");
    return all.stream()
        .filter(one -> List.of(names).equals(one.get("names")))
        .findFirst()
        .orElseThrow(() -> new AssertionError(List.of(names) + " is not in " + all));
  }

  private static Response candidate(Map<String, Object> listed) {
    return ok(get(PUBLISHER, "/authority/candidates/" + listed.get("id")));
  }

  private static Response decide(TestToken token, Response seen, String verdict, String itemId) {
    String item = itemId == null ? "" : "\"itemId\":\"" + itemId + "\",";
    return step(
        token,
        seen,
        "/authority/candidates/" + id(seen) + "/decisions",
        "{\"verdict\":\"" + verdict + "\"," + item + "\"reason\":\"" + REASON + "\"}");
  }

  private static String item(Response resource, int index) {
    return resource.path("items[" + index + "].id");
  }

  private static Response sources(TestToken token, String... itemIds) {
    return get(token, "/authoritative-sources?itemIds=" + String.join(",", itemIds));
  }

  @Test
  void oneNameInTwoDepartmentsIsACandidate() throws InterruptedException {
    byGs("渔船一", item("渔船登记编号", "C", 20), item("仅此一家的数据项", "C", 5));
    byMz("渔船二", item("渔船登记编号。", "C", 20));
    byMz("渔船三", item("渔船登记编码", "C", 10));
    compare();

    Map<String, Object> same = named("渔船登记", "渔船登记编号");
    assertThat(((Number) same.get("score")).doubleValue()).isEqualTo(1.0);
    assertThat(same).containsEntry("resourceCount", 2).containsEntry("itemCount", 2);
    assertThat(same).containsEntry("found", true).containsEntry("baseLibrary", false);
    Response seen = candidate(same);
    seen.then().body("departments.code", contains("gs", "mz")).body("decision", nullValue());
    ok(get(SW_REQUESTER, "/authority/candidates/" + same.get("id") + "/items"))
        .then()
        .body("total", equalTo(2))
        .body("items.department.code", contains("gs", "mz"))
        .body("items.resourceName", contains("渔船一", "渔船二"));

    Map<String, Object> alike = named("渔船登记", "渔船登记编号", "渔船登记编码");
    // Four of five pairs in common; same type; half the length.
    assertThat(((Number) alike.get("nameScore")).doubleValue())
        .isCloseTo(0.8, within(0.001))
        .isCloseTo(NameSimilarity.of("渔船登记编号", "渔船登记编码"), within(0.001));
    assertThat(((Number) alike.get("score")).doubleValue())
        .isCloseTo(0.7 * 0.8 + 0.2 + 0.1 * 0.5, within(0.002));
    candidates("仅此一家").then().body("items", empty());
  }

  @Test
  void listsAreFilteredAndPaged() throws InterruptedException {
    byGs("过滤一", item("航标灯器编号", "C", 20), item("航标坐标位置", "C", 30));
    byMz("过滤二", item("航标灯器编号", "C", 20), item("航标坐标位置", "C", 30));
    compare();

    candidates("航标").then().body("total", equalTo(2));
    candidates("%_'").then().body("total", equalTo(0));
    ok(get(PUBLISHER, "/authority/candidates?size=1&department=mz"))
        .then()
        .body("items", hasSize(1));
    filtered("&department=sw").then().body("total", equalTo(0));
    filtered("&department=mz&status=OPEN&minScore=0.9").then().body("total", equalTo(2));
    filtered("&baseLibrary=true").then().body("total", equalTo(0));
    filtered("&status=SAME").then().body("total", equalTo(0));
    invalid(get(PUBLISHER, "/authority/candidates?minScore=2"), "minScore");
    invalid(get(PUBLISHER, "/authority/candidates?size=101"), "size");
    invalid(get(PUBLISHER, "/authority/candidates?status=MAYBE"), "status");
  }

  private static Response filtered(String more) {
    return ok(as(PUBLISHER).get(API + "/authority/candidates?q=航标" + more));
  }

  @Test
  void aDecisionNamesTheSourceAndCanBeRevised() throws InterruptedException {
    Response gs = byGs("来源一", item("浮标维护单位", "C", 20));
    Response mz = byMz("来源二", item("浮标维护单位", "C", 20));
    compare();
    Response seen = candidate(named("浮标维护", "浮标维护单位"));
    sources(SW_REQUESTER, item(mz, 0))
        .then()
        .statusCode(200)
        .body("[0].itemId", equalTo(item(mz, 0)))
        .body("[0].authoritative", nullValue());

    Response decided = ok(decide(PUBLISHER, seen, "SAME", item(gs, 0)));

    decided
        .then()
        .body("decision.verdict", equalTo("SAME"))
        .body("decision.departmentCode", equalTo("gs"))
        .body("decision.decidedBy", equalTo("publisher"))
        .body("decision.reason", equalTo(REASON));
    ok(sources(SW_REQUESTER, item(mz, 0), item(gs, 0)))
        .then()
        .body("[0].authoritative", equalTo(false))
        .body("[0].department.name", equalTo("省工商局"))
        .body("[0].resourceId", equalTo(id(gs)))
        .body("[0].sourceItemId", equalTo(item(gs, 0)))
        .body("[1].authoritative", equalTo(true));

    refused(decide(PUBLISHER, seen, "DIFFERENT", null), 412, "stale-version");
    Response revised = ok(decide(PUBLISHER, decided, "SAME", item(mz, 0)));
    ok(sources(SW_REQUESTER, item(gs, 0))).then().body("[0].department.code", equalTo("mz"));
    ok(decide(PUBLISHER, revised, "DIFFERENT", null));
    ok(sources(SW_REQUESTER, item(gs, 0))).then().body("[0].authoritative", nullValue());
    ok(get(SW_REQUESTER, "/authority/candidates/" + id(seen) + "/decisions"))
        .then()
        .body("items.number", contains(3, 2, 1))
        .body("items.verdict", contains("DIFFERENT", "SAME", "SAME"))
        .body("items.departmentCode", contains(null, "mz", "gs"));
    compare();
    ok(get(SW_REQUESTER, "/authority/candidates/" + id(seen)))
        .then()
        .body("decision.verdict", equalTo("DIFFERENT"));
  }

  @Test
  void whoAsksTheWrongDepartmentIsTold() throws InterruptedException {
    Response gs = byGs("建议一", item("堤坝检测结论", "C", 20));
    Response mz = byMz("建议二", item("堤坝检测结论", "C", 20), item("堤坝无关项目", "C", 20));
    compare();
    ok(decide(PUBLISHER, candidate(named("堤坝检测", "堤坝检测结论")), "SAME", item(gs, 0)));

    Response request = post(SW_REQUESTER, "/requests", Bodies.request(id(mz), mz.path("items.id")));

    request.then().statusCode(201);
    ok(get(SW_REQUESTER, "/requests/" + id(request)))
        .then()
        .body("advices", hasSize(1))
        .body("advices[0].kind", equalTo("NOT_AUTHORITATIVE"))
        .body("advices[0].itemId", equalTo(item(mz, 0)))
        .body("advices[0].department.code", equalTo("gs"))
        .body("advices[0].resourceId", equalTo(id(gs)));
    Response right = post(SW_REQUESTER, "/requests", Bodies.request(id(gs), gs.path("items.id")));
    String advice = ok(get(SW_REQUESTER, "/requests/" + id(right))).asString();
    assertThat(advice).doesNotContain("NOT_AUTHORITATIVE");
  }

  @Test
  void oneDatumHasOneSource() throws InterruptedException {
    Response gs = byGs("唯一一", item("水闸启闭记录", "C", 20));
    Response mz = byMz("唯一二", item("水闸启闭记录", "C", 20));
    byMz("唯一三", item("水闸启闭纪录", "C", 20));
    byMz("唯一四", item("水闸启闭记录表", "C", 20));
    compare();
    ok(decide(PUBLISHER, candidate(named("水闸启闭", "水闸启闭记录")), "SAME", item(gs, 0)));
    Response alike = candidate(named("水闸启闭", "水闸启闭记录", "水闸启闭记录表"));

    refused(decide(PUBLISHER, alike, "SAME", item(mz, 0)), 409, "authority-contradicts");
    ok(decide(PUBLISHER, alike, "SAME", item(gs, 0)));
    ok(sources(SW_REQUESTER, item(mz, 0))).then().body("[0].department.code", equalTo("gs"));
  }

  @Test
  void anItemOfABaseLibraryHasASourceEvenUndecided() throws InterruptedException {
    Response gs =
        published(
            GS_EDITOR,
            GS_REVIEWER,
            Bodies.resourceIn("基础库一", "对比", "010201", item("企业灯号标识", "C", 20)));
    Response mz = byMz("基础库外", item("企业灯号标识", "C", 20));
    compare();

    ok(sources(SW_REQUESTER, item(gs, 0), item(mz, 0)))
        .then()
        .body("[0].authoritative", equalTo(true))
        .body("[0].basis", equalTo("ALONE_IN_BASE_LIBRARY"))
        .body("[0].department.code", equalTo("gs"))
        .body("[1].authoritative", nullValue());
    Map<String, Object> listed = named("企业灯号", "企业灯号标识");
    assertThat(listed).containsEntry("baseLibrary", true);
    ok(decide(PUBLISHER, candidate(listed), "SAME", item(gs, 0)));
    ok(sources(SW_REQUESTER, item(gs, 0), item(mz, 0)))
        .then()
        .body("basis", contains("DECIDED", "DECIDED"))
        .body("authoritative", contains(true, false));
  }

  @Test
  void synonymsBringNamesTogether() throws InterruptedException {
    byGs("同义一", item("灯塔俗称丙名", "C", 20));
    byMz("同义二", item("灯塔正式名称", "C", 20));
    compare();
    candidates("灯塔正式名称").then().body("items", empty());
    Response synonym =
        post(PUBLISHER, "/authority/synonyms", "{\"word\":\"俗称丙名\",\"meaning\":\"正式名称\"}");
    synonym.then().statusCode(201).body("changedBy", equalTo("publisher"));
    compare();
    Response found = candidates("灯塔正式名称");
    found.then().body("items", hasSize(1)).body("items[0].departments.code", contains("gs", "mz"));
    Response mine = candidate(found.<Map<String, Object>>path("items[0]"));
    List<Map<String, Object>> items =
        ok(get(PUBLISHER, "/authority/candidates/" + id(mine) + "/items")).path("items");
    String gsItem = items.get(0).get("itemId").toString();
    ok(decide(PUBLISHER, mine, "SAME", gsItem));

    String path = "/authority/synonyms/" + id(synonym);
    refused(as(PUBLISHER).header("If-Match", "\"7\"").delete(API + path), 412, "stale-version");
    Response changed =
        ok(
            as(PUBLISHER)
                .header("If-Match", synonym.header("ETag"))
                .body("{\"word\":\"俗称丙名\",\"meaning\":\"正式叫法\"}")
                .put(API + path));
    compare();
    // What was decided keeps its names, and so follows the new keys.
    ok(sources(PUBLISHER, gsItem)).then().body("[0].authoritative", equalTo(true));
    as(PUBLISHER)
        .header("If-Match", changed.header("ETag"))
        .delete(API + path)
        .then()
        .statusCode(204);
    ok(get(PUBLISHER, "/authority/synonyms?size=100"))
        .then()
        .body("items.word", not(hasItem("俗称丙名")))
        .body("items.word", hasItem("身份证号"));
    ok(get(PUBLISHER, "/changes?kind=item-synonym&id=" + id(synonym)))
        .then()
        .body("total", equalTo(3));
  }

  private static String element(String identifier, String name, String synonym, String lastDay) {
    return """
    {"identifier":"%s","name":"%s","synonyms":["%s"],"definition":"测试","dataType":"C","length":20,
     "effectiveOn":"2020-01-01","repealedOn":%s}
    """
        .formatted(identifier, name, synonym, lastDay);
  }

  @Test
  void synonymsOfStandardElementsBringNamesTogether() throws InterruptedException {
    Response gs = byGs("标准一", item("船籍港区划名", "C", 20), item("旧用港湾俗名", "C", 20));
    byMz("标准二", item("登记地点称谓", "C", 20), item("港湾标准名字", "C", 20));
    String elements = "/library/data-elements";
    Response made = post(PUBLISHER, elements, element("CBDJ01", "登记地点称谓", "船籍港区划名", "null"));
    made.then().statusCode(201);
    post(PUBLISHER, elements, element("CBDJ02", "港湾标准名字", "旧用港湾俗名", "\"2021-01-01\""))
        .then()
        .statusCode(201);

    compare();

    Map<String, Object> found = named("登记地点", "登记地点称谓");
    assertThat(found).containsEntry("itemCount", 2).containsEntry("nameScore", 1.0f);
    candidates("旧用港湾俗名").then().body("items", empty());
    candidates("港湾标准名字").then().body("items", empty());
    String gsItem = item(gs, 0);
    ok(decide(PUBLISHER, candidate(found), "SAME", gsItem));

    // Until the next comparison names count as they were compared.
    ok(
        rewrite(
            PUBLISHER,
            made,
            elements + "/" + id(made),
            element("CBDJ01", "登记地点称谓", "另一个名字呢", "null")));
    ok(sources(PUBLISHER, gsItem)).then().body("[0].authoritative", equalTo(true));
  }

  @Test
  void badDecisionsAndSynonymsAreRefused() throws InterruptedException {
    Response gs = byGs("坏输入一", item("测潮站点编号", "C", 20), item("别的东西呢", "C", 20));
    byMz("坏输入二", item("测潮站点编号", "C", 20));
    compare();
    Response seen = candidate(named("测潮站点", "测潮站点编号"));
    String path = "/authority/candidates/" + id(seen) + "/decisions";

    invalid(decide(PUBLISHER, seen, "SAME", null), "itemId");
    invalid(decide(PUBLISHER, seen, "SAME", item(gs, 1)), "itemId");
    invalid(decide(PUBLISHER, seen, "SAME", id(gs)), "itemId");
    invalid(decide(PUBLISHER, seen, "DIFFERENT", item(gs, 0)), "itemId");
    invalid(step(PUBLISHER, seen, path, "{\"reason\":\"无\"}"), "verdict");
    invalid(step(PUBLISHER, seen, path, "{\"verdict\":\"DIFFERENT\",\"reason\":\" \"}"), "reason");
    refused(
        post(PUBLISHER, path, "{\"verdict\":\"DIFFERENT\",\"reason\":\"无\"}"),
        428,
        "missing-version");
    String nothing = "/authority/candidates/00000000-0000-0000-0000-000000000001";
    refused(get(PUBLISHER, nothing), 404, "candidate-not-found");
    refused(get(PUBLISHER, nothing + "/items"), 404, "candidate-not-found");
    refused(get(PUBLISHER, nothing + "/decisions"), 404, "candidate-not-found");

    invalid(post(PUBLISHER, "/authority/synonyms", "{\"word\":\"一\",\"meaning\":\"名称\"}"), "word");
    invalid(post(PUBLISHER, "/authority/synonyms", "{\"word\":\"名号\"}"), "meaning");
    refused(
        post(PUBLISHER, "/authority/synonyms", "{\"word\":\"身份证-号\",\"meaning\":\"名称\"}"),
        409,
        "synonym-exists");
    invalid(get(SW_REQUESTER, "/authoritative-sources"), "itemIds");
    invalid(sources(SW_REQUESTER, "x"), "itemIds");
    invalid(sources(SW_REQUESTER, "00000000-0000-0000-0000-000000000001"), "itemIds");
    Response draft = created(MZ_EDITOR, Bodies.resource("民政草稿项", Bodies.item("草稿项", "d")));
    invalid(sources(SW_REQUESTER, item(draft, 0)), "itemIds");
  }

  @Test
  void onlyThePublisherDecides() throws InterruptedException {
    byGs("权限一", item("引航记录单号", "C", 20));
    byMz("权限二", item("引航记录单号", "C", 20));
    compare();
    Response seen = candidate(named("引航记录", "引航记录单号"));
    String pair = "{\"word\":\"甲乙丙\",\"meaning\":\"丁戊\"}";
    for (TestToken other : List.of(GS_EDITOR, GS_REVIEWER, SW_REQUESTER, SHARING, AUDITOR)) {
      refused(decide(other, seen, "DIFFERENT", null), 403, "role-required");
      refused(post(other, "/authority/comparisons", ""), 403, "role-required");
      refused(post(other, "/authority/synonyms", pair), 403, "role-required");
    }
    for (String path : List.of("/authority/candidates", "/authority/synonyms")) {
      refused(get(AUDITOR, path), 403, "business-data");
    }
    refused(sources(AUDITOR, "00000000-0000-0000-0000-000000000001"), 403, "business-data");
  }
}
