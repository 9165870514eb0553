package org.govshare.catalog.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.govshare.catalog.Bodies;
import org.govshare.catalog.schedule.Schedule;
import org.junit.jupiter.api.Test;

/** How a request ends without a decision: taken back, past its time, or without its resource. */
@QuarkusTest
class RequestEndTest extends RequestScenes {

  private static final Duration LONG = Duration.ofSeconds(20);

  @Inject Schedule schedule;
  @Inject Pool database;

  @Test
  void theAuthorTakesARequestBack() {
    Response request = submitted(resource("撤回"));
    String reason = "{\"reason\":\"不再需要\"}";
    refused(act(GS_REVIEWER, request, "withdrawal", reason), 403, "role-required");
    invalid(act(AUTHOR, request, "withdrawal", "{}"), "reason");
    Response withdrawn = ok(act(AUTHOR, request, "withdrawal", reason));
    withdrawn.then().body("state", equalTo("WITHDRAWN")).body("clocks", empty());
    refused(act(SHARING, withdrawn, "compliance-check", PASS), 409, "request-in-wrong-state");
    refused(act(AUTHOR, withdrawn, "withdrawal", reason), 409, "request-in-wrong-state");
  }

  @Test
  void aRequestPastItsTimeIsToldPlainlyAndEnds() throws Throwable {
    Response request = submitted(resource("过期申请"));
    database
        .preparedQuery("update access_request set valid_until = '2020-01-01' where id = $1")
        .execute(Tuple.of(UUID.fromString(id(request))))
        .await()
        .atMost(LONG);
    refused(act(SHARING, request, "compliance-check", PASS), 409, "request-expired");
    run();
    run();
    Response ended = ok(get(AUTHOR, "/requests/" + id(request)));
    ended.then().body("state", equalTo("EXPIRED")).body("clocks", empty());
    ok(get(AUTHOR, "/requests/" + id(request) + "/history"))
        .then()
        .body("items.action", contains("SUBMIT", "EXPIRE"))
        .body("items[1].actor", equalTo("govshare"));
    ok(get(AUTHOR, "/notices?size=100"))
        .then()
        .body(
            "items.findAll { it.kind == 'REQUEST_EXPIRED' }.link",
            hasItem("/requests/" + id(request)));
  }

  @Test
  void aRequestFallsAwayWithItsResource() {
    Response resource = resource("资源撤销");
    Response passed = check(submitted(resource), PASS);
    Response seen = ok(get(GS_REVIEWER, "/resources/" + id(resource)));
    ok(
        step(
            GS_REVIEWER,
            seen,
            "/resources/" + id(resource) + "/withdrawal",
            "{\"reason\":\"系统下线\"}"));
    ok(get(AUTHOR, "/requests/" + id(passed)))
        .then()
        .body("state", equalTo("LAPSED"))
        .body("clocks", empty());
    refused(
        decide(ok(get(GS_REVIEWER, "/requests/" + id(passed))), GRANT),
        409,
        "request-in-wrong-state");
    Response asked =
        post(AUTHOR, "/requests", Bodies.request(id(resource), resource.path("items.id")));
    invalid(asked, "resourceId");
  }

  @Test
  void aDecisionAndAWithdrawalAtOnceDoNotHoldEachOtherUp() throws Exception {
    for (int round = 0; round < 8; round++) {
      Response resource = resource("同时撤销" + round);
      Response checked = check(submitted(resource), PASS);
      String withdrawal = "/resources/" + id(resource) + "/withdrawal";
      CyclicBarrier together = new CyclicBarrier(2);
      try (ExecutorService people = Executors.newFixedThreadPool(2)) {
        Future<Response> decided =
            people.submit(
                () -> {
                  together.await();
                  return decide(checked, GRANT);
                });
        Future<Response> withdrawn =
            people.submit(
                () -> {
                  together.await();
                  return step(PUBLISHER, resource, withdrawal, "{\"reason\":\"停止提供\"}");
                });

        assertThat(withdrawn.get().statusCode()).isEqualTo(200);
        assertThat(decided.get().statusCode()).isIn(200, 409, 412);
      }
      get(AUTHOR, "/grants?role=held&state=ACTIVE&resource=" + id(resource))
          .then()
          .body("items", empty());
    }
  }

  private void run() throws Throwable {
    VertxContextSupport.subscribeAndAwait(() -> schedule.run());
  }
}
