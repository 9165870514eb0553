package org.govshare.catalog.proposal;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.govshare.catalog.CatalogTest;
import org.govshare.platform.reactive.testing.TestToken;
import org.junit.jupiter.api.Test;

/** From a department's tables to its drafts. */
@QuarkusTest
class ProposalTest extends CatalogTest {

  private static final String TABLE =
      """
      CREATE TABLE %s (
        id bigint PRIMARY KEY,
        uscc varchar(18) NOT NULL,
        legal_id_card varchar(18),
        phone varchar(20),
        bank_account varchar(30),
        name varchar(200),
        photo geometry,
        create_time timestamp
      );
      COMMENT ON TABLE %s IS '企业基本信息表(试点)';
      COMMENT ON COLUMN %s.uscc IS '统一社会代码(提案)';
      COMMENT ON COLUMN %s.legal_id_card IS '法定代表人身份证号码';
      COMMENT ON COLUMN %s.create_time IS '创建时间';
      """;
  private static final String ACCEPT =
      "{\"categoryCode\":\"010201\",\"updateFrequency\":\"DAILY\"}";

  private static String ddl(String script, String more) {
    ObjectNode body = new ObjectMapper().createObjectNode();
    body.put("ddl", script);
    String text = body.toString();
    return text.substring(0, text.length() - 1) + more + "}";
  }

  private static Response made(TestToken editor, String script) {
    return post(editor, "/proposals/ddl", ddl(script, ""))
        .then()
        .statusCode(201)
        .extract()
        .response();
  }

  private static Response proposal(TestToken editor, Response made, int index) {
    return ok(get(editor, "/proposals/" + made.path("proposals[" + index + "].id")));
  }

  @Test
  void aScriptBecomesADraft() {
    post(
            PUBLISHER,
            "/library/data-elements",
            """
            {"identifier":"DE-PROP","name":"统一社会代码","definition":"测试","dataType":"C","length":18,
             "effectiveOn":"2015-01-01"}
            """)
        .then()
        .statusCode(201);
    Response made = made(GS_EDITOR, TABLE.replace("%s", "ods.enterprise_base"));
    made.then().body("ignored", equalTo(0)).body("skipped", equalTo(0));
    Response proposal = proposal(GS_EDITOR, made, 0);
    proposal
        .then()
        .body("name", equalTo("企业基本信息"))
        .body("sourceSchema", equalTo("ods"))
        .body("sourceTable", equalTo("enterprise_base"))
        .body("state", equalTo("OPEN"))
        .body("catalogued", nullValue())
        .body("items.included", contains(false, true, true, true, true, true, true, false))
        .body("items[0].hints", hasItem("TECHNICAL"))
        .body("items[1].name", equalTo("统一社会代码"))
        .body("items[1].dataElementName", equalTo("统一社会代码"))
        .body("items[1].description", equalTo("统一社会代码(提案)"))
        .body("items[2].hints", contains("IDENTITY_NUMBER"))
        .body("items[2].sharingType", equalTo("CONDITIONAL"))
        .body("items[3].hints", hasItems("PHONE", "WITHOUT_COMMENT"))
        .body("items[4].hints", hasItem("BANK_ACCOUNT"))
        .body("items[5].name", equalTo("name"))
        .body("items[5].sharingType", equalTo("UNCONDITIONAL"))
        .body("items[6].dataType", equalTo("G"))
        .body("items[6].hints", hasItem("UNKNOWN_TYPE"))
        .body("items[7].hints", hasItem("TECHNICAL"));
    String path = "/proposals/" + id(proposal);
    invalid(step(GS_EDITOR, proposal, path + "/acceptance", "{}"), "categoryCode");
    Response draft =
        step(GS_EDITOR, proposal, path + "/acceptance", ACCEPT)
            .then()
            .statusCode(201)
            .extract()
            .response();
    draft
        .then()
        .body("state", equalTo("DRAFT"))
        .body("name", equalTo("企业基本信息"))
        .body("sharingType", equalTo("CONDITIONAL"))
        .body("sourceTable", equalTo("enterprise_base"))
        .body(
            "items.fieldName",
            contains("uscc", "legal_id_card", "phone", "bank_account", "name", "photo"));
    Response accepted = ok(get(GS_EDITOR, path));
    accepted
        .then()
        .body("state", equalTo("ACCEPTED"))
        .body("resourceId", equalTo(id(draft)))
        .body("decidedBy", equalTo("gs-editor"));
    refused(step(GS_EDITOR, accepted, path + "/acceptance", ACCEPT), 409, "proposal-decided");
    Response again = made(GS_EDITOR, TABLE.replace("%s", "ods.enterprise_base"));
    proposal(GS_EDITOR, again, 0).then().body("catalogued.id", equalTo(id(draft)));
  }

