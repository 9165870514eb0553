package org.govshare.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.govshare.standalone.api.Answer;
import org.govshare.standalone.api.PlatformClient;
import org.govshare.standalone.demo.Demo;
import org.govshare.standalone.provision.DemoResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The main job on the whole platform: published, requested, granted, exchanged, counted. Starting
 * the platform is dear, so the tests share one and build on one another.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MainJobIT {

  private static final int ENTERPRISES = 100_000;
  private static final String CARRIED =
      """
      select count(*), md5(string_agg(row_digest, '' order by row_digest)) from (
        select md5(row(%s)::text) row_digest from %s) rows""";

  @TempDir static Path data;
  private static TestPlatform platform;
  private static PlatformClient client;
  private static JsonNode run;

  @BeforeAll
  static void start() {
    platform = new TestPlatform(data);
    platform.start();
    client = new PlatformClient(platform.settings());
    run = new Demo(platform.platform(), System.out).run();
  }

  @AfterAll
  static void stop() {
    platform.stop();
    assertFalse(platform.platform().isAnyRunning());
  }

  @Test
  @Order(1)
  void bringsEveryRowUnharmed() throws SQLException {
    String source =
        query(
            "gs",
            CARRIED.formatted(
                "uniscid, enterprise_name, enterprise_type, legal_representative,"
                    + " registered_capital, established_on, registration_status, address,"
                    + " business_scope, region_code, employees, updated_at",
                "enterprise_registration"));
    String target =
        query(
            "sw",
            CARRIED.formatted(
                "taxpayer_id, taxpayer_name, taxpayer_type, legal_person, capital, founded_on,"
                    + " state, place, scope, region, staff, source_updated_at",
                "enterprise"));

    assertTrue(source.startsWith(ENTERPRISES + " "), source);
    assertEquals(source, target);
  }

  @Test
  @Order(2)
  void showsTheRunToThoseItConcernsAndToNobodyElse() {
    String path = "/runs/" + run.path("id").asText();

    for (String user : List.of("operator", "designer", "monitor", "gs-node", "sw-requester")) {
      assertEquals(200, client.exchange(user).get(path).status(), user);
    }
    for (String user : List.of("mz-editor", "mz-reviewer", "sysadmin", "secadmin", "auditor")) {
      assertEquals(403, client.exchange(user).get(path).status(), user);
    }
    assertEquals(200, client.monitoring("monitor").get("/platform").status());
    for (String user : List.of("sw-requester", "mz-editor", "auditor")) {
      assertEquals(403, client.monitoring(user).get("/platform").status(), user);
    }
  }

  @Test
  @Order(3)
  void refusesEachStepToTheWrongPerson() {
    PlatformClient.Session stranger = client.catalog("mz-editor");
    JsonNode resource =
        client.catalog("gs-editor").get("/resources?department=gs").body().path("items").get(0);
    Answer seen = client.catalog("gs-editor").get("/resources/" + resource.path("id").asText());

    assertForbidden(
        stranger.post(
            "/resources/" + resource.path("id").asText() + "/withdrawal",
            Map.of("remark", "x"),
            seen.etag()));
    assertForbidden(client.catalog("sw-requester").post("/resources", resourceBody()));
    assertForbidden(client.catalog("sysadmin").post("/resources", resourceBody()));
    assertForbidden(
        client.exchange("sw-requester").post("/domains", Map.of("code", "x1", "name", "x")));
    assertForbidden(
        client
            .exchange("designer")
            .post("/services/" + run.path("service").path("id").asText() + "/runs", Map.of()));
    assertForbidden(
        client
            .exchange("monitor")
            .post("/runs/" + run.path("id").asText() + "/reconciliations", Map.of()));
  }

  @Test
  @Order(4)
  void runsAgain() throws SQLException {
    JsonNode second = new Demo(platform.platform(), System.out).run();

    assertEquals(ENTERPRISES, second.path("target").path("rows").asInt());
    assertEquals(Integer.toString(ENTERPRISES), query("sw", "select count(*) from enterprise"));
  }

  @Test
  @Order(5)
  void keepsEverythingThroughARestart() {
    platform.stop();
    assertFalse(platform.platform().isAnyRunning());

    platform.start();

    JsonNode again =
        client.exchange("operator").get("/runs/" + run.path("id").asText()).expect(200).body();
    assertEquals("COMPLETED", again.path("state").asText());
    assertEquals(run.path("receipts"), again.path("receipts"));
    assertEquals(
        2,
        client
            .monitoring("monitor")
            .get("/services?domain=dzhy")
            .expect(200)
            .body()
            .path("total")
            .asInt());
    assertEquals(
        ENTERPRISES,
        new Demo(platform.platform(), System.out).run().path("target").path("rows").asInt());
  }

  private static Map<String, Object> resourceBody() {
    return DemoResource.enterprises().named("越权编目").body();
  }

  private static void assertForbidden(Answer answer) {
    assertEquals(403, answer.status(), answer.toString());
    assertTrue(answer.body().path("type").asText().startsWith("urn:govshare:problem:"));
  }

  private static String query(String database, String query) throws SQLException {
    try (Connection connection = platform.platform().databases().open(database);
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      assertTrue(result.next());
      StringBuilder row = new StringBuilder(result.getString(1));
      for (int i = 2; i <= result.getMetaData().getColumnCount(); i++) {
        row.append(' ').append(result.getString(i));
      }
      return row.toString();
    }
  }
}
