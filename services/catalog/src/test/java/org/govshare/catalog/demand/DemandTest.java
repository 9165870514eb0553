package org.govshare.catalog.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.govshare.catalog.Bodies;
import org.govshare.catalog.CatalogTest;
import org.govshare.platform.reactive.testing.TestToken;
import org.junit.jupiter.api.Test;

/** Demands from their submission to the resource, and who sees them. */
@QuarkusTest
class DemandTest extends CatalogTest {

  @Inject DemandPromises promises;
  @Inject Pool database;

  private static final TestToken ASKER = user("demand-asker").department("tj").roles("requester");
  private static final String PLAN =
      "{\"decision\":\"CAN_PROVIDE\",\"availableBy\":\"2099-06-30\"}";
  private static final String CANNOT = "{\"decision\":\"CANNOT\",\"note\":\"没有采集\"}";

  private static String body(String name) {
    return """
    {"name":"%s","items":["企业名称","年报营业收入"],"purpose":"经济普查","legalBasis":"《统计法》",
     "scenario":"名录库","frequency":"YEARLY","preferredDepartment":"gs"}
    """
        .formatted(name);
  }

  private static String assign(String department) {
    return "{\"decision\":\"ASSIGN\",\"department\":\"%s\",\"remark\":\"请答复\"}"
        .formatted(department);
  }

  private static Response demanded(String name) {
    return post(ASKER, "/demands", body(name)).then().statusCode(201).extract().response();
  }

  private static Response assigned(String name) {
    return ok(take(SHARING, demanded(name), "assignment", assign("gs")));
  }

  private static Response take(TestToken by, Response seen, String step, String body) {
    return step(by, seen, "/demands/" + id(seen) + "/" + step, body);
  }

  private static List<String> newKinds(TestToken person) {
    List<String> kinds = ok(get(person, "/notices?unread=true&size=100")).path("items.kind");
    ok(post(person, "/notices/reading", ""));
    return kinds.stream().filter(kind -> kind.startsWith("DEMAND")).toList();
  }

  private static String annualReport(String name) {
    return Bodies.resource(name, Bodies.item("企业名称", "name"), Bodies.item("年报营业收入", "turnover"));
  }

  @Test
  void aDemandLeadsToAPublishedResourceAndTheAskerIsToldOnce() {
    newKinds(SHARING);
    Response demand = demanded("企业年报信息");
    demand
        .then()
        .body("state", equalTo("SUBMITTED"))
        .body("department.code", equalTo("tj"))
        .body("preferredDepartment.code", equalTo("gs"))
        .body("clocks.step", contains("DEMAND_ASSIGNMENT"))
        .body("clocks[0].workingDays", equalTo(5));
    assertThat(newKinds(SHARING)).containsExactly("DEMAND_SUBMITTED");
    newKinds(GS_REVIEWER);
    Response assigned = ok(take(SHARING, demand, "assignment", assign("gs")));
    assigned
        .then()
        .body("state", equalTo("ASSIGNED"))
        .body("providerDepartment.code", equalTo("gs"))
        .body("clocks.step", contains("DEMAND_ANSWER"))
        .body("clocks[0].workingDays", equalTo(10));
    assertThat(newKinds(GS_REVIEWER)).containsExactly("DEMAND_ASSIGNED");
    ok(get(GS_REVIEWER, "/todo/tasks?kind=DEMAND_ANSWER&size=100"))
        .then()
        .body("items.objectId", hasItem(id(demand)));
    Response planned = ok(take(GS_REVIEWER, assigned, "answer", PLAN));
    planned
        .then()
        .body("state", equalTo("PLANNED"))
        .body("answer.availableBy", equalTo("2099-06-30"))
        .body("answer.late", equalTo(false))
        .body("clocks", empty());
    Response draft = created(GS_EDITOR, annualReport("企业年报"));
    ok(take(
            GS_EDITOR,
            planned,
            "resource",
            "{\"resourceId\":\"%s\"}".formatted((String) id(draft))))
        .then()
        .body("state", equalTo("PLANNED"))
        .body("resource", nullValue());
    assertThat(newKinds(ASKER)).contains("DEMAND_PLANNED");
    Response published = published(GS_REVIEWER, draft, GS_EDITOR);
    ok(get(ASKER, "/demands/" + id(demand)))
        .then()
        .body("state", equalTo("FULFILLED"))
        .body("resource.id", equalTo(id(published)))
        .body("resource.name", equalTo("企业年报"));
    assertThat(newKinds(ASKER)).containsExactly("DEMAND_FULFILLED");
    ok(get(ASKER, "/demands/" + id(demand) + "/history"))
        .then()
        .body("items.action", contains("SUBMIT", "ASSIGN", "ANSWER", "LINK", "FULFIL"))
        .body("items.to", hasItem("FULFILLED"));
  }

