package org.govshare.catalog.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Transaction;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.govshare.catalog.Bodies;
import org.govshare.catalog.CatalogTest;
import org.junit.jupiter.api.Test;

/** What resources are found by can be made anew while the catalogue is at work. */
@QuarkusTest
class ReindexTest extends CatalogTest {

  private static final Duration LONG = Duration.ofSeconds(20);

  @Inject Pool database;

  private static Response search(String query) {
    return ok(as(SW_REQUESTER).queryParam("q", query).get(API + "/resources"));
  }

  private static Response order() {
    return post(PUBLISHER, "/search/reindex", "").then().statusCode(202).extract().response();
  }

  private static boolean ended(Response job) {
    Response now = ok(get(PUBLISHER, "/jobs/" + id(job)));
    String state = now.path("state");
    assertThat(state).as("%s", now.asString()).isIn("QUEUED", "RUNNING", "DONE");
    return state.equals("DONE");
  }

  private void run(String sql) {
    database.query(sql).execute().await().atMost(LONG);
  }

  @Test
  void lostRowsComeBackAndWhatIsWrittenMeanwhileIsKept() {
    String lost = publish("饕餮纹饰");
    run("delete from resource_text where resource_id = '" + lost + "'");
    search("饕餮").then().body("total", equalTo(0));
    String always = publish("穷奇图案");

    Response job = order();
    List<String> meanwhile = new ArrayList<>();
    do {
      meanwhile.add(publish("梼杌" + (char) ('甲' + meanwhile.size())));
      search("穷奇").then().body("items.id", contains(always));
    } while (!ended(job));

    search("饕餮").then().body("items.id", contains(lost));
    for (String id : meanwhile) {
      assertThat(search("梼杌").<List<String>>path("items.id")).contains(id);
    }
    // The new table has all that the old one had.
    Response draft = created(GS_EDITOR, Bodies.resource("混沌草案", Bodies.item("编号", "number")));
    ok(as(GS_EDITOR).queryParam("q", "混沌").queryParam("state", "DRAFT").get(API + "/resources"))
        .then()
        .body("items.id", contains(id(draft)));
    as(GS_EDITOR)
        .header("If-Match", draft.header("ETag"))
        .delete(API + "/resources/" + id(draft))
        .then()
        .statusCode(204);
    ok(as(GS_EDITOR).queryParam("q", "混沌").queryParam("state", "DRAFT").get(API + "/resources"))
        .then()
        .body("total", equalTo(0));
  }

  @Test
  void whoHasLockedAResourceGoesOnWhileTheTablesChangePlaces() {
    Response draft = created(GS_EDITOR, Bodies.resource("狴犴图谱", Bodies.item("编号", "number")));
    UUID id = UUID.fromString(id(draft));
    SqlConnection writer = database.getConnection().await().atMost(LONG);
    try {
      Transaction transaction = writer.begin().await().atMost(LONG);
      writer
          .preparedQuery("select from information_resource where id = $1 for update")
          .execute(Tuple.of(id))
          .await()
          .atMost(LONG);
      Response job = order();
      while (waiting() == 0) {
        assertThat(ended(job)).isFalse();
      }
      writer
          .preparedQuery("update information_resource set summary = '换位' where id = $1")
          .execute(Tuple.of(id))
          .await()
          .atMost(LONG);
      transaction.commit().await().atMost(LONG);
      while (!ended(job)) {
        search("狴犴").then().body("total", equalTo(0));
      }
    } finally {
      writer.close().await().atMost(LONG);
    }
  }

  private long waiting() {
    return database
        .query(
            "select count(*) from pg_locks where not granted and mode = 'AccessExclusiveLock'"
                + " and relation = 'information_resource'::regclass")
        .execute()
        .await()
        .atMost(LONG)
        .iterator()
        .next()
        .getLong(0);
  }

  private static String publish(String name) {
    return id(
        published(GS_EDITOR, GS_REVIEWER, Bodies.resource(name, Bodies.item("编号", "number"))));
  }

  @Test
  void onlyThePublisherOrdersIt() {
    refused(post(GS_EDITOR, "/search/reindex", ""), 403, "role-required");
    refused(post(AUDITOR, "/search/reindex", ""), 403, "role-required");
  }
}
