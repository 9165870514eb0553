package org.govshare.catalog.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.govshare.catalog.Bodies;
import org.govshare.catalog.CatalogTest;
import org.govshare.catalog.calendar.WorkingDays;
import org.govshare.catalog.schedule.Schedule;
import org.govshare.platform.reactive.testing.TestToken;
import org.junit.jupiter.api.Test;

/** To-do lists, hand-over, standing in, and reminders. */
@QuarkusTest
class TaskTest extends CatalogTest {

  private static final Duration LONG = Duration.ofSeconds(20);
  private static final String PASS = "{\"decision\":\"PASS\"}";
  private static final TestToken EDITOR =
      user("ga-editor").department("ga").roles("catalog-editor");
  private static final TestToken FIRST = reviewer("ga-first");
  private static final TestToken SECOND = reviewer("ga-second");

  @Inject Schedule schedule;
  @Inject Pool database;

  private static TestToken reviewer(String name) {
    return user(name).department("ga").roles("department-reviewer");
  }

  /** A resource that waits for review; the colleagues have called before. */
  private static String waiting(String name) {
    ok(get(FIRST, "/todo"));
    ok(get(SECOND, "/todo"));
    Response draft = created(EDITOR, Bodies.resource(name, Bodies.item("姓名", "name")));
    ok(step(EDITOR, draft, "/resources/" + id(draft) + "/submission", null));
    return id(draft);
  }

  private static Response task(TestToken as, String objectId) {
    String id =
        ok(get(as, "/todo/tasks?size=100"))
            .path("items.find { it.objectId == '" + objectId + "' }.id");
    return ok(get(as, "/todo/tasks/" + id));
  }

  @Test
  void aReviewIsATaskUntilItIsDone() {
    String resource = waiting("待办审核");
    Response task = task(FIRST, resource);
    task.then()
        .body("kind", equalTo("RESOURCE_REVIEW"))
        .body("title", equalTo("待办审核"))
        .body("link", equalTo("/resources/" + resource))
        .body("sentBy", equalTo("ga-editor"))
        .body("sentFrom", equalTo("ga"))
        .body("state", equalTo("ON_TIME"))
        .body("dueAt", notNullValue())
        .body("assignee", nullValue());
    refused(get(GS_REVIEWER, "/todo/tasks/" + id(task)), 404, "task-not-found");
    refused(get(EDITOR, "/todo/tasks/" + id(task)), 404, "task-not-found");
    refused(get(AUDITOR, "/todo/tasks/" + UUID.randomUUID()), 404, "task-not-found");
    ok(get(AUDITOR, "/todo/tasks")).then().body("items", empty());

    Response seen = ok(get(FIRST, "/resources/" + resource));
    Response returned =
        ok(
            step(
                FIRST,
                seen,
                "/resources/" + resource + "/review",
                "{\"decision\":\"RETURN\",\"remark\":\"补充摘要\"}"));
    ok(get(FIRST, "/todo/tasks?size=100")).then().body("items.objectId", not(hasItem(resource)));
    task(EDITOR, resource)
        .then()
        .body("kind", equalTo("RESOURCE_RETURNED"))
        .body("assignee", equalTo("ga-editor"))
        .body("dueAt", notNullValue());
    ok(get(EDITOR, "/todo/tasks?assigned=me&kind=RESOURCE_RETURNED&size=100"))
        .then()
        .body("items.objectId", hasItem(resource))
        .body("items.kind", everyItem(equalTo("RESOURCE_RETURNED")));

    assertThat(
            as(EDITOR)
                .header("If-Match", returned.header("ETag"))
                .delete(API + "/resources/" + resource)
                .statusCode())
        .isBetween(200, 204);
    ok(get(EDITOR, "/todo/tasks?size=100")).then().body("items.objectId", not(hasItem(resource)));
  }

  @Test
  void everyNumberOpensTheRowsItCounts() {
    waiting("计数一");
    waiting("计数二");
    Response counts = ok(get(FIRST, "/todo"));
    List<String> kinds = counts.path("kinds.kind");
    for (String kind : kinds) {
      int count = counts.path("kinds.find { it.kind == '" + kind + "' }.count");
      ok(get(FIRST, "/todo/tasks?kind=" + kind)).then().body("total", equalTo(count));
    }
    List<String> due = ok(get(FIRST, "/todo/tasks?size=100")).path("items.dueAt");
    assertThat(due.stream().filter(d -> d != null).toList()).isSorted();
  }