  @Test
  void aPromiseThatIsNotKeptIsToldToBothSidesOnce() throws Throwable {
    Response planned = ok(take(GS_REVIEWER, assigned("没有兑现的需求"), "answer", PLAN));
    Response kept = ok(take(GS_REVIEWER, assigned("还没到期的需求"), "answer", PLAN));
    VertxContextSupport.subscribeAndAwait(() -> promises.run());
    newKinds(ASKER);
    newKinds(GS_REVIEWER);
    database
        .query("update demand set available_by = '2026-01-31' where id = '" + id(planned) + "'")
        .execute()
        .await()
        .atMost(Duration.ofSeconds(20));
    VertxContextSupport.subscribeAndAwait(() -> promises.run());
    VertxContextSupport.subscribeAndAwait(() -> promises.run());
    ok(get(ASKER, "/notices?unread=true&size=100"))
        .then()
        .body("items[0].title", equalTo("需求“没有兑现的需求”承诺于 2026-01-31 前提供，日期已过"))
        .body("items[0].link", equalTo("/demands/" + id(planned)));
    assertThat(newKinds(ASKER)).containsExactly("DEMAND_PROMISE_PASSED");
    assertThat(newKinds(GS_REVIEWER)).containsExactly("DEMAND_PROMISE_PASSED");
    ok(get(ASKER, "/demands/" + id(kept))).then().body("state", equalTo("PLANNED"));
  }

  @Test
  void whatIsPublishedAlreadyAnswersTheDemandAtOnce() {
    Response resource = published(GS_EDITOR, GS_REVIEWER, annualReport("已有年报"));
    String answer =
        "{\"decision\":\"ALREADY_PUBLISHED\",\"resourceId\":\"%s\"}"
            .formatted((String) id(resource));
    Response assigned = assigned("已发布的需求");
    Response mz = published(MZ_EDITOR, MZ_REVIEWER, annualReport("别的部门的"));
    invalid(
        take(GS_REVIEWER, assigned, "answer", answer.replace((String) id(resource), id(mz))),
        "resourceId");
    newKinds(ASKER);
    ok(take(GS_REVIEWER, assigned, "answer", answer))
        .then()
        .body("state", equalTo("FULFILLED"))
        .body("resource.id", equalTo(id(resource)));
    assertThat(newKinds(ASKER)).containsExactly("DEMAND_FULFILLED");
  }

  @Test
  void whoCannotProvideSaysWhyAndAnotherIsNamed() {
    Response assigned = assigned("转派的需求");
    Response declined = ok(take(GS_REVIEWER, assigned, "answer", CANNOT));
    declined
        .then()
        .body("state", equalTo("DECLINED"))
        .body("answer.note", equalTo("没有采集"))
        .body("clocks.step", contains("DEMAND_ASSIGNMENT"));
    Response again = ok(take(SHARING, declined, "assignment", assign("mz")));
    again
        .then()
        .body("state", equalTo("ASSIGNED"))
        .body("providerDepartment.code", equalTo("mz"))
        .body("answer", nullValue());
    refused(get(GS_REVIEWER, "/demands/" + id(again)), 404, "demand-not-found");
    ok(get(MZ_REVIEWER, "/demands/" + id(again)));
  }

  @Test
  void theAuthorityRefusesAndTheAskerWithdraws() {
    invalid(take(SHARING, demanded("拒绝无理由"), "assignment", "{\"decision\":\"REFUSE\"}"), "remark");
    Response refused =
        ok(
            take(
                SHARING,
                demanded("被拒绝"),
                "assignment",
                "{\"decision\":\"REFUSE\",\"remark\":\"依据不足\"}"));
    refused.then().body("state", equalTo("REFUSED")).body("clocks", empty());
    refused(take(ASKER, refused, "withdrawal", "{\"reason\":\"x\"}"), 409, "demand-in-wrong-state");
    Response assigned = assigned("撤回");
    ok(take(ASKER, assigned, "withdrawal", "{\"reason\":\"不再需要\"}"))
        .then()
        .body("state", equalTo("WITHDRAWN"))
        .body("clocks", empty());
  }

