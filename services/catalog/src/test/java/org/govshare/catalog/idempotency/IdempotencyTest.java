package org.govshare.catalog.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.govshare.catalog.Bodies;
import org.govshare.catalog.CatalogTest;
import org.govshare.platform.reactive.testing.TestToken;
import org.junit.jupiter.api.Test;

/** A POST with a key is done once, whoever repeats it and when. */
@QuarkusTest
class IdempotencyTest extends CatalogTest {

  private static final Duration LONG = Duration.ofSeconds(20);

  @Inject Pool database;
  @Inject KeyPruning pruning;
  @Inject Clock clock;

  private static String body(String name) {
    return Bodies.resource(name, Bodies.item("统一社会信用代码", "uscc"));
  }

  private static Response create(TestToken editor, String key, String body) {
    return as(editor).header("Idempotency-Key", key).body(body).post(API + "/resources");
  }

  private static String key() {
    return "key " + UUID.randomUUID();
  }

  private long count(String query) {
    return database.query(query).execute().await().atMost(LONG).iterator().next().getLong(0);
  }

  private long drafts(String name) {
    return count("select count(*) from information_resource where name = '" + name + "'");
  }

  private void execute(String statement) {
    database.query(statement).execute().await().atMost(LONG);
  }

  @Test
  void aRepeatedRequestGetsTheSameAnswerAndIsDoneOnce() {
    String key = key();
    Response first = create(GS_EDITOR, key, body("幂等一"));
    first.then().statusCode(201).header("Idempotency-Replayed", nullValue());
    Response again = create(GS_EDITOR, key, body("幂等一"));
    again
        .then()
        .statusCode(201)
        .contentType("application/json")
        .header("Location", equalTo(first.header("Location")))
        .header("ETag", equalTo(first.header("ETag")))
        .header("Idempotency-Replayed", equalTo("true"));
    assertThat(again.asString()).isEqualTo(first.asString());
    assertThat(drafts("幂等一")).isEqualTo(1);
  }

  @Test
  void anotherRequestUnderTheSameKeyIsRefused() {
    String key = key();
    Response first = create(GS_EDITOR, key, body("幂等二"));
    refused(create(GS_EDITOR, key, body("幂等二改")), 422, "idempotency-key-reused");
    refused(
        as(GS_EDITOR)
            .header("Idempotency-Key", key)
            .header("If-Match", first.header("ETag"))
            .post(API + "/resources/" + id(first) + "/submission"),
        422,
        "idempotency-key-reused");
    assertThat(drafts("幂等二改")).isZero();
  }

  @Test
  void everyCallerHasTheirOwnKeys() {
    String key = key();
    create(GS_EDITOR, key, body("幂等三")).then().statusCode(201);
    Response other = create(MZ_EDITOR, key, body("幂等三"));
    other.then().statusCode(201).header("Idempotency-Replayed", nullValue());
    assertThat(drafts("幂等三")).isEqualTo(2);
  }

  @Test
  void whatWasRefusedLeavesTheKeyFree() {
    String key = key();
    invalid(create(GS_EDITOR, key, "{}"), "name");
    create(GS_EDITOR, key, body("幂等四")).then().statusCode(201);
    assertThat(drafts("幂等四")).isEqualTo(1);
  }

  @Test
  void stepsWithoutABodyAreRepeatedToo() {
    Response draft = created(GS_EDITOR, body("幂等五"));
    String key = key();
    Stream.generate(
            () ->
                as(GS_EDITOR)
                    .header("Idempotency-Key", key)
                    .header("If-Match", draft.header("ETag"))
                    .post(API + "/resources/" + id(draft) + "/submission"))
        .limit(2)
        .forEach(answer -> ok(answer).then().body("state", equalTo("PENDING_REVIEW")));
    assertThat(
            count(
                "select count(*) from resource_transition where resource_id = '" + id(draft) + "'"))
        .isEqualTo(1);
  }

  @Test
  void ofManyAtOnceOneIsDone() throws Exception {
    String key = key();
    List<Response> answers = new ArrayList<>();
    try (ExecutorService callers = Executors.newFixedThreadPool(8)) {
      List<Future<Response>> futures =
          Stream.generate(() -> callers.submit(() -> create(GS_EDITOR, key, body("幂等六"))))
              .limit(8)
              .toList();
      for (Future<Response> answer : futures) {
        answers.add(answer.get());
      }
    }
    assertThat(answers).extracting(Response::statusCode).containsAnyOf(201).isSubsetOf(201, 409);
    assertThat(drafts("幂等六")).isEqualTo(1);
  }

  @Test
  void oneThatIsStillBeingWorkedOnSaysSoUntilItLapses() {
    String key = key();
    create(GS_EDITOR, key, body("幂等七")).then().statusCode(201);
    String where = " where caller = 'gs-editor' and key = '" + key + "'";
    execute("update idempotency_key set status = null" + where);
    Response waiting = create(GS_EDITOR, key, body("幂等七"));
    refused(waiting, 409, "idempotency-in-progress");
    waiting.then().header("Retry-After", equalTo("1"));
    execute("update idempotency_key set claimed_at = now() - interval '24 hours 1 second'" + where);
    // Done once more; what came of it the first time has the name by now.
    invalid(create(GS_EDITOR, key, body("幂等七")), "name");
    create(GS_EDITOR, key, body("幂等七之后")).then().statusCode(201);
    assertThat(drafts("幂等七")).isEqualTo(1);
  }

  @Test
  void lapsedKeysAreThrownAway() {
    String key = key();
    create(GS_EDITOR, key, body("幂等八")).then().statusCode(201);
    execute(
        "update idempotency_key set claimed_at = now() - interval '25 hours' where key = '"
            + key
            + "'");
    pruning.run().await().atMost(LONG);
    assertThat(count("select count(*) from idempotency_key where key = '" + key + "'")).isZero();
  }

  @Test
  void whoLostARoleDoesNotSeeTheAnswerAgain() {
    TestToken before =
        user("moved-on").department("gs").roles("catalog-editor", "department-reviewer");
    TestToken after = user("moved-on").department("gs").roles("requester");
    String key = key();
    create(before, key, body("幂等九")).then().statusCode(201);
    refused(create(after, key, body("幂等九")), 403, "forbidden");
  }

  @Test
  void aKeyHasOneToAHundredPrintableCharacters() {
    invalid(create(GS_EDITOR, "x".repeat(101), body("幂等十")), "Idempotency-Key");
    invalid(create(GS_EDITOR, "a\tb", body("幂等十")), "Idempotency-Key");
    create(GS_EDITOR, "x".repeat(100), body("幂等十")).then().statusCode(201);
  }

  @Test
  void withoutATokenNoKeyIsClaimed() {
    String key = key();
    io.restassured.RestAssured.given()
        .contentType("application/json")
        .header("Idempotency-Key", key)
        .body(body("幂等"))
        .post(API + "/resources")
        .then()
        .statusCode(401)
        .body("type", containsString("unauthenticated"))
        .body("title", notNullValue());
    assertThat(count("select count(*) from idempotency_key where key = '" + key + "'")).isZero();
  }
}
