package org.govshare.lab.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.govshare.lab.fixture.CatalogBed;
import org.govshare.standalone.api.Answer;
import org.govshare.standalone.api.PlatformClient;
import org.govshare.standalone.platform.Installation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The packaged catalogue is killed while it imports, and started again. */
@Timeout(300)
class KilledImportIT {

  private static final String WORKBOOK =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  /** Two libraries of many departments: a tenth of the synthetic catalogue, and enough here. */
  private static final String CATEGORIES = "0102..|0204..";

  /** The only department whose resources all stand at the end of the workbook. */
  private static final String LAST_DEPARTMENT = "kx";

  /** Small parts and a short lease, so that there is a midst and it is taken up again soon. */
  private static final Map<String, String> SETTINGS =
      Map.of(
          "GOVSHARE_IMPORTS_CHUNK_LIMIT",
          "20",
          "GOVSHARE_JOBS_LEASE_INTERVAL",
          "2S",
          "GOVSHARE_JOBS_INTERVAL",
          "0.1S");

  private static final String OF_BATCH =
      "(select id from information_resource where batch_id is not null)";

  @TempDir private Path directory;
  private CatalogBed bed;
  private PlatformClient.Session publisher;
  private int resources;
  private int items;

  @BeforeEach
  void aCatalogueWithDepartments() throws Exception {
    Path program =
        Installation.around(Path.of(""))
            .root()
            .resolve("services/catalog/target/quarkus-app/quarkus-run.jar");
    bed = CatalogBed.start(directory.resolve("bed"), program, SETTINGS);
    publisher = bed.publisher();
    try (Connection connection = bed.connect()) {
      SyntheticRows.addDepartments(connection);
    }
  }

  @AfterEach
  void endAll() {
    if (bed != null) {
      bed.close();
    }
  }

  private Path workbook() throws Exception {
    Path file = directory.resolve("catalogue.xlsx");
    try (OutputStream stream = Files.newOutputStream(file);
        TemplateWorkbook workbook = new TemplateWorkbook(stream)) {
      new SyntheticCatalogue(1, 1)
          .forEach(
              resource -> {
                if (resource.categoryCode().matches(CATEGORIES)) {
                  workbook.add(resource.unassigned());
                  resources++;
                  items += resource.items().size();
                }
              });
    }
    return file;
  }

  @Test
  void anImportThatWasKilledIsTakenUpAgainAndBringsEverythingOnce() throws Exception {
    HttpResponse<String> sent =
        bed.post(
            "/api/catalog/v1/imports?fileName=catalogue.xlsx",
            bed.token(),
            WORKBOOK,
            HttpRequest.BodyPublishers.ofFile(workbook()));
    assertEquals(201, sent.statusCode(), sent.body());
    String batch = "/imports/" + new ObjectMapper().readTree(sent.body()).path("id").asText();
    Answer checked = ended(batch);
    assertEquals(resources, checked.body().path("counts").path("good").asInt());

    // Whoever holds the department holds the end of the import.
    try (Connection held = bed.connect();
        Statement hold = held.createStatement()) {
      held.setAutoCommit(false);
      hold.execute("select 1 from department where code = '" + LAST_DEPARTMENT + "' for update");
      publisher
          .post(
              batch + "/commit",
              Map.of("mode", "ALL", "as", "PUBLISHED", "approval", "合成目录，仅供测试（govshare lab）"),
              checked.etag())
          .expect(200);
      while (count("select created from import_batch") == 0) {
        Thread.sleep(5);
      }
      bed.killService();
    }
    int before = count("select created from import_batch");
    assertTrue(before > 0 && before < resources, before + " of " + resources);
    wholeResources(before);

    bed.startService();
    JsonNode imported = ended(batch).body();
    assertEquals("COMMITTED", imported.path("state").asText());
    assertEquals(2, count("select attempt from job where kind = 'import-commit'"));
    assertEquals(resources, imported.path("counts").path("created").asInt());
    assertEquals(0, imported.path("counts").path("refused").asInt());
    wholeResources(resources);
    identifiersWithoutGap();
    shown(resources, items);

    publisher.post(batch + "/undo", Map.of(), publisher.get(batch).etag()).expect(200);
    JsonNode undone = ended(batch).body();
    assertEquals("UNDONE", undone.path("state").asText());
    assertEquals(resources, undone.path("counts").path("removed").asInt());
    assertEquals(0, undone.path("counts").path("kept").asInt());
    wholeResources(0);
    shown(0, 0);
  }

  /** Each that is there is there once and with all that belongs to it, and nothing is beside. */
  private void wholeResources(int expected) throws SQLException {
    assertEquals(expected, count("select count(*) from " + OF_BATCH + " as r"));
    assertEquals(
        expected,
        count("select count(distinct (department_code, name)) from information_resource"));
    assertEquals(
        0,
        count(
            """
            select count(*) from information_resource r where item_count <>
                (select count(*) from data_item i where i.resource_id = r.id)
            """));
    assertEquals(
        count("select coalesce(sum(item_count), 0) from information_resource"),
        count("select count(*) from data_item"));
    assertEquals(expected, count("select count(*) from resource_text"));
    assertEquals(
        expected,
        count(
            "select count(distinct resource_id) from resource_transition where resource_id in "
                + OF_BATCH));
    if (expected == resources) {
      assertEquals(items, count("select count(*) from data_item"));
    }
  }

  /** Under each prefix the numbers run from one on, each given to one resource. */
  private void identifiersWithoutGap() throws SQLException {
    assertEquals(resources, count("select count(distinct identifier) from information_resource"));
    assertEquals(
        0,
        count(
            """
            select count(*) from identifier_prefix p
                full join (select prefix, count(*) as given, max(number) as last
                    from identifier_allocation group by prefix) a using (prefix)
            where last_number is distinct from given or last_number is distinct from last
            """));
    assertEquals(
        resources,
        count(
            """
            select count(*) from information_resource r
                join identifier_allocation a
                    on a.series_id = r.series_id and a.identifier = r.identifier
            """));
  }

  /** What statistics count and the search finds. */
  private void shown(int expected, int expectedItems) {
    JsonNode statistics = publisher.get("/statistics").expect(200).body();
    assertEquals(expected, statistics.path("published").asInt());
    assertEquals(expectedItems, statistics.path("dataItems").asInt());
    String query = URLEncoder.encode("合成数据，仅供测试", StandardCharsets.UTF_8);
    assertEquals(
        expected,
        publisher.get("/resources?size=1&q=" + query).expect(200).body().path("total").asInt());
  }

  private Answer ended(String batch) throws InterruptedException {
    while (true) {
      Answer answer = publisher.get(batch).expect(200);
      switch (answer.body().path("job").path("state").asText()) {
        case "DONE" -> {
          return answer;
        }
        case "QUEUED", "RUNNING" -> Thread.sleep(50);
        default -> throw new AssertionError("The job ended: " + answer.body());
      }
    }
  }

  private int count(String query) throws SQLException {
    try (Connection connection = bed.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getInt(1);
    }
  }
}
