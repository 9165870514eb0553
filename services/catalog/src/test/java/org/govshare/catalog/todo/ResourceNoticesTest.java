package org.govshare.catalog.todo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.govshare.catalog.Bodies;
import org.govshare.catalog.CatalogTest;
import org.govshare.catalog.schedule.Schedule;
import org.govshare.platform.reactive.testing.TestToken;
import org.junit.jupiter.api.Test;

/** What reviewers, publishers and editors are told of resources, and until when they have time. */
@QuarkusTest
class ResourceNoticesTest extends CatalogTest {

  private static final Duration LONG = Duration.ofSeconds(20);
  private static final TestToken EDITOR =
      user("tj-notice-editor").department("tj").roles("catalog-editor");
  private static final TestToken REVIEWER =
      user("tj-notice-reviewer").department("tj").roles("department-reviewer");

  @Inject Schedule schedule;
  @Inject Pool database;

  private static Response submitted(String name) {
    Response draft = created(EDITOR, Bodies.resource(name, Bodies.item("名称", "mc")));
    return ok(step(EDITOR, draft, "/resources/" + id(draft) + "/submission", null));
  }

  private static Response returned(String name) {
    Response waiting = submitted(name);
    return ok(
        step(
            REVIEWER,
            waiting,
            "/resources/" + id(waiting) + "/review",
            "{\"decision\":\"RETURN\",\"remark\":\"请补充摘要\"}"));
  }

  private static List<Map<String, String>> notices(TestToken person, String name) {
    return ok(get(person, "/notices?size=100"))
        .path("items.findAll { it.title.contains('" + name + "') }");
  }

  private static Response task(TestToken person, String objectId) {
    String id =
        ok(get(person, "/todo/tasks?size=100"))
            .path("items.find { it.objectId == '" + objectId + "' }.id");
    return ok(get(person, "/todo/tasks/" + id));
  }

  @Test
  void whoReviewsWhoPublishesAndWhoMendsIsTold() {
    String name = "工作流通知" + UUID.randomUUID();
    Response waiting = submitted(name);
    String link = "/resources/" + id(waiting);
    assertThat(notices(REVIEWER, name))
        .hasSize(1)
        .first()
        .satisfies(
            notice -> {
              assertThat(notice)
                  .containsEntry("kind", "RESOURCE_TO_REVIEW")
                  .containsEntry("title", "待审核：“" + name + "”")
                  .containsEntry("text", "省统计局提交了 1 项信息资源，请在期限内审核：“" + name + "”。")
                  .containsEntry("link", link);
            });
    String english =
        as(REVIEWER)
            .header("Accept-Language", "en")
            .get(API + "/notices?size=100")
            .path("items.find { it.link == '" + link + "' }.title");
    assertThat(english).isEqualTo("To review: \"" + name + "\"");
    assertThat(notices(GS_REVIEWER, name)).isEmpty();
    assertThat(notices(EDITOR, name)).isEmpty();

    Response back =
        ok(
            step(
                REVIEWER,
                waiting,
                link + "/review",
                "{\"decision\":\"RETURN\",\"remark\":\"请补充摘要\"}"));
    assertThat(notices(EDITOR, name))
        .hasSize(1)
        .first()
        .satisfies(
            notice -> {
              assertThat(notice)
                  .containsEntry("kind", "RESOURCE_RETURNED")
                  .containsEntry("title", "“" + name + "”被退回修改")
                  .containsEntry("link", link);
              assertThat(notice.get("text")).endsWith("请补充摘要");
            });

    Response again = ok(step(EDITOR, back, link + "/submission", null));
    ok(step(REVIEWER, again, link + "/review", "{\"decision\":\"PASS\"}"));
    assertThat(notices(PUBLISHER, name))
        .hasSize(1)
        .first()
        .satisfies(notice -> assertThat(notice).containsEntry("kind", "RESOURCE_TO_PUBLISH"));
    assertThat(notices(REVIEWER, name)).hasSize(2);
  }

