package org.govshare.catalog.campaign;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.govshare.catalog.CatalogTest;
import org.govshare.catalog.schedule.Schedule;
import org.govshare.platform.reactive.testing.TestToken;
import org.junit.jupiter.api.Test;

/** Campaigns from their plan to their end. */
@QuarkusTest
class CampaignTest extends CatalogTest {

  @Inject Schedule schedule;

  private static final String REPORT = "{\"remark\":\"已完成\"}";
  private static final String ACCEPT = "{\"decision\":\"ACCEPT\"}";
  // Of departments that no other test deals with: what they owe stays in their to-do lists.
  private static final TestToken TJ_EDITOR =
      user("tj-editor").department("tj").roles("catalog-editor");
  private static final TestToken TJ_REVIEWER =
      user("tj-reviewer").department("tj").roles("department-reviewer");
  private static final TestToken RS_EDITOR =
      user("rs-editor").department("rs").roles("catalog-editor");
  private static final TestToken RS_REVIEWER =
      user("rs-reviewer").department("rs").roles("department-reviewer");
  private static final TestToken BB_REVIEWER =
      user("bb-reviewer").department("bb").roles("department-reviewer");

  private static String plan(String name, String participants) {
    return """
    {"name":"%s","categoryCode":"010200","leadDepartment":"bb","description":"测试任务",
     "batches":[
      {"number":1,"name":"第一批","planUntil":"2020-01-31","surveyUntil":"2099-03-31",
       "generateUntil":"2099-06-30","reviewUntil":"2099-09-30"},
      {"number":2,"name":"第二批","planUntil":"2099-01-31","surveyUntil":"2099-03-31",
       "generateUntil":"2099-06-30","reviewUntil":"2099-09-30"}],
     "participants":[%s]}
    """
        .formatted(name, participants);
  }

  private static String participant(String department, int batch) {
    return "{\"department\":\"%s\",\"batch\":%d}".formatted(department, batch);
  }

  private static Response begun(String name) {
    return post(
            PUBLISHER, "/campaigns", plan(name, participant("tj", 1) + "," + participant("rs", 2)))
        .then()
        .statusCode(201)
        .extract()
        .response();
  }

  private static Response evidence(TestToken editor, String campaign) {
    return post(
            editor,
            "/campaigns/" + campaign + "/evidence",
            "{\"kind\":\"DUTY_PLAN\",\"title\":\"三定方案\"}")
        .then()
        .statusCode(201)
        .extract()
        .response();
  }

  private static String resource(String name, String campaign) {
    return """
    {"name":"%s","abstract":"任务中的资源","categoryCode":"010201","format":"DATABASE",
     "dataStructure":"STRUCTURED","sharingType":"UNCONDITIONAL","openType":"CLOSED",
     "updateFrequency":"DAILY","sharingMethod":"DATABASE","campaignId":"%s",
     "items":[{"name":"名称","dataType":"C","length":10},{"name":"代码","dataType":"C","length":18}]}
    """
        .formatted(name, campaign);
  }

  private static Response reported(TestToken editor, String path) {
    return ok(step(editor, ok(get(editor, path)), path + "/report", REPORT));
  }

  private static Response accepted(TestToken lead, String path) {
    return ok(step(lead, ok(get(lead, path)), path + "/acceptance", ACCEPT));
  }