  @Test
  void candidatesAreScoredAndOthersDraftsStayUnnamed() {
    Response resource = published(GS_EDITOR, GS_REVIEWER, annualReport("个体户年度报告"));
    created(MZ_EDITOR, annualReport("个体户年度报告草稿"));
    post(MZ_EDITOR, "/functions", "{\"name\":\"个体户年度报告管理\",\"source\":\"OTHER\",\"basis\":\"条例\"}")
        .then()
        .statusCode(201);
    Response demand = demanded("个体户年度报告");
    for (TestToken reader : List.of(ASKER, SHARING)) {
      Response found = ok(get(reader, "/demands/" + id(demand) + "/candidates"));
      found
          .then()
          .body("resources[0].id", equalTo(id(resource)))
          .body("resources[0].score", equalTo(1.0f))
          .body("resources[0].matchedItems", contains("企业名称", "年报营业收入"))
          .body("departments.department.code", hasItem("mz"))
          .body("departments.because", hasItems("RESOURCE_IN_PREPARATION", "BUSINESS_FUNCTION"))
          .body(
              "departments.findAll { it.because == 'RESOURCE_IN_PREPARATION' }.name",
              everyItem(nullValue()))
          .body(
              "departments.findAll { it.because == 'BUSINESS_FUNCTION' }.name",
              hasItem("个体户年度报告管理"))
          .body("departments[0].score", greaterThan(0.5f));
      assertThat(found.asString()).doesNotContain("个体户年度报告草稿");
    }
    ok(get(ASKER, "/demands/candidates?name=个体户年度报告"))
        .then()
        .body("resources.id", hasItem(id(resource)));
    ok(get(ASKER, "/demands/candidates?name=毫不相干的航天器"))
        .then()
        .body("resources.id", not(hasItem(id(resource))));
    invalid(get(ASKER, "/demands/candidates"), "name");
    refused(get(MONITOR, "/demands/candidates?name=x"), 403, "role-required");
    refused(get(MZ_EDITOR, "/demands/" + id(demand) + "/candidates"), 404, "demand-not-found");
  }

  @Test
  void demandsAreSeenByThoseTheyConcern() {
    Response demand = demanded("可见性");
    String path = "/demands/" + id(demand);
    refused(get(GS_REVIEWER, path), 404, "demand-not-found");
    refused(get(MZ_REVIEWER, path + "/history"), 404, "demand-not-found");
    refused(get(MONITOR, path), 403, "role-required");
    refused(get(AUDITOR, "/demands"), 403, "role-required");
    ok(get(SHARING, "/demands?department=tj&state=SUBMITTED&q=可见"))
        .then()
        .body("items.id", hasItem(id(demand)));
    ok(get(GS_REVIEWER, "/demands?q=可见性")).then().body("items", empty());
    ok(take(SHARING, demand, "assignment", assign("gs")));
    ok(get(GS_REVIEWER, "/demands?provider=gs&q=可见性")).then().body("total", equalTo(1));
  }

  @Test
  void stepsNeedTheirRoleDepartmentAndState() {
    refused(post(GS_EDITOR, "/demands", body("越权")), 403, "role-required");
    refused(post(user("stray").roles("requester"), "/demands", body("越权")), 403, "no-department");
    Response demand = demanded("按角色");
    refused(take(GS_REVIEWER, demand, "assignment", assign("gs")), 403, "role-required");
    invalid(take(SHARING, demand, "assignment", assign("nowhere")), "department");
    invalid(take(SHARING, demand, "assignment", assign("tj")), "department");
    Response assigned = ok(take(SHARING, demand, "assignment", assign("gs")));
    refused(take(SHARING, assigned, "assignment", assign("mz")), 409, "demand-in-wrong-state");
    refused(take(GS_EDITOR, assigned, "answer", PLAN), 403, "role-required");
    refused(take(MZ_REVIEWER, assigned, "answer", PLAN), 404, "demand-not-found");
    refused(
        take(
            user("tj-reviewer").department("tj").roles("department-reviewer"),
            assigned,
            "answer",
            PLAN),
        403,
        "department-required");
    refused(
        take(
            GS_EDITOR,
            assigned,
            "resource",
            "{\"resourceId\":\"00000000-0000-0000-0000-000000000000\"}"),
        409,
        "demand-in-wrong-state");
    refused(
        take(SW_REQUESTER, assigned, "withdrawal", "{\"reason\":\"x\"}"), 404, "demand-not-found");
    invalid(take(GS_REVIEWER, assigned, "answer", "{\"decision\":\"CANNOT\"}"), "note");
    invalid(take(GS_REVIEWER, assigned, "answer", "{\"decision\":\"CAN_PROVIDE\"}"), "availableBy");
    invalid(
        take(
            GS_REVIEWER,
            assigned,
            "answer",
            "{\"decision\":\"CAN_PROVIDE\",\"availableBy\":\"2020-01-01\"}"),
        "availableBy");
    refused(take(GS_REVIEWER, demand, "answer", PLAN), 412, "stale-version");
  }