  @Test
  void aBulkActionIsToldOnce() {
    String name = "成批" + UUID.randomUUID();
    List<String> drafts =
        List.of("甲", "乙", "丙", "丁").stream()
            .map(mark -> created(EDITOR, Bodies.resource(name + mark, Bodies.item("名称", "mc"))))
            .map(
                draft ->
                    "{\"id\":\"%s\",\"revision\":%s}"
                        .formatted(id(draft), draft.<Integer>path("revision")))
            .toList();
    Response done =
        ok(
            post(
                EDITOR,
                "/resources/bulk",
                "{\"action\":\"SUBMIT\",\"ids\":[" + String.join(",", drafts) + "]}"));
    done.then().body("done", equalTo(4));
    assertThat(notices(REVIEWER, name))
        .hasSize(1)
        .first()
        .satisfies(
            notice -> {
              assertThat(notice)
                  .containsEntry("kind", "RESOURCE_TO_REVIEW")
                  .containsEntry("link", "/todo?kind=RESOURCE_REVIEW");
              assertThat(notice.get("text")).contains("4 项信息资源", name + "甲、").contains("…");
            });
  }

  @Test
  void mendingHasAClockWithALimitThatCanBeSet() throws Throwable {
    String path = "/time-limits/RESOURCE_MENDING";
    Response limit = ok(get(PUBLISHER, path));
    limit.then().body("workingDays", equalTo(10)).body("remindBefore", equalTo(2));
    Response changed = limited(limit, "{\"workingDays\":3,\"remindBefore\":1,\"reason\":\"试行\"}");
    String name = "补正时限" + UUID.randomUUID();
    Response back = returned(name);
    limited(changed, "{\"workingDays\":10,\"remindBefore\":2,\"reason\":\"复原\"}");
    Response task = task(EDITOR, id(back));
    task.then()
        .body("kind", equalTo("RESOURCE_RETURNED"))
        .body("state", equalTo("ON_TIME"))
        .body("assignee", equalTo("tj-notice-editor"));
    OffsetDateTime due = OffsetDateTime.parse(task.path("dueAt"));
    assertThat(due)
        .isBefore(OffsetDateTime.parse(task(EDITOR, id(returned(name + "二"))).path("dueAt")));

    due(id(back), OffsetDateTime.now().plusDays(2), OffsetDateTime.now().minusHours(1));
    VertxContextSupport.subscribeAndAwait(() -> schedule.run());
    VertxContextSupport.subscribeAndAwait(() -> schedule.run());
    assertThat(kinds(EDITOR, "待办“" + name + "”")).containsExactly("STEP_DUE_SOON");
    due(id(back), OffsetDateTime.now().minusHours(1), OffsetDateTime.now().minusDays(2));
    VertxContextSupport.subscribeAndAwait(() -> schedule.run());
    assertThat(kinds(EDITOR, "待办“" + name + "”"))
        .containsExactlyInAnyOrder("STEP_DUE_SOON", "STEP_OVERDUE");
    // What a department's own people owe goes up to its reviewer.
    assertThat(kinds(REVIEWER, "待办“" + name + "”")).containsExactly("STEP_ESCALATED");

    Response again = ok(step(EDITOR, back, "/resources/" + id(back) + "/submission", null));
    task(REVIEWER, id(again))
        .then()
        .body("kind", equalTo("RESOURCE_REVIEW"))
        .body("dueAt", notNullValue());
  }

  private static Response limited(Response seen, String body) {
    return ok(
        as(PUBLISHER)
            .header("If-Match", seen.header("ETag"))
            .body(body)
            .put(API + "/time-limits/RESOURCE_MENDING"));
  }

  private static List<String> kinds(TestToken person, String title) {
    return notices(person, title).stream().map(notice -> notice.get("kind")).toList();
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
}
