package org.govshare.catalog.lifecycle.bulk;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.govshare.catalog.Bodies;
import org.govshare.catalog.CatalogTest;
import org.govshare.platform.reactive.testing.TestToken;
import org.junit.jupiter.api.Test;

/** One step with many resources: each is judged as if it were alone. */
@QuarkusTest
class BulkTest extends CatalogTest {

  private static final String BULK = "/resources/bulk";
  private static final Duration LONG = Duration.ofSeconds(20);

  @Inject Pool database;

  private static Response draft(TestToken editor, String name) {
    return created(editor, Bodies.resource(name, Bodies.item("统一社会信用代码", "uscc")));
  }

  private static String targets(List<Response> seen) {
    return seen.stream()
        .map(
            one ->
                "{\"id\":\"%s\",\"revision\":%s}".formatted(id(one), one.<Integer>path("revision")))
        .collect(Collectors.joining(","));
  }

  private static Response bulk(TestToken who, String action, List<Response> seen) {
    return post(
        who,
        BULK,
        "{\"action\":\"%s\",\"remark\":\"批量\",\"ids\":[%s]}".formatted(action, targets(seen)));
  }

  private static List<Response> again(TestToken who, List<Response> seen) {
    return seen.stream().map(one -> ok(get(who, "/resources/" + id(one)))).toList();
  }

  @Test
  void manyGoAllTheWayAndEachLeavesItsTrail() {
    List<Response> drafts =
        IntStream.range(0, 5).mapToObj(i -> draft(GS_EDITOR, "批量" + i)).toList();
    ok(bulk(GS_EDITOR, "SUBMIT", drafts))
        .then()
        .body("done", equalTo(5))
        .body("items.state", everyItem(equalTo("PENDING_REVIEW")));
    ok(bulk(GS_REVIEWER, "PASS", again(GS_REVIEWER, drafts))).then().body("done", equalTo(5));
    ok(bulk(PUBLISHER, "PUBLISH", again(PUBLISHER, drafts)))
        .then()
        .body("done", equalTo(5))
        .body("refused", equalTo(0))
        .body("items.id", contains(drafts.stream().map(CatalogTest::id).toArray()));
    for (Response one : again(SW_REQUESTER, drafts)) {
      one.then().body("state", equalTo("PUBLISHED"));
      ok(get(GS_EDITOR, "/resources/" + id(one) + "/history"))
          .then()
          .body("items.action", contains("SUBMIT", "PASS", "PUBLISH"));
    }
    List<Response> published = again(PUBLISHER, drafts);
    ok(bulk(PUBLISHER, "WITHDRAW", published))
        .then()
        .body("items.state", everyItem(equalTo("WITHDRAWN")));
  }

  @Test
  void theListSaysWhichVersionAStepRestsOn() {
    Response draft = draft(GS_EDITOR, "批量版本号");
    ok(get(GS_EDITOR, "/resources?state=DRAFT&q=批量版本号"))
        .then()
        .body("items.id", contains(id(draft)))
        .body("items.revision", contains(draft.<Integer>path("revision")));
  }

  @Test
  void eachThatCannotBeMovedSaysWhy() {
    Response good = draft(GS_EDITOR, "批量可");
    Response empty = created(GS_EDITOR, Bodies.resource("批量无项"));
    Response foreign = draft(MZ_EDITOR, "批量他人");
    Response submitted = draft(GS_EDITOR, "批量已提交");
    Response moved =
        ok(step(GS_EDITOR, submitted, "/resources/" + id(submitted) + "/submission", null));
    ok(bulk(
            GS_EDITOR,
            "SUBMIT",
            List.of(good, empty, foreign, submitted, moved).stream()
                .filter(one -> one != submitted)
                .toList()))
        .then()
        .body("done", equalTo(1))
        .body("refused", equalTo(3))
        .body("items.done", contains(true, false, false, false))
        .body("items[1].code", equalTo("resource-without-items"))
        .body("items[2].code", equalTo("resource-not-found"))
        .body("items[2].name", nullValue())
        .body("items[3].code", equalTo("resource-in-wrong-state"));
    ok(bulk(GS_EDITOR, "SUBMIT", List.of(submitted)))
        .then()
        .body("items[0].code", equalTo("stale-version"));
    ok(get(MZ_EDITOR, "/resources/" + id(foreign))).then().body("state", equalTo("DRAFT"));
  }

  /** All numbers under the prefix but one are held back for others. */
  @Test
  void whereNumbersRunOutTheFirstGetThem() {
    database
        .query(
            """
            insert into identifier_reservation (id, prefix, first_number, last_number,
                department_code, reason, reserved_by, reserved_at, revision)
            values (gen_random_uuid(), '0102121300000001', 2, 99999, 'mz', '测试', 'test', now(), 0)
            """)
        .execute()
        .await()
        .atMost(LONG);
    List<Response> drafts =
        IntStream.range(0, 3)
            .mapToObj(
                i ->
                    created(
                        GS_EDITOR,
                        Bodies.resource("号码用尽" + i, Bodies.item("统一社会信用代码", "uscc"))
                            .replace("010201", "010212")))
            .toList();
    Response other = draft(GS_EDITOR, "号码未尽");
    List<Response> all = Stream.concat(drafts.stream(), Stream.of(other)).toList();
    ok(bulk(GS_EDITOR, "SUBMIT", all)).then().body("done", equalTo(4));
    ok(bulk(GS_REVIEWER, "PASS", again(GS_REVIEWER, all))).then().body("done", equalTo(4));
    ok(bulk(PUBLISHER, "PUBLISH", again(PUBLISHER, all)))
        .then()
        .body("done", equalTo(2))
        .body("refused", equalTo(2))
        .body("items.done", contains(true, false, false, true))
        .body("items[1].code", equalTo("identifiers-exhausted"))
        .body("items[1].state", equalTo("REGISTERED"));
    ok(get(PUBLISHER, "/resources/" + id(drafts.get(0))))
        .then()
        .body("identifier", equalTo("0102121300000001/00001"));
    Response left = ok(get(PUBLISHER, "/resources/" + id(drafts.get(2))));
    refused(
        step(
            PUBLISHER,
            left,
            "/resources/" + id(left) + "/publication",
            "{\"decision\":\"PUBLISH\"}"),
        409,
        "identifiers-exhausted");
  }