  @Test
  void aDepartmentGoesThroughAllSteps() {
    Response campaign = begun("法人库编制");
    campaign.then().body("participants", equalTo(2)).body("leadDepartment.code", equalTo("bb"));
    String path = "/campaigns/" + id(campaign) + "/participants/tj";
    ok(get(TJ_EDITOR, path))
        .then()
        .body("step", equalTo("PLAN"))
        .body("overdue", equalTo(true))
        .body("until", equalTo("2020-01-31"));
    String todo = "kinds.find { it.kind == 'CAMPAIGN_STEP' }.count";
    int owed = ok(get(TJ_EDITOR, "/todo")).path(todo);
    Integer waiting = ok(get(BB_REVIEWER, "/todo")).path(todo);
    reported(TJ_EDITOR, path).then().body("status", equalTo("REPORTED"));
    ok(get(TJ_EDITOR, "/todo")).then().body(todo, owed == 1 ? nullValue() : equalTo(owed - 1));
    ok(get(BB_REVIEWER, "/todo")).then().body(todo, equalTo(waiting == null ? 1 : waiting + 1));
    accepted(BB_REVIEWER, path)
        .then()
        .body("step", equalTo("SURVEY"))
        .body("status", equalTo("WORKING"))
        .body("overdue", equalTo(false));

    refused(
        step(TJ_EDITOR, ok(get(TJ_EDITOR, path)), path + "/report", REPORT),
        409,
        "survey-without-evidence");
    evidence(TJ_EDITOR, id(campaign));
    Response survey = reported(TJ_EDITOR, path);
    survey.then().body("work.evidence", equalTo(1));
    invalid(step(BB_REVIEWER, survey, path + "/acceptance", "{\"decision\":\"RETURN\"}"), "remark");
    Response back =
        ok(
            step(
                BB_REVIEWER,
                survey,
                path + "/acceptance",
                "{\"decision\":\"RETURN\",\"remark\":\"缺少权力清单\"}"));
    back.then().body("status", equalTo("RETURNED")).body("step", equalTo("SURVEY"));
    ok(get(TJ_EDITOR, "/notices")).then().body("items.title", hasItem("“法人库编制”的“资源调查”被退回"));
    reported(TJ_EDITOR, path);
    accepted(PUBLISHER, path).then().body("step", equalTo("GENERATE"));

    refused(
        step(TJ_EDITOR, ok(get(TJ_EDITOR, path)), path + "/report", REPORT),
        409,
        "campaign-without-resources");
    Response draft = created(TJ_EDITOR, resource("任务资源", id(campaign)));
    reported(TJ_EDITOR, path).then().body("work.drafts", equalTo(1)).body("work.items", equalTo(2));
    accepted(BB_REVIEWER, path).then().body("step", equalTo("REVIEW"));
    refused(
        step(TJ_EDITOR, ok(get(TJ_EDITOR, path)), path + "/report", REPORT),
        409,
        "resources-not-reviewed");
    Response published = published(TJ_REVIEWER, draft, TJ_EDITOR);
    step(TJ_EDITOR, published, "/resources/" + id(published) + "/versions", null)
        .then()
        .statusCode(201);
    reported(TJ_EDITOR, path)
        .then()
        .body("work.published", equalTo(1))
        .body("work.drafts", equalTo(0));
    accepted(BB_REVIEWER, path).then().body("status", equalTo("ACCEPTED"));
    String resources = "/campaigns/" + id(campaign) + "/resources";
    ok(get(BB_REVIEWER, resources + "?state=PUBLISHED&department=tj"))
        .then()
        .body("items.id", contains(id(published)))
        .body("total", equalTo(1));
    ok(get(TJ_EDITOR, resources)).then().body("items.name", contains("任务资源"));
    ok(get(RS_EDITOR, resources)).then().body("items", empty());
    refused(get(RS_EDITOR, resources + "?department=tj"), 403, "department-required");
    refused(get(SW_REQUESTER, resources), 403, "role-required");
    refused(
        step(TJ_EDITOR, ok(get(TJ_EDITOR, path)), path + "/report", REPORT),
        409,
        "step-in-wrong-status");

    ok(get(RS_EDITOR, "/campaigns/" + id(campaign) + "/progress"))
        .then()
        .body("accepted", equalTo(1))
        .body("overdue", equalTo(0))
        .body("steps.find { it.step == 'PLAN' }.departments", equalTo(1))
        .body("departments.items.department.code", contains("tj", "rs"))
        .body("departments.items[0].work.published", equalTo(1));
    ok(get(TJ_EDITOR, "/campaigns/" + id(campaign) + "/history?department=tj"))
        .then()
        .body(
            "items.action",
            contains(
                "REPORT", "ACCEPT", "REPORT", "RETURN", "REPORT", "ACCEPT", "REPORT", "ACCEPT",
                "REPORT", "ACCEPT"))
        .body("items[3].remark", equalTo("缺少权力清单"))
        .body("items[3].actorDepartment", equalTo("bb"));
  }

