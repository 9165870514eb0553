package org.govshare.catalog.bulk;

import static org.govshare.catalog.bulk.template.TemplateColumn.CODE;
import static org.govshare.catalog.bulk.template.TemplateColumn.PROVIDER;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import org.govshare.platform.reactive.testing.TestToken;
import org.junit.jupiter.api.Test;

/** What an import means to others: campaigns, subscribers, those who wait for a resource. */
@QuarkusTest
class ImportNewsTest extends ImportCase {

  private static final String CODE_A = "0102011300000001/07501";
  private static final String TAKE_OVER =
      "{\"mode\":\"ALL\",\"as\":\"PUBLISHED\",\"approval\":\"冀政办字〔2026〕2号（合成）\"}";

  @Inject Pool database;

  private void execute(String statement) {
    database.query(statement).execute().await().atMost(Duration.ofSeconds(20));
  }

  private static String campaign(String name, String department) {
    return id(
        post(
                PUBLISHER,
                "/campaigns",
                """
                {"name":"%s","categoryCode":"010200","leadDepartment":"bb","description":"测试",
                 "batches":[{"number":1,"name":"一","planUntil":"2099-01-31",
                  "surveyUntil":"2099-03-31","generateUntil":"2099-06-30",
                  "reviewUntil":"2099-09-30"}],
                 "participants":[{"department":"%s","batch":1}]}
                """
                    .formatted(name, department))
            .then()
            .statusCode(201)
            .extract()
            .response());
  }

  private static String into(String campaign) {
    return "{\"mode\":\"ALL\",\"as\":\"DRAFT\",\"campaignId\":\"%s\"}".formatted(campaign);
  }

  @Test
  void draftsCanBeImportedIntoACampaign() throws Exception {
    String mine = campaign("导入编制任务", "gs");
    String foreign = campaign("导入别的任务", "mz");
    Response checked = checked(GS_EDITOR, Workbooks.workbook().with("导入任务信息", "甲").bytes());
    String commit = "/imports/" + id(checked) + "/commit";
    invalid(step(GS_EDITOR, checked, commit, into(foreign)), "campaignId");
    invalid(step(PUBLISHER, checked, commit, into(id(checked))), "campaignId");
    committed(GS_EDITOR, checked, into(mine)).then().body("campaignId", equalTo(mine));
    ok(get(GS_EDITOR, "/campaigns/" + mine + "/resources"))
        .then()
        .body("items.name", contains("导入任务信息"));

    Response both =
        checked(
            PUBLISHER,
            Workbooks.workbook()
                .with("导入任务第二信息", "甲")
                .with("导入民政信息", "甲")
                .but(PROVIDER, "省民政厅")
                .bytes());
    Response done = committed(PUBLISHER, both, into(mine));
    done.then().body("counts.created", equalTo(1)).body("counts.refused", equalTo(1));
    found(PUBLISHER, done, "not-a-participant", 3, PROVIDER);
    ok(get(GS_EDITOR, "/campaigns/" + mine + "/resources"))
        .then()
        .body("items.name", containsInAnyOrder("导入任务信息", "导入任务第二信息"));
  }

  @Test
  void whatIsTakenOverIsToldAndFulfilsDemands() throws Exception {
    TestToken subscriber = user("sub-take-over").department("sw");
    byte[] workbook = Workbooks.workbook().with("接收并告知的信息", "甲").but(CODE, CODE_A).bytes();
    // Taken over and undone, it leaves a series that comes back with its code.
    Response first = committed(PUBLISHER, checked(PUBLISHER, workbook), TAKE_OVER);
    undone(PUBLISHER, first).then().body("counts.removed", equalTo(1));
    Response demand =
        post(
                user("take-over-asker").department("tj").roles("requester"),
                "/demands",
                """
                {"name":"等待接收的信息","items":["甲"],"purpose":"测试","legalBasis":"《统计法》",
                 "scenario":"测试","frequency":"YEARLY"}
                """)
            .then()
            .statusCode(201)
            .extract()
            .response();
    execute(
        "update demand set state = 'PLANNED', provider_department = 'gs', series_id ="
            + " (select series_id from identifier_allocation where identifier = '"
            + CODE_A
            + "') where id = '"
            + id(demand)
            + "'");
    post(
            subscriber,
            "/subscriptions",
            "{\"kind\":\"QUERY\",\"target\":\"接收并告知\",\"delivery\":\"IMMEDIATE\"}")
        .then()
        .statusCode(201);
    ok(get(subscriber, "/notices")).then().body("items", empty());
    committed(PUBLISHER, checked(PUBLISHER, workbook), TAKE_OVER)
        .then()
        .body("counts.created", equalTo(1));
    ok(get(subscriber, "/notices"))
        .then()
        .body("items.kind", contains("RESOURCE_PUBLISHED"))
        .body("items.title", hasItem("新资源：“接收并告知的信息”"));
    ok(get(SHARING, "/demands/" + id(demand))).then().body("state", equalTo("FULFILLED"));
  }
}