  @Test
  void aTaskIsHandedToAColleagueWithTheRole() {
    Response task = task(FIRST, waiting("移交"));
    String path = "/todo/tasks/" + id(task);
    String toSecond = "{\"to\":\"ga-second\",\"remark\":\"请协助\"}";
    invalid(step(FIRST, task, path + "/assignment", "{\"to\":\"ga-editor\"}"), "to");
    invalid(step(FIRST, task, path + "/assignment", "{\"to\":\"gs-reviewer\"}"), "to");
    invalid(step(FIRST, task, path + "/assignment", "{\"to\":\"nobody\"}"), "to");
    invalid(step(FIRST, task, path + "/assignment", "{}"), "to");
    refused(step(GS_REVIEWER, task, path + "/assignment", toSecond), 404, "task-not-found");
    refused(as(FIRST).body(toSecond).post(API + path + "/assignment"), 428, "missing-version");

    Response handed = ok(step(FIRST, task, path + "/assignment", toSecond));
    handed.then().body("assignee", equalTo("ga-second"));
    refused(step(FIRST, task, path + "/assignment", toSecond), 412, "stale-version");
    ok(get(SECOND, "/todo/tasks?assigned=me&size=100")).then().body("items.id", hasItem(id(task)));
    ok(get(FIRST, "/todo/tasks?assigned=me&size=100"))
        .then()
        .body("items.id", not(hasItem(id(task))));
    ok(get(FIRST, "/todo/tasks?assigned=unassigned&size=100"))
        .then()
        .body("items.id", not(hasItem(id(task))));
    ok(get(SECOND, "/notices?size=100")).then().body("items.kind", hasItem("TASK_HANDED_OVER"));

    // Only who holds it may hand it on; anybody who could do it may take it.
    TestToken third = reviewer("ga-third");
    ok(get(third, "/todo"));
    refused(
        step(FIRST, handed, path + "/assignment", "{\"to\":\"ga-third\"}"), 403, "task-of-another");
    refused(
        as(FIRST).header("If-Match", handed.header("ETag")).delete(API + path + "/assignment"),
        403,
        "task-of-another");
    Response taken = ok(step(third, handed, path + "/assignment", "{\"to\":\"ga-third\"}"));
    Response back =
        ok(as(third).header("If-Match", taken.header("ETag")).delete(API + path + "/assignment"));
    back.then().body("assignee", nullValue());
    ok(get(FIRST, path + "/history"))
        .then()
        .body("items", hasSize(3))
        .body("items.by", contains("ga-first", "ga-third", "ga-third"))
        .body("items.to", contains("ga-second", "ga-third", null))
        .body("items[0].remark", equalTo("请协助"));
  }

  @Test
  void whoIsAwayIsStoodInForWithoutAnyRoleBeingConferred() {
    TestToken away = reviewer("ga-away");
    TestToken standIn = reviewer("ga-stand-in");
    ok(get(away, "/todo"));
    ok(get(standIn, "/todo"));
    String resource = waiting("代办");
    Response task = task(away, resource);
    String path = "/todo/tasks/" + id(task);
    ok(step(away, task, path + "/assignment", "{\"to\":\"ga-away\"}"));
    LocalDate today = WorkingDays.dayOf(Instant.now());
    String period = "\"firstDay\":\"" + today + "\",\"lastDay\":\"" + today.plusDays(7) + "\"";
    String body = "{\"delegate\":\"ga-stand-in\"," + period + ",\"remark\":\"休假\"}";

    invalid(post(away, "/delegations", body.replace("ga-stand-in", "ga-editor")), "delegate");
    invalid(post(away, "/delegations", body.replace("ga-stand-in", "ga-away")), "delegate");
    invalid(post(away, "/delegations", body.replace("ga-stand-in", "gs-reviewer")), "delegate");
    invalid(
        post(away, "/delegations", body.replace(today.plusDays(7).toString(), "2000-01-01")),
        "lastDay");
    invalid(
        post(away, "/delegations", body.replace(today.plusDays(7).toString(), "2100-01-01")),
        "lastDay");
    invalid(
        post(away, "/delegations", body.replace("\"" + today + "\"", "\"2000-01-01\"")),
        "firstDay");
    refused(post(AUDITOR, "/delegations", body), 403, "no-department");

    Response given = post(away, "/delegations", body).then().statusCode(201).extract().response();
    given.then().body("active", equalTo(true));
    refused(post(away, "/delegations", body), 409, "delegation-overlaps");
    refused(
        post(FIRST, "/delegations", body.replace("ga-stand-in", "ga-away")), 409, "delegate-away");
    refused(
        post(standIn, "/delegations", body.replace("ga-stand-in", "ga-first")),
        409,
        "stands-in-for-another");
    ok(get(standIn, "/todo/tasks?assigned=me&size=100"))
        .then()
        .body("items.find { it.id == '" + id(task) + "' }.delegate", equalTo("ga-stand-in"));
    ok(get(standIn, "/notices?size=100")).then().body("items.kind", hasItem("TASKS_DELEGATED"));
    ok(get(standIn, "/delegations?role=received"))
        .then()
        .body("items.delegator", hasItem("ga-away"));
    ok(get(away, "/delegations?role=received")).then().body("items", empty());

    // Standing in, one may hand the task on; without the role, not even see it.
    TestToken withoutRole = user("ga-stand-in").department("ga").roles("requester");
    ok(get(withoutRole, "/todo/tasks?assigned=me")).then().body("items", empty());
    refused(
        step(
            withoutRole,
            ok(get(FIRST, "/resources/" + resource)),
            "/resources/" + resource + "/review",
            PASS),
        403,
        "role-required");
    Response onward = ok(get(standIn, path));
    ok(step(standIn, onward, path + "/assignment", "{\"to\":\"ga-first\"}"));

    String end = "/delegations/" + id(given) + "/end";
    refused(step(FIRST, given, end, null), 404, "delegation-not-found");
    Response ended = ok(step(standIn, given, end, null));
    ended.then().body("active", equalTo(false));
    refused(step(away, ended, end, null), 409, "delegation-ended-already");
  }