  @Test
  void aStepIsDueOnTheLastDayOfItsBatchAndIsBroughtToMind() throws Throwable {
    Response campaign = begun("到期任务");
    String mine = "items.find { it.title.startsWith('到期任务') }.";
    ok(get(TJ_EDITOR, "/todo/tasks?kind=CAMPAIGN_STEP&size=100"))
        .then()
        .body(mine + "dueAt", equalTo("2020-01-31T15:59:59Z"))
        .body(mine + "state", equalTo("OVERDUE"))
        .body(mine + "calendarKnown", equalTo(true));
    ok(get(RS_EDITOR, "/todo/tasks?kind=CAMPAIGN_STEP&size=100"))
        .then()
        .body(mine + "dueAt", equalTo("2099-01-31T15:59:59Z"))
        .body(mine + "state", equalTo("ON_TIME"));
    VertxContextSupport.subscribeAndAwait(() -> schedule.run());
    String told = "items.findAll { it.title.contains('到期任务') }.kind";
    ok(get(TJ_EDITOR, "/notices?size=100")).then().body(told, hasItem("STEP_OVERDUE"));
    ok(get(RS_EDITOR, "/notices?size=100")).then().body(told, empty());

    String tj = participant("tj", 2) + "," + participant("rs", 2);
    ok(put(campaign, "/campaigns/" + id(campaign), plan("到期任务", tj)));
    ok(get(TJ_EDITOR, "/todo/tasks?kind=CAMPAIGN_STEP&size=100"))
        .then()
        .body(mine + "dueAt", equalTo("2099-01-31T15:59:59Z"))
        .body(mine + "state", equalTo("ON_TIME"));
    String path = "/campaigns/" + id(campaign) + "/participants/tj";
    reported(TJ_EDITOR, path);
    accepted(BB_REVIEWER, path);
    ok(get(TJ_EDITOR, "/todo/tasks?kind=CAMPAIGN_STEP&size=100"))
        .then()
        .body(mine + "dueAt", equalTo("2099-03-31T15:59:59Z"));
    as(TJ_EDITOR)
        .header("Accept-Language", "en")
        .get(API + "/notices?size=100")
        .then()
        .body("items.title", hasItem("\"Planning\" of \"到期任务\" was accepted"));
  }

  @Test
  void eachStepHasItsPeople() {
    Response campaign = begun("权限任务");
    String root = "/campaigns/" + id(campaign);
    String path = root + "/participants/tj";
    for (TestToken other : List.of(TJ_EDITOR, TJ_REVIEWER, BB_REVIEWER, SHARING, AUDITOR)) {
      refused(post(other, "/campaigns", plan("越权任务", participant("tj", 1))), 403, "role-required");
      refused(
          as(other)
              .header("If-Match", campaign.header("ETag"))
              .body(plan("越权任务", participant("tj", 1)))
              .put(API + root),
          403,
          "role-required");
      refused(step(other, campaign, root + "/closure", REPORT), 403, "role-required");
    }
    for (TestToken other : List.of(SW_REQUESTER, MONITOR, AUDITOR)) {
      refused(get(other, "/campaigns"), 403, "role-required");
      refused(get(other, root), 403, "role-required");
      refused(get(other, root + "/progress"), 403, "role-required");
      refused(get(other, root + "/history"), 403, "role-required");
      refused(get(other, root + "/evidence"), 403, "role-required");
    }
    Response participant = ok(get(TJ_EDITOR, path));
    refused(step(RS_EDITOR, participant, path + "/report", REPORT), 403, "department-required");
    refused(step(TJ_REVIEWER, participant, path + "/report", REPORT), 403, "role-required");
    refused(
        step(PUBLISHER, participant, path + "/acceptance", ACCEPT), 409, "step-in-wrong-status");
    TestToken both = user("tj-both").department("tj").roles("catalog-editor", "catalog-publisher");
    Response reported = ok(step(both, participant, path + "/report", REPORT));
    refused(step(both, reported, path + "/acceptance", ACCEPT), 403, "own-work");
    refused(step(TJ_EDITOR, reported, path + "/acceptance", ACCEPT), 403, "role-required");
    refused(step(RS_REVIEWER, reported, path + "/acceptance", ACCEPT), 403, "department-required");
    refused(step(BB_REVIEWER, participant, path + "/acceptance", ACCEPT), 412, "stale-version");
    TestToken sw = user("sw-editor").department("sw").roles("catalog-editor");
    refused(
        post(sw, root + "/evidence", "{\"kind\":\"DUTY_PLAN\",\"title\":\"三定方案\"}"),
        404,
        "participant-not-found");
    invalid(post(sw, "/resources", resource("未参加", id(campaign))), "campaignId");
  }

