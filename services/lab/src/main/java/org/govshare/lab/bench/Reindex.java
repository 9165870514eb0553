package org.govshare.lab.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.govshare.lab.fixture.CatalogBed;

/**
 * Making everything searchable anew, from the order to the job's end, beside inserting the very
 * same rows with their finished tokens from table to table in SQL and building the same indexes.
 */
final class Reindex {

  private static final int ROUNDS = 3;

  private static final List<String> BASELINE =
      List.of(
          "drop table if exists baseline_text",
          "create table baseline_text (like resource_text including defaults including storage)"
              + " with (fillfactor = 85, toast_tuple_target = 1024)",
          "insert into baseline_text select * from resource_text",
          "set maintenance_work_mem = '128MB'",
          "alter table baseline_text add primary key (resource_id)",
          "create index on baseline_text using gin (tokens)",
          "analyze baseline_text");

  private final CatalogBed bed;
  private final String name;

  Reindex(CatalogBed bed, String name) {
    this.bed = bed;
    this.name = name;
  }

  List<BenchRow> run() throws Exception {
    List<BenchRow.Round> rounds = new ArrayList<>();
    double heap = 0;
    for (int round = 1; round <= ROUNDS; round++) {
      try (HeapWatch watch = new HeapWatch(bed)) {
        double ours = service(bed);
        heap = Math.max(heap, watch.peakMebibytes());
        double baseline = baseline();
        rounds.add(new BenchRow.Round(ours, baseline));
        System.out.printf(
            "%s round %d: govshare %.1f s, SQL %.1f s%n", name, round, ours, baseline);
      }
    }
    System.out.printf("%s: heap in use at most %.0f MiB%n", name, heap);
    return List.of(BenchRow.of(name, "s", "the same tokens from table to table in SQL", rounds));
  }

  /** Orders a reindex, waits for its end and returns the seconds it took. */
  static double service(CatalogBed bed) throws Exception {
    long start = System.nanoTime();
    ObjectMapper json = new ObjectMapper();
    String token = bed.token();
    HttpResponse<String> ordered =
        bed.post(
            "/api/catalog/v1/search/reindex",
            token,
            "application/json",
            HttpRequest.BodyPublishers.noBody());
    if (ordered.statusCode() != 202) {
      throw new IllegalStateException("reindex refused: " + ordered.body());
    }
    String job = json.readTree(ordered.body()).path("id").asText();
    while (true) {
      JsonNode now = json.readTree(bed.get("/api/catalog/v1/jobs/" + job, token).body());
      switch (now.path("state").asText()) {
        case "DONE" -> {
          return (System.nanoTime() - start) / 1e9;
        }
        case "QUEUED", "RUNNING" -> Thread.sleep(50);
        default -> throw new IllegalStateException("reindex failed: " + now);
      }
    }
  }

  private double baseline() throws SQLException {
    try (Connection connection = bed.connect();
        Statement statement = connection.createStatement()) {
      long start = System.nanoTime();
      for (String sql : BASELINE) {
        statement.execute(sql);
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      statement.execute("drop table baseline_text");
      return seconds;
    }
  }
}
