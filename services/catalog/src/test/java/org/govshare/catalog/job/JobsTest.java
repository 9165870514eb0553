package org.govshare.catalog.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.govshare.catalog.CatalogTest;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.reactive.testing.TestToken;
import org.junit.jupiter.api.Test;

/** Long work is run, watched, cancelled, and taken up again after its replica died. */
@QuarkusTest
class JobsTest extends CatalogTest {

  @Inject Jobs jobs;
  @Inject DataSource database;

  private String submitted(String action, int steps) throws Throwable {
    Caller caller = new Caller("gs-editor", Optional.of("gs"), Set.of("catalog-editor"));
    return VertxContextSupport.subscribeAndAwait(
            () -> jobs.submit(RehearsedJob.KIND, caller, new RehearsedJob.Part(action, steps)))
        .id()
        .toString();
  }

  private Response until(String id, String state) throws InterruptedException {
    Response job = null;
    for (int i = 0; i < 600; i++) {
      job = ok(get(GS_EDITOR, "/jobs/" + id));
      if (state.equals(job.path("state"))) {
        return job;
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
    throw new AssertionError("Not " + state + ": " + job.asString());
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Test
  void aJobCountsAndNamesItsResult() throws Throwable {
    String id = submitted("count", 3);
    until(id, "DONE")
        .then()
        .body("kind", equalTo("rehearsed"))
        .body("stage", equalTo("PLAYING"))
        .body("done", equalTo(3))
        .body("total", equalTo(3))
        .body("result", equalTo("/api/catalog/v1/played"))
        .body("message", nullValue())
        .body("startedAt", notNullValue())
        .body("endedAt", notNullValue());
    ok(get(GS_EDITOR, "/jobs?size=100")).then().body("items.id", hasItem(id));
  }

  @Test
  void onlyWhoOrderedAJobKnowsOfIt() throws Throwable {
    String id = submitted("count", 1);
    for (TestToken other : List.of(MZ_EDITOR, GS_REVIEWER, PUBLISHER, AUDITOR)) {
      refused(get(other, "/jobs/" + id), 404, "job-not-found");
      refused(post(other, "/jobs/" + id + "/cancellation", ""), 404, "job-not-found");
      ok(get(other, "/jobs?size=100")).then().body("items.id", not(hasItem(id)));
    }
    refused(get(GS_EDITOR, "/jobs/" + UUID.randomUUID()), 404, "job-not-found");
    until(id, "DONE");
  }

  @Test
  void aRunningJobStopsWhenAsked() throws Throwable {
    String id = submitted("endless", 0);
    until(id, "RUNNING");
    ok(post(GS_EDITOR, "/jobs/" + id + "/cancellation", ""))
        .then()
        .body("cancelRequested", equalTo(true));
    until(id, "CANCELLED").then().body("result", nullValue()).body("message", nullValue());
    ok(post(GS_EDITOR, "/jobs/" + id + "/cancellation", ""))
        .then()
        .body("state", equalTo("CANCELLED"));
  }

  @Test
  void aRefusalIsShownInTheCallersLanguage() throws Throwable {
    String id = submitted("refuse", 0);
    until(id, "FAILED")
        .then()
        .body("problem", equalTo("own-resource"))
        .body("message", containsString("部门"));
    as(GS_EDITOR)
        .header("Accept-Language", "en")
        .get(API + "/jobs/" + id)
        .then()
        .body("message", containsString("department"));
  }

  @Test
  void whatIsUnexpectedIsNotShown() throws Throwable {
    until(submitted("break", 0), "FAILED")
        .then()
        .body("problem", equalTo("job-failed"))
        .body("message", not(containsString("as told")));
  }

  @Test
  void aJobOfADeadReplicaIsTakenUpAgainIfItsKindAllowsThat() throws Throwable {
    String again = left(RehearsedJob.KIND, 1, false);
    String never = left(UnrepeatableJob.KIND, 1, false);
    String oftenEnough = left(RehearsedJob.KIND, 3, false);
    String cancelled = left(RehearsedJob.KIND, 1, true);
    until(again, "DONE").then().body("done", equalTo(2));
    until(never, "FAILED").then().body("problem", equalTo("job-interrupted"));
    until(oftenEnough, "FAILED").then().body("problem", equalTo("job-interrupted"));
    until(cancelled, "CANCELLED");
  }

  private String left(String kind, int attempt, boolean cancelRequested) throws SQLException {
    UUID id = UUID.randomUUID();
    execute(
        """
        insert into job (id, kind, state, owner, parameters, created_at, holder, lease_until,
            attempt, cancel_requested)
        values ('%s', '%s', 'RUNNING', 'gs-editor', '{"action":"count","steps":2}', now(),
            'gone', now() - interval '1 second', %d, %s)
        """
            .formatted(id, kind, attempt, cancelRequested));
    return id.toString();
  }

  @Test
  void aReplicaThatLostItsJobCommitsNothingMore() throws Throwable {
    String id = submitted("fence", 0);
    until(id, "RUNNING");
    execute(
        "update job set holder = 'another', lease_until = now() + interval '1 hour' where id = '"
            + id
            + "'");
    String next = submitted("count", 1);
    String afterNext = submitted("count", 1);
    until(next, "DONE");
    until(afterNext, "DONE");
    Response left = ok(get(GS_EDITOR, "/jobs/" + id));
    assertThat(left.<String>path("state")).isEqualTo("RUNNING");
    execute("delete from job where id = '" + id + "'");
  }

  @Test
  void endedJobsAreForgottenInTime() throws Throwable {
    String id = submitted("count", 1);
    until(id, "DONE");
    execute("update job set ended_at = now() - interval '31 days' where id = '" + id + "'");
    for (int i = 0; i < 600 && get(GS_EDITOR, "/jobs/" + id).statusCode() == 200; i++) {
      TimeUnit.MILLISECONDS.sleep(50);
    }
    refused(get(GS_EDITOR, "/jobs/" + id), 404, "job-not-found");
  }
}