  @Test
  void evidenceIsSeenByItsDepartmentAndTheLead() {
    Response campaign = begun("依据任务");
    String root = "/campaigns/" + id(campaign) + "/evidence";
    Response evidence = evidence(TJ_EDITOR, id(campaign));
    evidence(RS_EDITOR, id(campaign));
    ok(get(TJ_REVIEWER, root)).then().body("items.department.code", contains("tj"));
    ok(get(BB_REVIEWER, root)).then().body("items.department.code", contains("rs", "tj"));
    ok(get(PUBLISHER, root + "?department=rs"))
        .then()
        .body("items.department.code", contains("rs"));
    refused(get(TJ_EDITOR, root + "?department=rs"), 403, "department-required");

    String announcement =
        """
        {"ownerKind":"CAMPAIGN_EVIDENCE","ownerId":"%s","name":"三定.txt","contentType":"text/plain"}
        """
            .formatted(id(evidence));
    refused(post(RS_EDITOR, "/attachments", announcement), 403, "department-required");
    refused(post(PUBLISHER, "/attachments", announcement), 403, "role-required");
    String file =
        id(
            post(TJ_EDITOR, "/attachments", announcement)
                .then()
                .statusCode(201)
                .extract()
                .response());
    as(TJ_EDITOR)
        .contentType("application/octet-stream")
        .body("职责".getBytes(StandardCharsets.UTF_8))
        .put(API + "/attachments/" + file + "/content")
        .then()
        .statusCode(204);
    ok(get(BB_REVIEWER, "/attachments/" + file + "/content"));
    refused(get(RS_EDITOR, "/attachments/" + file + "/content"), 404, "evidence-not-found");
    refused(get(SW_REQUESTER, "/attachments/" + file + "/content"), 403, "role-required");

    String path = root + "/" + id(evidence);
    refused(
        as(RS_EDITOR).header("If-Match", evidence.header("ETag")).delete(API + path),
        403,
        "department-required");
    as(TJ_EDITOR)
        .header("If-Match", evidence.header("ETag"))
        .delete(API + path)
        .then()
        .statusCode(204);
    refused(get(TJ_EDITOR, "/attachments/" + file), 404, "attachment-not-found");
    ok(get(TJ_EDITOR, root)).then().body("items", empty());
    invalid(post(TJ_EDITOR, root, "{\"kind\":\"GOSSIP\",\"title\":\"传闻\"}"), "kind");
    invalid(post(TJ_EDITOR, root, "{\"kind\":\"DUTY_PLAN\"}"), "title");
  }

  @Test
  void aPlanCanChangeUntilTheCampaignEnds() {
    Response campaign = begun("变更任务");
    String root = "/campaigns/" + id(campaign);
    reported(TJ_EDITOR, root + "/participants/tj");
    refused(put(campaign, root, plan("变更任务", participant("rs", 1))), 409, "participant-has-begun");
    Response changed =
        ok(put(campaign, root, plan("变更任务", participant("tj", 2) + "," + participant("zj", 2))));
    changed.then().body("participants", equalTo(2)).body("closedAt", nullValue());
    ok(get(PUBLISHER, root + "/progress"))
        .then()
        .body("departments.items.department.code", containsInAnyOrder("tj", "zj"))
        .body("departments.items[0].batch", equalTo(2))
        .body("departments.items[0].status", equalTo("REPORTED"));
    refused(put(campaign, root, plan("变更任务", participant("tj", 1))), 412, "stale-version");
    Response closed = ok(step(PUBLISHER, changed, root + "/closure", REPORT));
    refused(put(closed, root, plan("变更任务", participant("tj", 1))), 409, "campaign-closed");
    Response participant = ok(get(TJ_EDITOR, root + "/participants/tj"));
    refused(
        step(PUBLISHER, participant, root + "/participants/tj/acceptance", ACCEPT),
        409,
        "campaign-closed");
    ok(get(TJ_EDITOR, "/campaigns?closed=true&department=zj&categoryCode=010200"))
        .then()
        .body("items.name", contains("变更任务"));
    ok(get(TJ_EDITOR, "/campaigns?closed=false&size=100"))
        .then()
        .body("items.name", not(hasItem("变更任务")));
  }

  private static Response put(Response seen, String path, String body) {
    return as(PUBLISHER).header("If-Match", seen.header("ETag")).body(body).put(API + path);
  }

  @Test
  void badPlansAreToldPlainly() {
    invalid(
        post(PUBLISHER, "/campaigns", plan("坏", participant("tj", 3))), "participants[0].batch");
    invalid(
        post(PUBLISHER, "/campaigns", plan("坏", participant("tj", 1) + "," + participant("tj", 2))),
        "participants[1].department");
    invalid(
        post(PUBLISHER, "/campaigns", plan("坏", participant("none", 1))),
        "participants[0].department");
    invalid(post(PUBLISHER, "/campaigns", plan("坏", "")), "participants");
    invalid(
        post(PUBLISHER, "/campaigns", plan("坏", participant("tj", 1)).replace("\"bb\"", "\"no\"")),
        "leadDepartment");
    invalid(
        post(
            PUBLISHER,
            "/campaigns",
            plan("坏", participant("tj", 1)).replace("2099-06-30", "2000-06-30")),
        "batches[0].generateUntil");
    begun("重名任务");
    invalid(post(PUBLISHER, "/campaigns", plan("重名任务", participant("tj", 1))), "name");
  }
}
