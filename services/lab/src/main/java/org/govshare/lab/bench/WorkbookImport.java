package org.govshare.lab.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import org.govshare.lab.catalogue.OrganisationLoad;
import org.govshare.lab.catalogue.SyntheticCatalogue;
import org.govshare.lab.catalogue.SyntheticRows;
import org.govshare.lab.catalogue.TemplateWorkbook;
import org.govshare.lab.fixture.CatalogBed;

/**
 * A workbook of the whole catalogue, sent, checked and imported as published and searchable, beside
 * COPYing the very same rows, with everything made already, into the same tables. Both begin with
 * empty tables.
 */
final class WorkbookImport {

  private static final int ROUNDS = 5;
  private static final String IMPORTS = "/api/catalog/v1/imports";
  private static final String WORKBOOK =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final String ORDER =
      "{\"mode\":\"ALL\",\"as\":\"PUBLISHED\",\"approval\":\"合成目录，仅供测试（govshare lab）\"}";

  private final ObjectMapper json = new ObjectMapper();
  private final CatalogBed bed;
  private final SyntheticCatalogue catalogue;
  private final Path directory;

  WorkbookImport(CatalogBed bed, SyntheticCatalogue catalogue, Path directory) {
    this.bed = bed;
    this.catalogue = catalogue;
    this.directory = directory;
  }

  /** Seconds from sending to the end of the check, and from the order to the end of the import. */
  private record Times(double check, double commit) {
    double whole() {
      return check + commit;
    }
  }

  List<BenchRow> run() throws Exception {
    try (Connection connection = bed.connect()) {
      SyntheticRows.addDepartments(connection);
    }
    new OrganisationLoad(bed.publisher()).run();
    Path workbook = write();
    PreparedRows.empty(bed);
    // Once each for warm caches and compiled code; not counted.
    importOnce(workbook);
    PreparedRows prepared = PreparedRows.take(bed, directory.resolve("rows"));
    System.out.printf(
        "import: a workbook of %,d KiB makes %,d rows of %,d KiB%n",
        Files.size(workbook) / 1_024, prepared.rows(), prepared.bytes() / 1_024);
    PreparedRows.empty(bed);
    prepared.copyBack();
    List<BenchRow.Round> whole = new ArrayList<>();
    List<BenchRow.Round> commits = new ArrayList<>();
    double heap = 0;
    for (int round = 1; round <= ROUNDS; round++) {
      PreparedRows.empty(bed);
      try (HeapWatch watch = new HeapWatch(bed)) {
        Times ours = importOnce(workbook);
        heap = Math.max(heap, watch.peakMebibytes());
        PreparedRows.empty(bed);
        double baseline = prepared.copyBack();
        whole.add(new BenchRow.Round(ours.whole(), baseline));
        commits.add(new BenchRow.Round(ours.commit(), baseline));
        System.out.printf(
            "import round %d: checked in %.1f s, imported in %.1f s; COPY %.1f s;"
                + " whole %.2f, commit %.2f, heap %.0f MiB%n",
            round,
            ours.check(),
            ours.commit(),
            baseline,
            ours.whole() / baseline,
            ours.commit() / baseline,
            watch.peakMebibytes());
      }
    }
    System.out.printf("import: heap in use at most %.0f MiB%n", heap);
    if (heap >= CatalogBed.HEAP_MEGABYTES) {
      throw new IllegalStateException("the heap grew to " + heap + " MiB");
    }
    String beside = "COPY of the same prepared rows";
    return List.of(
        BenchRow.of("import", "s", beside, whole),
        BenchRow.of("import-commit", "s", beside, commits));
  }

  private Path write() throws IOException {
    Path file = Files.createDirectories(directory).resolve("catalogue.xlsx");
    try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(file));
        TemplateWorkbook workbook = new TemplateWorkbook(stream)) {
      catalogue.forEach(workbook::add);
    }
    return file;
  }

  private Times importOnce(Path workbook) throws Exception {
    String token = bed.token();
    long start = System.nanoTime();
    JsonNode sent =
        answered(
            201,
            bed.post(
                IMPORTS + "?fileName=catalogue.xlsx",
                token,
                WORKBOOK,
                HttpRequest.BodyPublishers.ofFile(workbook)));
    String path = IMPORTS + "/" + sent.path("id").asText();
    JsonNode checked = ended(path, token);
    long order = System.nanoTime();
    expect(checked, "good");
    answered(200, bed.post(path + "/commit", token, ORDER, checked.path("revision").asLong()));
    JsonNode committed = ended(path, token);
    long end = System.nanoTime();
    expect(committed, "created");
    JsonNode found =
        answered(200, bed.get("/api/catalog/v1/resources?size=1&q=" + searched(), token));
    if (found.path("total").asInt() != catalogue.resources()) {
      throw new IllegalStateException("found only " + found.path("total"));
    }
    return new Times((order - start) / 1e9, (end - order) / 1e9);
  }

  private static String searched() {
    return HttpAsker.encoded("合成数据，仅供测试");
  }

  private void expect(JsonNode batch, String count) {
    if (batch.path("counts").path(count).asInt() != catalogue.resources()) {
      throw new IllegalStateException("not all of them are " + count + ": " + batch);
    }
  }

  private JsonNode ended(String path, String token) throws Exception {
    while (true) {
      JsonNode batch = answered(200, bed.get(path, token));
      switch (batch.path("job").path("state").asText()) {
        case "DONE" -> {
          return batch;
        }
        case "QUEUED", "RUNNING" -> Thread.sleep(50);
        default -> throw new IllegalStateException("the import ended: " + batch);
      }
    }
  }

  private JsonNode answered(int status, HttpResponse<String> answer) throws IOException {
    if (answer.statusCode() != status) {
      throw new IllegalStateException("answered " + answer.statusCode() + ": " + answer.body());
    }
    return json.readTree(answer.body());
  }
}
