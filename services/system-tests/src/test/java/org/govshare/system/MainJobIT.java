package org.govshare.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
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

  private JsonNode monitored() {
    return shared.client().monitoring("monitor").get("/platform").expect(200).body();
  }
}
