package org.govshare.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.govshare.standalone.api.PlatformClient.Session;
import org.govshare.system.RunningPlatform.Shared;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** Published, requested, granted, exchanged, counted: once, again, and after a restart. */
@ExtendWith(RunningPlatform.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MainJobIT {

  private static final int ENTERPRISES = 100_000;

  /** Independent of the platform's own reconciliation: the server's text of every row carried. */
  private static final String SUM =
      """
      select count(*), md5(string_agg(digest, '' order by digest))
      from (select md5(row(%s)::text) digest from %s) rows""";

  private static final String SOURCE =
      SUM.formatted(
          "uniscid, enterprise_name, enterprise_type, legal_representative, registered_capital,"
              + " established_on, registration_status, address, business_scope, region_code,"
              + " employees, updated_at",
          "enterprise_registration");

  private static final String TARGET =
      SUM.formatted(
          "taxpayer_id, taxpayer_name, taxpayer_type, legal_person, capital, founded_on, state,"
              + " place, scope, region, staff, source_updated_at",
          "enterprise");

  /** For a fact to come from the catalogue to the exchange. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Shared shared;

  MainJobIT(Shared shared) {
    this.shared = shared;
  }

  @Test
  @Order(1)
  void bringsEveryRowUnharmed() throws SQLException {
    String source = shared.query("gs", SOURCE);

    assertTrue(source.startsWith(ENTERPRISES + " "), source);
    assertEquals(source, shared.query("sw", TARGET));
  }

  @Test
  @Order(2)
  void doesItAgainOverTheRowsOfTheFirstTime() throws SQLException {
    JsonNode second = shared.demo();

    assertEquals(ENTERPRISES, second.path("target").path("rows").asInt());
    assertEquals(shared.query("gs", SOURCE), shared.query("sw", TARGET));
  }

  @Test
  @Order(3)
  void keepsEverythingThroughARestart() throws SQLException {
    JsonNode platformBefore = monitored();
    shared.platform().stop();
    assertFalse(shared.platform().isAnyRunning());

    shared.start();

    JsonNode run =
        shared
            .client()
            .exchange("operator")
            .get("/runs/" + shared.run().path("id").asText())
            .expect(200)
            .body();
    assertEquals("COMPLETED", run.path("state").asText());
    assertEquals(shared.run().path("receipts"), run.path("receipts"));
    assertEquals(platformBefore, monitored());
    assertEquals(ENTERPRISES, shared.demo().path("target").path("rows").asInt());
    assertEquals(shared.query("gs", SOURCE), shared.query("sw", TARGET));
  }

  @Test
  @Order(4)
  void bringsNothingMoreOnceTheGrantIsRevoked() throws InterruptedException {
    Session operator = shared.client().exchange("operator");
    Session designer = shared.client().exchange("designer");
    Session provider = shared.client().catalog("gs-reviewer");
    JsonNode newest = operator.get("/runs?size=1").expect(200).body().at("/items/0");
    String service = "/services/" + newest.at("/service/id").asText();
    String grant = "/grants/" + designer.get(service).expect(200).body().path("grantId").asText();

    provider
        .post(
            grant + "/revocation",
            Map.of("reason", "系统测试：收回授权"),
            provider.get(grant).expect(200).etag())
        .expect(200);

    long patient = System.nanoTime() + PATIENCE.toNanos();
    while ("ACTIVE".equals(designer.get(grant).expect(200).body().path("state").asText())
        && System.nanoTime() < patient) {
      Thread.sleep(100);
    }
    assertEquals("REVOKED", designer.get(grant).expect(200).body().path("state").asText());
    JsonNode refused = operator.post(service + "/runs", Map.of()).expect(409).body();
    assertTrue(
        refused.path("type").asText().startsWith("urn:govshare:problem:"), refused::toString);
  }

  private JsonNode monitored() {
    return shared.client().monitoring("monitor").get("/platform").expect(200).body();
  }
}