  @Test
  void fourEyesHoldInBulkToo() {
    TestToken both =
        user("gs-both").department("gs").roles("catalog-editor", "department-reviewer");
    Response own = draft(both, "批量自审");
    Response submitted = ok(step(both, own, "/resources/" + id(own) + "/submission", null));
    ok(bulk(both, "PASS", List.of(submitted))).then().body("items[0].code", equalTo("own-work"));
    ok(bulk(GS_REVIEWER, "RETURN", List.of(submitted)))
        .then()
        .body("items[0].state", equalTo("RETURNED"));
    ok(bulk(both, "DELETE", again(both, List.of(own))))
        .then()
        .body("done", equalTo(1))
        .body("items[0].state", nullValue());
    refused(get(both, "/resources/" + id(own)), 404, "resource-not-found");
  }

  @Test
  void onlyWhoMayTakeAStepTakesItWithMany() {
    Response draft = draft(GS_EDITOR, "批量越权");
    for (String action : List.of("SUBMIT", "DELETE")) {
      refused(bulk(GS_REVIEWER, action, List.of(draft)), 403, "role-required");
    }
    refused(bulk(GS_EDITOR, "PASS", List.of(draft)), 403, "role-required");
    refused(bulk(GS_EDITOR, "RETURN", List.of(draft)), 403, "role-required");
    refused(bulk(GS_REVIEWER, "PUBLISH", List.of(draft)), 403, "role-required");
    refused(bulk(GS_EDITOR, "WITHDRAW", List.of(draft)), 403, "role-required");
    refused(bulk(AUDITOR, "SUBMIT", List.of(draft)), 403, "role-required");
  }

  @Test
  void aFilterNamesHowManyItWasSeenToMatch() {
    String batch = UUID.randomUUID().toString();
    for (int i = 0; i < 3; i++) {
      Response one = draft(GS_EDITOR, "批量筛选" + i);
      database
          .query(
              "update information_resource set batch_id = '%s' where id = '%s'"
                  .formatted(batch, id(one)))
          .execute()
          .await()
          .atMost(LONG);
    }
    String body =
        """
        {"action":"SUBMIT","filter":{"state":"DRAFT","batchId":"%s"},"expected":%d}
        """;
    refused(post(GS_EDITOR, BULK, body.formatted(batch, 2)), 409, "bulk-count-differs");
    refused(post(MZ_EDITOR, BULK, body.formatted(batch, 3)), 409, "bulk-count-differs");
    refused(
        post(
            MZ_EDITOR,
            BULK,
            body.formatted(batch, 3).replace("\"state\"", "\"department\":\"gs\",\"state\"")),
        403,
        "department-required");
    ok(post(GS_EDITOR, BULK, body.formatted(batch, 3)))
        .then()
        .body("done", equalTo(3))
        .body("items.name", hasItem("批量筛选1"));
  }

  @Test
  void badInputIsNamed() {
    Response draft = draft(GS_EDITOR, "批量校验");
    invalid(post(GS_EDITOR, BULK, "{\"action\":\"SUBMIT\"}"), "ids");
    invalid(post(GS_EDITOR, BULK, "{\"action\":\"SUBMIT\",\"ids\":[]}"), "ids");
    invalid(post(GS_EDITOR, BULK, "{\"ids\":[]}"), "action");
    invalid(post(GS_EDITOR, BULK, "{\"action\":\"SUPERSEDE\",\"ids\":[]}"), "action");
    invalid(post(GS_EDITOR, BULK, "{\"action\":\"SUBMIT\",\"ids\":[{}]}"), "ids[0].revision");
    invalid(
        post(
            GS_EDITOR,
            BULK,
            "{\"action\":\"SUBMIT\",\"ids\":[%s,%s]}"
                .formatted(targets(List.of(draft)), targets(List.of(draft)))),
        "ids[1].id");
    invalid(
        post(
            GS_REVIEWER, BULK, "{\"action\":\"RETURN\",\"ids\":[" + targets(List.of(draft)) + "]}"),
        "remark");
    invalid(
        post(GS_EDITOR, BULK, "{\"action\":\"SUBMIT\",\"filter\":{},\"expected\":1001}"),
        "expected");
    String many =
        IntStream.rangeClosed(0, 1_000)
            .mapToObj(i -> "{\"id\":\"" + UUID.randomUUID() + "\",\"revision\":0}")
            .collect(Collectors.joining(","));
    invalid(post(GS_EDITOR, BULK, "{\"action\":\"SUBMIT\",\"ids\":[" + many + "]}"), "ids");
  }
}