  @Test
  void manyAreAcceptedTogetherOrNoneIs() {
    Response made =
        made(
            GS_EDITOR,
            "create table ods.m1 (a varchar(5), id int primary key);"
                + "create table ods.m2 (b varchar(5));"
                + "create table ods.m3 (id int); alter table only ods.m3 add primary key (id);");
    made.then().body("proposals[2].items[0].hints", hasItem("TECHNICAL"));
    List<String> ids = made.path("proposals.id");
    String both =
        """
        {"proposals":[{"id":"%s","revision":0},{"id":"%s","revision":0}],%s}
        """;
    String how = "\"categoryCode\":\"010201\",\"updateFrequency\":\"DAILY\"";
    invalid(
        post(
            GS_EDITOR,
            "/proposals/acceptance",
            both.formatted(ids.get(0), ids.get(1), "\"updateFrequency\":\"DAILY\"")),
        "proposals[0].categoryCode");
    refused(
        post(
            GS_EDITOR,
            "/proposals/acceptance",
            both.formatted(ids.get(0), ids.get(1), how).replace("0},", "7},")),
        412,
        "stale-version");
    refused(
        post(MZ_EDITOR, "/proposals/acceptance", both.formatted(ids.get(0), ids.get(1), how)),
        404,
        "proposal-not-found");
    refused(
        post(PUBLISHER, "/proposals/acceptance", both.formatted(ids.get(0), ids.get(1), how)),
        403,
        "role-required");
    ok(get(GS_EDITOR, "/proposals/" + ids.get(0))).then().body("state", equalTo("OPEN"));
    post(GS_EDITOR, "/proposals/acceptance", both.formatted(ids.get(0), ids.get(1), how))
        .then()
        .statusCode(201)
        .body("sourceTable", contains("m1", "m2"))
        .body("state", contains("DRAFT", "DRAFT"));
    ok(get(GS_EDITOR, "/proposals/" + ids.get(1))).then().body("state", equalTo("ACCEPTED"));
  }

  @Test
  void proposalsOfACampaignAreListedAlone() {
    TestToken editor = user("tj-editor").department("tj").roles("catalog-editor");
    Response campaign =
        post(
            PUBLISHER,
            "/campaigns",
            """
            {"name":"提案的任务","categoryCode":"010200","leadDepartment":"bb",
             "batches":[{"number":1,"name":"第一批","planUntil":"2099-01-31",
               "surveyUntil":"2099-03-31","generateUntil":"2099-06-30","reviewUntil":"2099-09-30"}],
             "participants":[{"department":"tj","batch":1}]}
            """);
    campaign.then().statusCode(201);
    made(editor, "create table free (a int);");
    post(
            editor,
            "/proposals/ddl",
            ddl("create table bound (a int);", ",\"campaignId\":\"" + id(campaign) + "\""))
        .then()
        .statusCode(201);

    ok(get(editor, "/proposals?campaign=" + id(campaign)))
        .then()
        .body("items.sourceTable", contains("bound"))
        .body("items.campaignId", contains(id(campaign)));
    ok(get(editor, "/proposals?q=free")).then().body("total", equalTo(1));
  }

  @Test
  void anOpenTableIsPutForwardOnce() {
    made(GS_EDITOR, "create table ods.once (a int); create table ods.twice (a int);");
    Response again = made(GS_EDITOR, "create table ods.once (a int, b int);");
    ok(get(GS_EDITOR, "/proposals?q=ONCE&state=OPEN"))
        .then()
        .body("total", equalTo(1))
        .body("items[0].items.fieldName", contains("a", "b"));
    Response proposal = proposal(GS_EDITOR, again, 0);
    String path = "/proposals/" + id(proposal);
    ok(step(GS_EDITOR, proposal, path + "/dismissal", "{\"remark\":\"临时表\"}"))
        .then()
        .body("state", equalTo("DISMISSED"))
        .body("remark", equalTo("临时表"));
    refused(step(GS_EDITOR, proposal, path + "/dismissal", "{}"), 412, "stale-version");
    ok(get(GS_EDITOR, "/proposals?q=once&state=OPEN")).then().body("items", empty());
  }

