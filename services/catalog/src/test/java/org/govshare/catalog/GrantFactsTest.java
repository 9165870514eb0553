package org.govshare.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.govshare.platform.reactive.inbox.FactReceiver;
import org.govshare.platform.reactive.message.Envelope;
import org.junit.jupiter.api.Test;

/** What the exchange is told, over the real broker, and that the catalogue forgets what arrived. */
@QuarkusTest
class GrantFactsTest extends CatalogTest {

  private static final String EXPIRES = Bodies.UNTIL.minusYears(1) + "T00:00:00Z";

  private static final Duration LONG = Duration.ofSeconds(20);

  @Inject FactReceiver facts;
  @Inject Pool database;

  @Test
  void grantsAndTheirRevocationReachTheExchangeInOrder() throws Exception {
    Response published =
        published(
            GS_EDITOR,
            GS_REVIEWER,
            Bodies.resource("告知交换", Bodies.item("统一社会信用代码", "uscc"), Bodies.item("住所", "address")));
    List<String> items = published.path("items.id");
    Response request = post(SW_REQUESTER, "/requests", Bodies.request(id(published), items));
    String path = "/requests/" + id(request);
    Response checked =
        ok(step(SHARING, request, path + "/compliance-check", "{\"decision\":\"PASS\"}"));
    Response granted =
        ok(
            step(
                GS_REVIEWER,
                checked,
                path + "/decision",
                "{\"decision\":\"GRANT\",\"itemIds\":[\""
                    + items.get(1)
                    + "\"],\"rowConditions\":[{\"itemId\":\""
                    + items.get(0)
                    + "\",\"operator\":\"IN\",\"values\":[\"a\",\"b\"]}],\"expiresAt\":\""
                    + EXPIRES
                    + "\"}"));
    String grantId = granted.path("grantId");
    Response grant = ok(get(GS_REVIEWER, "/grants/" + grantId));
    ok(step(GS_REVIEWER, grant, "/grants/" + grantId + "/revocation", "{\"reason\":\"停止\"}"));

    BlockingQueue<Envelope> received = new LinkedBlockingQueue<>();
    facts.receive(
        "fact.catalog.exchange",
        fact -> {
          received.add(fact);
          return Uni.createFrom().voidItem();
        });

    Envelope given = next(received, grantId);
    assertThat(given.type()).isEqualTo("GrantGiven");
    assertThat(given.producer()).isEqualTo("catalog");
    assertThat(given.consumer()).isEqualTo("exchange");
    JsonNode fact = given.payload();
    assertThat(fact.get("requestId").asText()).isEqualTo(id(request));
    assertThat(fact.get("resourceId").asText()).isEqualTo(id(published));
    assertThat(fact.get("resourceVersion").asInt()).isEqualTo(1);
    assertThat(fact.get("resourceIdentifier").asText()).isEqualTo(published.path("identifier"));
    assertThat(fact.get("providerDepartment").asText()).isEqualTo("gs");
    assertThat(fact.get("requesterDepartment").asText()).isEqualTo("sw");
    assertThat(fact.get("expiresAt").asText()).isEqualTo(EXPIRES);
    assertThat(fact.get("rowFilter").isNull()).isTrue();
    JsonNode rows = fact.get("rowConditions").get(0);
    assertThat(rows.get("column").asText()).isEqualTo("uscc");
    assertThat(rows.get("operator").asText()).isEqualTo("IN");
    assertThat(rows.get("values")).hasSize(2);
    assertThat(fact.get("sourceTable").get("table").asText()).isEqualTo("enterprise");
    assertThat(fact.get("items")).hasSize(1);
    JsonNode item = fact.get("items").get(0);
    assertThat(item.get("itemId").asText()).isEqualTo(items.get(1));
    assertThat(item.get("fieldName").asText()).isEqualTo("address");
    assertThat(item.get("dataType").asText()).isEqualTo("C");
    assertThat(item.get("length").asInt()).isEqualTo(100);

    Envelope revoked = next(received, grantId);
    assertThat(revoked.type()).isEqualTo("GrantRevoked");
    assertThat(revoked.sequence()).isGreaterThan(given.sequence());
    assertThat(revoked.payload().get("reason").asText()).isEqualTo("停止");

    await("select count(*) from outbox where sequence <= " + revoked.sequence(), 0);
    await("select count(*) from outbox_consumer where acknowledged >= " + revoked.sequence(), 1);
  }

  private static Envelope next(BlockingQueue<Envelope> received, String grantId)
      throws InterruptedException {
    while (true) {
      Envelope fact = received.poll(LONG.toSeconds(), TimeUnit.SECONDS);
      assertThat(fact).as("a fact about grant %s", grantId).isNotNull();
      if (fact.payload().get("grantId").asText().equals(grantId)) {
        return fact;
      }
    }
  }

  private void await(String query, long expected) throws InterruptedException {
    long seen = -1;
    for (int i = 0; i < 100 && seen != expected; i++) {
      TimeUnit.MILLISECONDS.sleep(100);
      seen = database.query(query).execute().await().atMost(LONG).iterator().next().getLong(0);
    }
    assertThat(seen).as(query).isEqualTo(expected);
  }
}
