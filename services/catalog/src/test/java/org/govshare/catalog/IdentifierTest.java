package org.govshare.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Identifiers are allotted once each, without gaps, whatever happens at the same time. */
@QuarkusTest
class IdentifierTest extends CatalogTest {

  private static final String PUBLISH = "{\"decision\":\"PUBLISH\"}";
  private static final Duration LONG = Duration.ofSeconds(20);

  @Inject Pool database;

  private static Response registered(String category) {
    String name = "标识符 " + UUID.randomUUID();
    Response draft =
        created(MZ_EDITOR, Bodies.resourceIn(name, "分配", category, Bodies.item("编号", "number")));
    String path = "/resources/" + id(draft);
    Response submitted = ok(step(MZ_EDITOR, draft, path + "/submission", null));
    return ok(step(MZ_REVIEWER, submitted, path + "/review", "{\"decision\":\"PASS\"}"));
  }

  private static Response publish(Response passed) {
    return step(PUBLISHER, passed, "/resources/" + id(passed) + "/publication", PUBLISH);
  }

  @Test
  void sixteenPublicationsAtOnceLeaveNoGap() throws Exception {
    List<Response> passed = IntStream.range(0, 16).mapToObj(i -> registered("020100")).toList();
    List<String> identifiers = new ArrayList<>();
    try (ExecutorService publishers = Executors.newFixedThreadPool(16)) {
      List<Future<Response>> answers =
          passed.stream().map(one -> publishers.submit(() -> publish(one))).toList();
      for (Future<Response> answer : answers) {
        identifiers.add(ok(answer.get()).path("identifier"));
      }
    }
    assertThat(identifiers)
        .containsExactlyInAnyOrderElementsOf(
            IntStream.rangeClosed(1, 16)
                .mapToObj(i -> "0201001300000002/000" + (i < 10 ? "0" : "") + i)
                .toList());
  }

  @Test
  void onePublicationOfManyAtOnceWins() throws Exception {
    Response passed = registered("020200");
    List<Integer> answers = new ArrayList<>();
    try (ExecutorService publishers = Executors.newFixedThreadPool(8)) {
      List<Future<Response>> futures =
          IntStream.range(0, 8).mapToObj(i -> publishers.submit(() -> publish(passed))).toList();
      for (Future<Response> answer : futures) {
        answers.add(answer.get().statusCode());
      }
    }
    assertThat(answers).filteredOn(status -> status == 200).hasSize(1);
    assertThat(answers).filteredOn(status -> status == 412).hasSize(7);
    assertThat(ok(publish(registered("020200"))).<String>path("identifier"))
        .isEqualTo("0202001300000002/00002");
  }

  @Test
  void aFailedPublicationGivesItsNumberBack() {
    Response passed = registered("020300");
    refused(
        step(GS_REVIEWER, passed, "/resources/" + id(passed) + "/publication", PUBLISH),
        403,
        "role-required");
    execute(
        "create function refuse() returns trigger language plpgsql as"
            + " 'begin raise exception ''refused''; end'");
    execute(
        "create trigger refuse before insert on resource_transition for each row"
            + " when (new.resource_id = '"
            + id(passed)
            + "') execute function refuse()");
    refused(publish(passed), 500, "unexpected");
    execute("drop trigger refuse on resource_transition");
    execute("drop function refuse");

    assertThat(ok(publish(passed)).<String>path("identifier")).isEqualTo("0203001300000002/00001");
  }

  @Test
  void aNumberIsNotUsedAgainAfterWithdrawal() {
    Response first = ok(publish(registered("020400")));
    ok(
        step(
            MZ_REVIEWER,
            first,
            "/resources/" + id(first) + "/withdrawal",
            "{\"reason\":\"并入其他资源\"}"));

    Response second = ok(publish(registered("020400")));

    assertThat(second.<String>path("identifier")).isEqualTo("0204001300000002/00002");
  }

  @Test
  void aSchemeThatIsExhaustedSaysSo() {
    execute("insert into identifier_prefix values ('0105001300000002', 99998)");
    assertThat(ok(publish(registered("010500"))).<String>path("identifier"))
        .isEqualTo("0105001300000002/99999");
    refused(publish(registered("010500")), 409, "identifiers-exhausted");
  }

  private void execute(String statement) {
    database.query(statement).execute().await().atMost(LONG);
  }
}