  @Test
  void eachReminderIsSentOnceAndWhatIsOverdueGoesUp() throws Throwable {
    String resource = waiting("催办" + UUID.randomUUID());
    String title = ok(get(FIRST, "/resources/" + resource)).path("name");
    run();
    assertThat(told(FIRST, title)).isEmpty();

    due(resource, OffsetDateTime.now().plusDays(3), OffsetDateTime.now().minusHours(1));
    task(FIRST, resource).then().body("state", equalTo("DUE_SOON"));
    run();
    run();
    assertThat(told(FIRST, title)).containsExactly("STEP_DUE_SOON");
    assertThat(told(GS_REVIEWER, title)).isEmpty();

    due(resource, OffsetDateTime.now().minusHours(1), OffsetDateTime.now().minusDays(2));
    task(FIRST, resource).then().body("state", equalTo("OVERDUE"));
    ok(get(FIRST, "/todo/tasks?overdue=true&size=100"))
        .then()
        .body("items.objectId", hasItem(resource))
        .body("items.state", everyItem(equalTo("OVERDUE")));
    ok(get(FIRST, "/todo/tasks?overdue=false&size=100"))
        .then()
        .body("items.objectId", not(hasItem(resource)));
    run();
    run();
    assertThat(told(FIRST, title)).containsExactlyInAnyOrder("STEP_DUE_SOON", "STEP_OVERDUE");
    assertThat(told(PUBLISHER, title)).containsExactly("STEP_ESCALATED");

    // Meant for one person, only that person is reminded of the next deadline.
    Response task = task(SECOND, resource);
    ok(step(SECOND, task, "/todo/tasks/" + id(task) + "/assignment", "{\"to\":\"ga-second\"}"));
    due(resource, OffsetDateTime.now().plusDays(5), OffsetDateTime.now().minusHours(1));
    run();
    assertThat(told(FIRST, title)).hasSize(2);
    assertThat(told(SECOND, title)).hasSize(3);
  }

  private void due(String objectId, OffsetDateTime due, OffsetDateTime remind) {
    database
        .preparedQuery(
            "update deadline_clock set due_at = $1, remind_at = $2, revision = revision + 1"
                + " where object_id = $3 and state = 'RUNNING'")
        .execute(Tuple.of(due, remind, UUID.fromString(objectId)))
        .await()
        .atMost(LONG);
  }

  private void run() throws Throwable {
    VertxContextSupport.subscribeAndAwait(() -> schedule.run());
  }

  private static List<String> told(TestToken person, String title) {
    return ok(get(person, "/notices?size=100"))
        .path(
            "items.findAll { it.kind.startsWith('STEP_') && it.title.contains('"
                + title
                + "') }.kind");
  }
}
