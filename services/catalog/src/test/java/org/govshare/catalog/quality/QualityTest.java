package org.govshare.catalog.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.govshare.catalog.Bodies;
import org.govshare.catalog.CatalogTest;
import org.govshare.platform.reactive.testing.TestToken;
import org.junit.jupiter.api.Test;

/** Scores of resources and departments. */
@QuarkusTest
class QualityTest extends CatalogTest {

  private static final String GOOD =
      """
      {"name":"%s","abstract":"合成数据：企业登记的基本情况，供测试评分使用，共二十字以上",
       "categoryCode":"010201","format":"DATABASE","formatType":"mysql",
       "dataStructure":"STRUCTURED","sharingType":"UNCONDITIONAL","openType":"OPEN",
       "updateFrequency":"YEARLY","sharingMethod":"DATABASE","rowCount":12,
       "keywords":["企业"],"contact":{"phone":"0311-1234567"},"census":{"storageGb":1},
       "items":[{"name":"名称","dataType":"I","description":"企业名称"},
                {"name":"代码","dataType":"I"}]}
      """;

  @Test
  void aScoreAddsUpFromWhatIsThereAndNamesTheGreatestGainFirst() {
    Response resource = published(GS_EDITOR, GS_REVIEWER, GOOD.formatted("评分较高"));

    Response quality = get(SW_REQUESTER, "/resources/" + id(resource) + "/quality");

    // Met: SUMMARY 8, KEYWORDS 6, CONTACT 8, FORMAT_TYPE 6, CENSUS 8, half of ITEMS_DESCRIBED 10,
    // FRESHNESS 20. Not met: OFFICE 6, FUNCTION 8, SYSTEM 4. Nothing to say: OPEN_CONDITION,
    // ANSWERS_IN_TIME.
    double score = 100.0 * (8 + 6 + 8 + 6 + 8 + 5 + 20) / (61 + 5 + 18);
    assertThat(quality.jsonPath().getDouble("score")).isCloseTo(score, within(0.01));
    assertThat(quality.jsonPath().getList("gains.action"))
        .isEqualTo(List.of("FUNCTION", "OFFICE", "ITEMS_DESCRIBED", "SYSTEM"));
    assertThat(quality.jsonPath().getDouble("gains[0].points"))
        .isCloseTo(100.0 * 8 / 84, within(0.01));
  }

  @Test
  void howRequestsWereAnsweredOutlivesTheVersionAskedFor() {
    Response first = published(GS_EDITOR, GS_REVIEWER, GOOD.formatted("答复及时"));
    List<String> items = first.path("items.id");
    Response request = post(SW_REQUESTER, "/requests", Bodies.request(id(first), items));
    String path = "/requests/" + id(request);
    Response checked =
        ok(step(SHARING, request, path + "/compliance-check", "{\"decision\":\"PASS\"}"));
    ok(step(GS_REVIEWER, checked, path + "/decision", "{\"decision\":\"GRANT\"}"));
    double answered = 100.0 * (61 + 12) / (61 + 5 + 18 + 12);
    assertThat(score(first)).isCloseTo(answered, within(0.01));

    Response draft = step(GS_EDITOR, first, "/resources/" + id(first) + "/versions", null);
    String next = "/resources/" + id(draft);
    Response submitted = ok(step(GS_EDITOR, draft, next + "/submission", null));
    Response passed = ok(step(GS_REVIEWER, submitted, next + "/review", "{\"decision\":\"PASS\"}"));
    Response second =
        ok(step(PUBLISHER, passed, next + "/publication", "{\"decision\":\"PUBLISH\"}"));

    assertThat(score(second)).isCloseTo(answered, within(0.01));
  }

  private static double score(Response resource) {
    return get(GS_EDITOR, "/resources/" + id(resource) + "/quality").jsonPath().getDouble("score");
  }

  @Test
  void aDraftIsScoredWithoutWhatOnlyPublishedDataCanHave() {
    Response draft = created(GS_EDITOR, Bodies.resource("草稿评分", Bodies.item("名称", "mc")));

    Response quality = get(GS_EDITOR, "/resources/" + id(draft) + "/quality");

    quality
        .then()
        .statusCode(200)
        .body("gains.action", not(hasItem("FRESHNESS")))
        .body("gains.action", hasItems("SUMMARY", "KEYWORDS", "CONTACT", "OFFICE"));
    refused(get(SW_REQUESTER, "/resources/" + id(draft) + "/quality"), 404, "resource-not-found");
  }

  @Test
  void eachNumberOfADepartmentOpensTheRowsItCounts() {
    published(MZ_EDITOR, MZ_REVIEWER, GOOD.formatted("部门评分甲"));
    published(MZ_EDITOR, MZ_REVIEWER, Bodies.resource("部门评分乙", Bodies.item("名称", "mc")));
    assertThat(post(PUBLISHER, "/quality/refresh", "{}").statusCode()).isEqualTo(204);

    Response departments = get(SW_REQUESTER, "/quality/departments");

    String mz = "find { it.department.code == 'mz' }.";
    List<String> rows = departments.path(mz + "gains.rows");
    List<Integer> counts = departments.path(mz + "gains.resources");
    List<String> actions = departments.path(mz + "gains.action");
    assertThat(rows).isNotEmpty();
    for (int i = 0; i < rows.size(); i++) {
      as(SW_REQUESTER)
          .get(rows.get(i))
          .then()
          .statusCode(200)
          .body("total", equalTo(counts.get(i)))
          .body("items.department.code", everyItem(equalTo("mz")))
          .body("items.gains.action", everyItem(hasItem(actions.get(i))));
    }
    List<Float> points = departments.path(mz + "gains.points");
    assertThat(points).isSortedAccordingTo((a, b) -> Float.compare(b, a));
  }

  @Test
  void theWorstComeFirstAndAreConfinedAsAsked() {
    TestToken editor = user("ga-editor").department("ga").roles("catalog-editor");
    TestToken reviewer = user("ga-reviewer").department("ga").roles("department-reviewer");
    published(editor, reviewer, Bodies.resource("评分列表", Bodies.item("名称", "mc")));
    post(PUBLISHER, "/quality/refresh", "{}");

    Response worst = get(SW_REQUESTER, "/quality/resources?department=ga&below=90");

    worst
        .then()
        .statusCode(200)
        .body("items.score", everyItem(lessThan(90f)))
        .body("items.name", hasItem("评分列表"));
    List<Float> scores = worst.path("items.score");
    assertThat(scores).isSorted();
  }

  @Test
  void badInputAndOtherRolesAreRefused() {
    invalid(get(SW_REQUESTER, "/quality/resources?below=101"), "below");
    refused(post(GS_EDITOR, "/quality/refresh", "{}"), 403, "role-required");
    refused(post(AUDITOR, "/quality/refresh", "{}"), 403, "role-required");
  }
}