  @Test
  void unreadableStatementsNameTheirLine() {
    String script = "create table ods.fine (a int);\n\ncreate table ods.broken (a);\n";
    Response answer = post(GS_EDITOR, "/proposals/ddl", ddl(script, ""));
    invalid(answer, "ddl");
    answer.then().body("errors.row", contains(3));
    post(GS_EDITOR, "/proposals/ddl", ddl(script, ",\"skipFaulty\":true"))
        .then()
        .statusCode(201)
        .body("proposals.sourceTable", contains("fine"))
        .body("skipped", equalTo(1));
    invalid(post(GS_EDITOR, "/proposals/ddl", ddl("select 1", "")), "ddl");
    invalid(post(GS_EDITOR, "/proposals/ddl", ddl("x".repeat(1_000_001), "")), "ddl");
    invalid(post(GS_EDITOR, "/proposals/ddl", "{}"), "ddl");
    String columns =
        IntStream.range(0, 10_000).mapToObj(i -> "c" + i + " int").collect(Collectors.joining(","));
    invalid(post(GS_EDITOR, "/proposals/ddl", ddl("create table t (" + columns + ")", "")), "ddl");
  }

  @Test
  void aNodesInventoryIsPutForward() {
    String inventory =
        """
        {"node":"gs","tables":[
         {"dataSource":"main","kind":"postgresql","direction":"BOTH","schema":"inv","name":"branch",
          "approximateRows":1200,"primaryKey":["id"],"uniqueKeys":[["id"]],"columns":[
           {"name":"id","type":"uuid","nullable":false,"position":1},
           {"name":"branch_name","type":"character varying(200)","nullable":true,"position":2,
            "comment":"分支机构名称"}]},
         {"dataSource":"main","kind":"postgresql","direction":"TARGET","schema":"inv","name":"in",
          "approximateRows":-1,"primaryKey":[],"uniqueKeys":[],"columns":[
           {"name":"a","type":"text","nullable":true,"position":1}]}]}
        """;
    Response made =
        post(GS_EDITOR, "/proposals/inventory", inventory)
            .then()
            .statusCode(201)
            .body("proposals.sourceTable", contains("branch"))
            .body("ignored", equalTo(1))
            .extract()
            .response();
    proposal(GS_EDITOR, made, 0)
        .then()
        .body("origin", equalTo("INVENTORY"))
        .body("node", equalTo("gs"))
        .body("dataSource", equalTo("main"))
        .body("rowCount", equalTo(1200))
        .body("items.name", contains("id", "分支机构名称"))
        .body("items.included", contains(false, true));
    invalid(post(GS_EDITOR, "/proposals/inventory", "{\"node\":\"gs\",\"tables\":[]}"), "tables");
    invalid(
        post(GS_EDITOR, "/proposals/inventory", inventory.replace("\"branch\"", "\"\"")),
        "tables[0].name");
    invalid(
        post(GS_EDITOR, "/proposals/inventory", inventory.replace("branch_name", "id")),
        "tables[0].columns[1].name");
    String columns =
        IntStream.range(0, 10_000)
            .mapToObj(i -> "{\"name\":\"c" + i + "\",\"type\":\"text\"}")
            .collect(Collectors.joining(","));
    invalid(
        post(
            GS_EDITOR,
            "/proposals/inventory",
            "{\"node\":\"gs\",\"tables\":[{\"schema\":\"s\",\"name\":\"t\",\"columns\":["
                + columns
                + "]}]}"),
        "tables[0].columns");
  }

  @Test
  void proposalsAreTheDepartmentsOwn() {
    String body = ddl("create table ods.own (a int)", "");
    for (TestToken other : List.of(GS_REVIEWER, SW_REQUESTER, PUBLISHER, AUDITOR)) {
      refused(post(other, "/proposals/ddl", body), 403, "role-required");
      refused(get(other, "/proposals"), 403, "role-required");
      refused(
          post(
              other,
              "/proposals/inventory",
              "{\"node\":\"gs\",\"tables\":[{\"schema\":\"s\",\"name\":\"t\"}]}"),
          403,
          "role-required");
    }
    refused(
        post(user("stray").roles("catalog-editor"), "/proposals/ddl", body), 403, "no-department");
    Response proposal = proposal(GS_EDITOR, made(GS_EDITOR, "create table ods.own (a int)"), 0);
    String path = "/proposals/" + id(proposal);
    refused(get(MZ_EDITOR, path), 404, "proposal-not-found");
    refused(step(MZ_EDITOR, proposal, path + "/acceptance", ACCEPT), 404, "proposal-not-found");
    refused(step(MZ_EDITOR, proposal, path + "/dismissal", "{}"), 404, "proposal-not-found");
    refused(get(GS_REVIEWER, path), 403, "role-required");
    ok(get(MZ_EDITOR, "/proposals?q=own")).then().body("items", empty());
    refused(
        post(
            GS_EDITOR,
            "/proposals/ddl",
            ddl(
                "create table ods.own (a int)",
                ",\"campaignId\":\"00000000-0000-0000-0000-000000000000\"")),
        404,
        "campaign-not-found");
  }
}
