package org.govshare.catalog.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.govshare.catalog.Bodies;
import org.govshare.catalog.CatalogTest;
import org.govshare.catalog.calendar.WorkingDays;
import org.govshare.platform.reactive.testing.TestToken;
import org.junit.jupiter.api.Test;

/** Many tasks handed to one colleague at once. */
@QuarkusTest
class BulkHandOverTest extends CatalogTest {

  private static final String ALL = "/todo/tasks/assignments";
  private static final String TO_HEIR = "{\"to\":\"ga-heir\",\"remark\":\"岗位调整\"}";
  private static final TestToken EDITOR =
      user("ga-editor").department("ga").roles("catalog-editor");
  private static final TestToken HEIR = reviewer("ga-heir");

  private static TestToken reviewer(String name) {
    return user(name).department("ga").roles("department-reviewer");
  }

  /** Reviews that wait, each taken by a reviewer; all of them have called before. */
  private static List<Response> taken(TestToken reviewer, TestToken author, int count) {
    ok(get(reviewer, "/todo"));
    ok(get(HEIR, "/todo"));
    List<Response> tasks = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Response draft =
          created(author, Bodies.resource("批量" + UUID.randomUUID(), Bodies.item("姓名", "name")));
      ok(step(author, draft, "/resources/" + id(draft) + "/submission", null));
      Response task = task(reviewer, id(draft));
      tasks.add(
          ok(
              step(
                  reviewer,
                  task,
                  "/todo/tasks/" + id(task) + "/assignment",
                  "{\"to\":\"" + reviewer.user() + "\"}")));
    }
    return tasks;
  }

  private static Response task(TestToken as, String objectId) {
    String path = "/todo/tasks?assigned=unassigned&kind=RESOURCE_REVIEW&size=100";
    String id = ok(get(as, path)).path("items.find { it.objectId == '" + objectId + "' }.id");
    return ok(get(as, "/todo/tasks/" + id));
  }

  private static String named(List<Response> tasks) {
    return tasks.stream()
        .map(
            task ->
                "{\"id\":\"%s\",\"revision\":%s}"
                    .formatted(id(task), task.<Integer>path("revision")))
        .collect(Collectors.joining(",", "{\"to\":\"ga-heir\",\"tasks\":[", "]}"));
  }

  private static List<String> ids(List<Response> tasks) {
    return tasks.stream().map(CatalogTest::id).toList();
  }

  @Test
  void allOfAPersonsTasksGoToAColleagueInOneCall() {
    TestToken leaver = reviewer("ga-leaver");
    List<Response> tasks = taken(leaver, EDITOR, 4);

    Response handed = ok(post(leaver, ALL, TO_HEIR));

    handed
        .then()
        .body("to", equalTo("ga-heir"))
        .body("done", equalTo(4))
        .body("refused", equalTo(0))
        .body("remaining", equalTo(0))
        .body("items.kind", everyItem(equalTo("RESOURCE_REVIEW")))
        .body("items[0].code", nullValue());
    assertThat(handed.<List<String>>path("items.id"))
        .containsExactlyInAnyOrderElementsOf(ids(tasks));
    for (Response task : tasks) {
      ok(get(HEIR, "/todo/tasks/" + id(task))).then().body("assignee", equalTo("ga-heir"));
      ok(get(HEIR, "/todo/tasks/" + id(task) + "/history"))
          .then()
          .body("items.to", contains("ga-leaver", "ga-heir"))
          .body("items[1].from", equalTo("ga-leaver"))
          .body("items[1].by", equalTo("ga-leaver"))
          .body("items[1].remark", equalTo("岗位调整"));
    }
    ok(get(HEIR, "/notices?size=100")).then().body("items.title", hasItem("ga-leaver向您移交了 4 项待办"));
    ok(get(leaver, "/notices?size=100"))
        .then()
        .body("items.title", hasItem("您的 4 项待办已移交给 ga-heir"));
    ok(post(leaver, ALL, TO_HEIR)).then().body("done", equalTo(0)).body("items", empty());
  }

  @Test
  void eachOfAChosenListIsJudgedByItself() {
    TestToken giver = reviewer("ga-giver");
    List<Response> tasks = taken(giver, EDITOR, 3);
    Response another = taken(reviewer("ga-other"), EDITOR, 1).get(0);
    Response moved = tasks.get(1);
    // Seen in one version, taken by a colleague since.
    ok(step(HEIR, moved, "/todo/tasks/" + id(moved) + "/assignment", "{\"to\":\"ga-heir\"}"));
    String unknown = "{\"id\":\"" + UUID.randomUUID() + "\",\"revision\":0}";
    String body = named(List.of(tasks.get(0), moved, another)).replace("]}", "," + unknown + "]}");

    ok(post(giver, ALL, body))
        .then()
        .body("done", equalTo(1))
        .body("refused", equalTo(3))
        .body("items.done", contains(true, false, false, false))
        .body("items[1].code", equalTo("stale-version"))
        .body("items[2].code", equalTo("task-of-another"))
        .body("items[2].reason", equalTo(another(another)))
        .body("items[3].code", equalTo("task-not-found"))
        .body("items[3].title", nullValue());
    ok(get(HEIR, "/todo/tasks/" + id(another))).then().body("assignee", equalTo("ga-other"));
    ok(get(giver, "/todo/tasks/" + id(tasks.get(2)))).then().body("assignee", equalTo("ga-giver"));
  }

  private static String another(Response task) {
    return "该待办属于 %s。只有本人或其代办人可以移交；您可以直接接办。".formatted(task.<String>path("assignee"));
  }

  @Test
  void nobodyIsHandedWhatRestsOnTheirOwnWork() {
    TestToken giver = reviewer("ga-four-eyes");
    TestToken both =
        user("ga-both").department("ga").roles("catalog-editor", "department-reviewer");
    List<Response> theirs = taken(giver, both, 1);
    List<Response> others = taken(giver, EDITOR, 1);

    Response handed = ok(post(giver, ALL, TO_HEIR.replace("ga-heir", "ga-both")));

    handed.then().body("done", equalTo(1)).body("refused", equalTo(1)).body("items", hasSize(2));
    String own = "items.find { it.id == '" + id(theirs.get(0)) + "' }";
    handed
        .then()
        .body(own + ".done", equalTo(false))
        .body(own + ".code", equalTo("own-work-of"))
        .body(own + ".reason", equalTo("ga-both 参与过该事项，不能办理这一步，请另选同事。"));
    ok(get(giver, "/todo/tasks/" + id(theirs.get(0))))
        .then()
        .body("assignee", equalTo("ga-four-eyes"));
    ok(get(giver, "/todo/tasks/" + id(others.get(0)))).then().body("assignee", equalTo("ga-both"));
    // One by one it is no different.
    refused(
        step(
            giver,
            theirs.get(0),
            "/todo/tasks/" + id(theirs.get(0)) + "/assignment",
            "{\"to\":\"ga-both\"}"),
        403,
        "own-work-of");
  }

  @Test
  void aTaskStaysWhereTheColleagueLacksItsRole() {
    TestToken two =
        user("ga-two-roles").department("ga").roles("catalog-editor", "department-reviewer");
    Response task = taken(two, EDITOR, 1).get(0);

    ok(post(two, ALL, TO_HEIR.replace("ga-heir", "ga-editor")))
        .then()
        .body("done", equalTo(0))
        .body("items.id", contains(id(task)))
        .body("items[0].code", equalTo("no-colleague-with-role"));
  }

  @Test
  void whoStandsInHandsOverForTheOneAway() {
    TestToken away = reviewer("ga-on-leave");
    TestToken standIn = reviewer("ga-in-place");
    ok(get(standIn, "/todo"));
    taken(away, EDITOR, 2);
    String ofAway = "{\"to\":\"ga-heir\",\"from\":\"ga-on-leave\"}";
    refused(post(standIn, ALL, ofAway), 403, "tasks-of-another");
    LocalDate today = WorkingDays.dayOf(Instant.now());
    post(
            away,
            "/delegations",
            "{\"delegate\":\"ga-in-place\",\"firstDay\":\"%s\",\"lastDay\":\"%s\"}"
                .formatted(today, today.plusDays(3)))
        .then()
        .statusCode(201);

    ok(post(standIn, ALL, ofAway)).then().body("done", equalTo(2)).body("refused", equalTo(0));

    ok(get(away, "/notices?size=100")).then().body("items.title", hasItem("您的 2 项待办已移交给 ga-heir"));
    ok(get(HEIR, "/notices?size=100"))
        .then()
        .body("items.title", hasItem("ga-in-place向您移交了 2 项待办"));
  }

  @Test
  void badInputIsNamed() {
    TestToken giver = reviewer("ga-bad-input");
    Response task = taken(giver, EDITOR, 1).get(0);
    invalid(post(giver, ALL, "{}"), "to");
    invalid(post(giver, ALL, "{\"to\":\"nobody\"}"), "to");
    invalid(post(giver, ALL, "{\"to\":\"ga-bad-input\"}"), "to");
    invalid(post(giver, ALL, "{\"to\":\"gs-reviewer\"}"), "to");
    invalid(post(giver, ALL, "{\"to\":\"ga-heir\",\"tasks\":[]}"), "tasks");
    invalid(post(giver, ALL, "{\"to\":\"ga-heir\",\"tasks\":[null]}"), "tasks[0]");
    invalid(post(giver, ALL, "{\"to\":\"ga-heir\",\"tasks\":[{}]}"), "tasks[0].revision");
    invalid(post(giver, ALL, named(List.of(task, task))), "tasks[1].id");
    invalid(
        post(giver, ALL, named(List.of(task)).replace("]}", "],\"from\":\"ga-heir\"}")), "from");
    invalid(
        post(giver, ALL, "{\"to\":\"ga-heir\",\"remark\":\"" + "长".repeat(501) + "\"}"), "remark");
    refused(post(AUDITOR, ALL, TO_HEIR), 403, "no-department");
  }
}
