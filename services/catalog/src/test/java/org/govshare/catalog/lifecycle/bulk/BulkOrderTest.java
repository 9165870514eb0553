package org.govshare.catalog.lifecycle.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.govshare.catalog.Bodies;
import org.govshare.catalog.CatalogTest;
import org.govshare.platform.reactive.testing.TestToken;
import org.junit.jupiter.api.Test;

/** Steps with more resources than one call takes. */
@QuarkusTest
class BulkOrderTest extends CatalogTest {

  private static final String ORDERS = "/resources/bulk/orders";
  private static final int MANY = 450;

  @Inject DataSource database;

  /** Many drafts, as an import would have brought them. */
  private String drafts(String name) throws SQLException {
    String batch = UUID.randomUUID().toString();
    Response one = created(GS_EDITOR, Bodies.resource(name, Bodies.item("统一社会信用代码", "uscc")));
    change(
        """
        insert into information_resource
        select (jsonb_populate_record(r, jsonb_build_object('id', fresh, 'series_id', fresh,
            'name', r.name || n, 'batch_id', '%s'))).*
        from information_resource r, (
            select n, gen_random_uuid() as fresh from generate_series(1, %d) n) as each
        where r.id = '%s'
        """
            .formatted(batch, MANY, id(one)));
    return batch;
  }

  private void change(String statement) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement change = connection.createStatement()) {
      change.execute(statement);
    }
  }

  private String ask(String question) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(question)) {
      row.next();
      return row.getString(1);
    }
  }

  private void await(String question, String awaited) throws Exception {
    for (int i = 0; i < 1_200; i++) {
      if (awaited.equals(ask(question))) {
        return;
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
    throw new AssertionError(question + ": " + ask(question));
  }

  private static String body(String batch, int expected) {
    return """
        {"action":"SUBMIT","filter":{"state":"DRAFT","batchId":"%s"},"expected":%d}
        """
        .formatted(batch, expected);
  }

  private Response ordered(TestToken who, String body) {
    return post(who, ORDERS, body).then().statusCode(202).extract().response();
  }

  private Response ended(String job) throws Exception {
    await("select ended_at is not null from job where id = '" + job + "'", "t");
    return ok(get(GS_EDITOR, "/jobs/" + job));
  }

  private String inState(String batch, String state) throws SQLException {
    return ask(
        "select count(*) from information_resource where batch_id = '%s' and state = '%s'"
            .formatted(batch, state));
  }

  @Test
  void aJobTakesTheStepWithAllOfThem() throws Exception {
    String batch = drafts("批量令");
    refused(post(GS_EDITOR, ORDERS, body(batch, MANY - 1)), 409, "bulk-count-differs");
    String job = id(ordered(GS_EDITOR, body(batch, MANY)));
    ended(job)
        .then()
        .body("state", equalTo("DONE"))
        .body("done", equalTo(MANY))
        .body("total", equalTo(MANY))
        .body("result", equalTo(API + ORDERS + "/" + job + "/items"));
    assertThat(inState(batch, "PENDING_REVIEW")).isEqualTo("" + MANY);
    ok(get(GS_EDITOR, ORDERS + "/" + job + "/items?size=100"))
        .then()
        .body("total", equalTo(MANY))
        .body("items.done", everyItem(equalTo(true)))
        .body("items.code", everyItem(nullValue()))
        .body("items.state", everyItem(equalTo("PENDING_REVIEW")));
    assertThat(
            ask(
                "select count(*) from resource_transition t join information_resource r"
                    + " on r.id = t.resource_id where r.batch_id = '%s' and t.action = 'SUBMIT'"
                        .formatted(batch)))
        .isEqualTo("" + MANY);
  }

  @Test
  void whatCannotBeMovedSaysWhy() throws Exception {
    Response good = created(GS_EDITOR, Bodies.resource("批量令可", Bodies.item("代码", "uscc")));
    Response empty = created(GS_EDITOR, Bodies.resource("批量令无项"));
    String job =
        id(
            ordered(
                GS_EDITOR,
                "{\"action\":\"SUBMIT\",\"ids\":[{\"id\":\"%s\",\"revision\":0},{\"id\":\"%s\",\"revision\":0},{\"id\":\"%s\",\"revision\":0}]}"
                    .formatted(id(good), id(empty), UUID.randomUUID())));
    ended(job).then().body("state", equalTo("DONE"));
    ok(get(GS_EDITOR, ORDERS + "/" + job + "/items?done=false"))
        .then()
        .body("total", equalTo(2))
        .body("items[0].code", equalTo("resource-without-items"))
        .body("items[0].state", equalTo("DRAFT"))
        .body("items[1].code", equalTo("resource-not-found"));
    refused(get(MZ_EDITOR, ORDERS + "/" + job + "/items"), 404, "job-not-found");
  }

  @Test
  void onlyWhoMayTakeTheStepOrdersIt() {
    String body = body(UUID.randomUUID().toString(), 1);
    refused(post(GS_REVIEWER, ORDERS, body), 403, "role-required");
    refused(post(AUDITOR, ORDERS, body), 403, "role-required");
    invalid(post(GS_EDITOR, ORDERS, body(UUID.randomUUID().toString(), 100_001)), "expected");
  }

  @Test
  void aCancelledOrderStopsBetweenTwoTransactions() throws Exception {
    String batch = drafts("批量令取消");
    Connection held = database.getConnection();
    held.setAutoCommit(false);
    String job;
    try (Statement statement = held.createStatement()) {
      // One of those that the second transaction takes, which waits for it.
      statement.execute(
          """
          select 1 from information_resource
          where id = (select id from information_resource where batch_id = '%s'
              order by id offset 300 limit 1)
          for update
          """
              .formatted(batch));
      job = id(ordered(GS_EDITOR, body(batch, MANY)));
      await("select count(*) from bulk_order_item where done and job_id = '" + job + "'", "200");
      ok(post(GS_EDITOR, "/jobs/" + job + "/cancellation", ""));
      for (int round = 0; round < 2; round++) {
        String before = ask("select lease_until from job where id = '" + job + "'");
        await("select lease_until <> '" + before + "' from job where id = '" + job + "'", "t");
      }
    } finally {
      held.rollback();
      held.setAutoCommit(true);
      held.close();
    }
    ended(job).then().body("state", equalTo("CANCELLED"));
    assertThat(inState(batch, "PENDING_REVIEW")).isEqualTo("400");
    assertThat(inState(batch, "DRAFT")).isEqualTo("50");
    ok(get(GS_EDITOR, ORDERS + "/" + job + "/items")).then().body("total", equalTo(400));
  }
}
