package org.govshare.catalog.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.govshare.catalog.Bodies;
import org.govshare.catalog.CatalogTest;
import org.junit.jupiter.api.Test;

/** Evaluations, from beginning to publication. */
@QuarkusTest
class EvaluationTest extends CatalogTest {

  @Inject Pool database;

  private static final String GS = "find { it.department.code == 'gs' }.";

  private static String evaluation(String title) {
    return """
    {"title":"%s","periodFrom":"2026-01-01","periodTo":"2026-12-31","weights":{"COVERAGE":0}}
    """
        .formatted(title);
  }

  private static Response begun(String title) {
    return post(PUBLISHER, "/evaluations", evaluation(title))
        .then()
        .statusCode(201)
        .extract()
        .response();
  }

  private static Response computed(Response evaluation) {
    return ok(step(PUBLISHER, evaluation, "/evaluations/" + id(evaluation) + "/computation", null));
  }

  @Test
  void eachIndicatorOpensWhatWasFoundWanting() {
    published(GS_EDITOR, GS_REVIEWER, Bodies.resource("评估用资源", Bodies.item("名称", "mc")));
    published(
        GS_EDITOR, GS_REVIEWER, Bodies.resource("评估用不予共享", Bodies.item("名称", "mc", "NOT_SHARED")));
    Response evaluation = computed(begun("指标与依据"));

    Response results = get(PUBLISHER, "/evaluations/" + id(evaluation) + "/results");

    String sharing = GS + "indicators.find { it.indicator == 'SHARING' }.";
    int part = results.path(sharing + "part");
    int whole = results.path(sharing + "whole");
    assertThat(whole).isGreaterThan(part);
    String evidence = results.path(sharing + "evidence");
    as(PUBLISHER)
        .get(evidence)
        .then()
        .statusCode(200)
        .body("total", equalTo(whole - part))
        .body("items.objectKind", everyItem(equalTo("RESOURCE")))
        .body("items.title", hasItem("评估用不予共享"))
        .body("items.title", not(hasItem("评估用资源")));
    results.then().body(GS + "indicators.find { it.indicator == 'COVERAGE' }.weight", equalTo(0));
  }

  @Test
  void theEvidenceOfEveryIndicatorIsExactlyWhatWasNotGood() {
    execute(
        """
        insert into business_function (id, department_code, name, source, basis, abolished,
            created_at, updated_at, revision)
        values (gen_random_uuid(), 'gs', '评估用未编目职责', 'POWER_LIST', '权力清单', false,
            now(), now(), 0),
          (gen_random_uuid(), 'gs', '评估用已取消职责', 'POWER_LIST', '权力清单', true, now(), now(), 0)
        """);
    Response closed =
        published(
            GS_EDITOR,
            GS_REVIEWER,
            Bodies.resource("评估用不予开放", Bodies.item("名称", "mc"))
                .replace("\"ON_REQUEST\"", "\"CLOSED\""));
    execute(
        "update information_resource set data_updated_at = now() - interval '30 days' where id = '"
            + id(closed)
            + "'");
    late("REQUEST_DECISION", "评估用逾期申请");
    late("VALUE_OBJECTION", "评估用逾期异议");
    Response evaluation = computed(begun("各项指标的依据"));

    Response results = get(PUBLISHER, "/evaluations/" + id(evaluation) + "/results");

    Map<Indicator, String> wanting = new EnumMap<>(Indicator.class);
    wanting.put(Indicator.COVERAGE, "评估用未编目职责");
    wanting.put(Indicator.OPENNESS, "评估用不予开放");
    wanting.put(Indicator.FRESHNESS, "评估用不予开放");
    wanting.put(Indicator.ANSWERS, "评估用逾期申请");
    wanting.put(Indicator.CORRECTIONS, "评估用逾期异议");
    for (Indicator indicator : Indicator.values()) {
      String measured = GS + "indicators.find { it.indicator == '" + indicator + "' }.";
      int part = results.path(measured + "part");
      int whole = results.path(measured + "whole");
      Response evidence =
          ok(as(PUBLISHER).get(results.<String>path(measured + "evidence") + "&size=100"));
      assertThat(evidence.<Integer>path("total")).as(indicator.name()).isEqualTo(whole - part);
      if (wanting.containsKey(indicator)) {
        assertThat(evidence.<List<String>>path("items.title"))
            .as(indicator.name())
            .contains(wanting.get(indicator))
            .doesNotContain("评估用已取消职责");
        assertThat(part).as(indicator.name()).isLessThan(whole);
      }
    }
  }