  @Test
  void demandsAreChecked() {
    invalid(post(ASKER, "/demands", "{}"), "name");
    invalid(post(ASKER, "/demands", body("x").replace("[\"企业名称\",\"年报营业收入\"]", "[]")), "items");
    invalid(post(ASKER, "/demands", body("x").replace("年报营业收入", "企业名称")), "items[1]");
    invalid(post(ASKER, "/demands", body("长".repeat(201))), "name");
    invalid(
        post(ASKER, "/demands", body("x").replace("\"gs\"", "\"nowhere\"")), "preferredDepartment");
    invalid(post(ASKER, "/demands", body("x").replace("\"gs\"", "\"tj\"")), "preferredDepartment");
    invalid(post(ASKER, "/demands", body("x").replace("YEARLY", "SOMETIMES")), "frequency");
  }

  @Test
  void theCatalogueOfNeedsHoldsDemandsAndRequests() {
    Response demand = demanded("=需求目录甲,\\\"引号\\\"");
    Response resource = published(GS_EDITOR, GS_REVIEWER, annualReport("需求目录乙"));
    Response request =
        post(ASKER, "/requests", Bodies.request(id(resource), resource.path("items.id")));
    ok(get(SHARING, "/demand-catalogue?department=tj&q=需求目录"))
        .then()
        .body("total", equalTo(2))
        .body("items.id", contains((String) id(request), id(demand)))
        .body("items.kind", contains("REQUEST", "DEMAND"))
        .body("items.items", everyItem(equalTo("企业名称、年报营业收入")))
        .body("items.provider.code", everyItem(equalTo("gs")));
    ok(get(SHARING, "/demand-catalogue?kind=DEMAND&q=需求目录"))
        .then()
        .body("items.id", contains((String) id(demand)));
    ok(get(SHARING, "/demand-catalogue?provider=mz&q=需求目录")).then().body("total", equalTo(0));
    ok(get(ASKER, "/demand-catalogue?q=需求目录&size=1"))
        .then()
        .body("total", equalTo(2))
        .body("items.size()", equalTo(1));
    // Who is only thought to have it does not learn of the demand.
    ok(get(GS_REVIEWER, "/demand-catalogue?q=需求目录")).then().body("items.kind", contains("REQUEST"));
    refused(get(MONITOR, "/demand-catalogue"), 403, "role-required");
    refused(get(AUDITOR, "/demand-catalogue/export"), 403, "role-required");
    Response table = ok(get(SHARING, "/demand-catalogue/export?q=需求目录"));
    table
        .then()
        .header("Content-Type", equalTo("text/csv;charset=UTF-8"))
        .header("Content-Disposition", equalTo("attachment; filename=\"demand-catalogue.csv\""));
    String text = new String(table.asByteArray(), StandardCharsets.UTF_8);
    assertThat(text)
        .startsWith("\uFEFF类型,需求部门,提供部门,名称,")
        .contains("需求,省统计局,省工商局,\"'=需求目录甲,\"\"引号\"\"\",企业名称、年报营业收入,")
        .contains(",每年,已提交,");
    assertThat(text.split("\r\n")).hasSize(3);
    String english =
        as(SHARING)
            .header("Accept-Language", "en")
            .get(API + "/demand-catalogue/export?q=需求目录")
            .asString();
    assertThat(english).startsWith("\uFEFFKind,Department that needs it,").contains(",Yearly,");
  }
}