  /** A step of the department that was taken a day too late within the period. */
  private void late(String step, String title) {
    execute(
        """
        insert into deadline_clock (id, step, object_id, title, link, role, department,
            calendar_known, state, started_at, due_at, stopped_at, revision)
        values (gen_random_uuid(), '%s', gen_random_uuid(), '%s', '/', 'department-reviewer', 'gs',
            true, 'STOPPED', '2026-03-01', '2026-03-10', '2026-03-11', 0)
        """
            .formatted(step, title));
  }

  private void execute(String statement) {
    database.query(statement).execute().await().atMost(Duration.ofSeconds(20));
  }

  @Test
  void aPublishedReportStaysAsItWasFound() {
    Response resource =
        published(GS_EDITOR, GS_REVIEWER, Bodies.resource("先算后撤", Bodies.item("名称", "mc")));
    Response evaluation = computed(begun("公布后不变"));
    String path = "/evaluations/" + id(evaluation);
    List<Object> before = get(PUBLISHER, path + "/results").path("");

    Response published = ok(step(PUBLISHER, evaluation, path + "/publication", null));
    ok(
        step(
            PUBLISHER,
            resource,
            "/resources/" + id(resource) + "/withdrawal",
            "{\"reason\":\"停用\"}"));

    published.then().body("state", equalTo("PUBLISHED"));
    assertThat((List<Object>) get(SW_REQUESTER, path + "/results").path("")).isEqualTo(before);
    refused(step(PUBLISHER, published, path + "/computation", null), 409, "evaluation-published");
    refused(
        as(PUBLISHER).header("If-Match", published.header("ETag")).delete(API + path),
        409,
        "evaluation-published");
  }

  @Test
  void untilThenADepartmentSeesItsOwnResultsAndMayAnswer() {
    Response evaluation = computed(begun("部门说明"));
    String path = "/evaluations/" + id(evaluation);

    get(GS_REVIEWER, path + "/results").then().body("department.code", contains("gs"));
    refused(get(SW_REQUESTER, path), 404, "evaluation-not-found");
    String statement = path + "/statement";
    String first = "{\"statement\":\"一项资源依法不予共享\"}";
    refused(as(GS_REVIEWER).body(first).put(API + statement), 428, "missing-version");
    Response none = ok(get(GS_REVIEWER, statement));
    none.then().header("ETag", equalTo("\"0\""));
    Response said = ok(rewrite(GS_REVIEWER, none, statement, first));
    said.then().body("revision", equalTo(1));
    // A colleague who has not seen it does not write over it.
    refused(rewrite(GS_REVIEWER, none, statement, first), 412, "stale-version");
    ok(rewrite(GS_REVIEWER, said, statement, "{\"statement\":\"两项资源依法不予共享\"}"))
        .then()
        .header("ETag", equalTo("\"2\""));

    get(PUBLISHER, path + "/results").then().body(GS + "statement", equalTo("两项资源依法不予共享"));
    refused(
        get(GS_REVIEWER, path + "/departments/mz/evidence?indicator=SHARING"),
        403,
        "department-required");
    invalid(get(GS_REVIEWER, path + "/departments/gs/evidence"), "indicator");
  }

  @Test
  void whatIsNotComputedIsNotPublished() {
    Response evaluation = begun("尚未计算");
    String path = "/evaluations/" + id(evaluation);

    refused(
        step(PUBLISHER, evaluation, path + "/publication", null), 409, "evaluation-not-computed");
    refused(
        as(GS_REVIEWER)
            .header("If-Match", "\"0\"")
            .body("{\"statement\":\"过早\"}")
            .put(API + path + "/statement"),
        409,
        "evaluation-not-open");
  }

  @Test
  void onlyThePublisherEvaluates() {
    Response evaluation = begun("权限");
    String path = "/evaluations/" + id(evaluation);

    refused(post(GS_REVIEWER, "/evaluations", evaluation("越权")), 403, "role-required");
    refused(step(GS_REVIEWER, evaluation, path + "/computation", null), 403, "role-required");
    refused(step(GS_REVIEWER, evaluation, path + "/publication", null), 403, "role-required");
    refused(get(AUDITOR, path), 404, "evaluation-not-found");
    refused(
        as(GS_EDITOR)
            .header("If-Match", "\"0\"")
            .body("{\"statement\":\"编目员\"}")
            .put(API + path + "/statement"),
        403,
        "role-required");
  }

  @Test
  void faultsInTheInputAreNamed() {
    Response answer =
        post(
            PUBLISHER,
            "/evaluations",
            """
            {"title":"","periodFrom":"2026-02-01","periodTo":"2026-01-01","weights":{"SHARING":101}}
            """);

    invalid(answer, "title");
    invalid(answer, "periodTo");
    invalid(answer, "weights.SHARING");
  }
}
