package org.govshare.lab.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import org.govshare.lab.catalogue.OrganisationLoad;
import org.govshare.lab.catalogue.SyntheticCatalogue;
import org.govshare.lab.catalogue.SyntheticResource;
import org.govshare.lab.catalogue.SyntheticRows;
import org.govshare.lab.catalogue.TemplateWorkbook;
import org.govshare.lab.fixture.CatalogBed;

/**
 * Workbooks of the whole catalogue, sent, checked and imported as published and searchable one
 * after the other, beside COPYing the very same rows, with everything made already, into the same
 * tables. Both begin with empty tables. A workbook holds at most the province's resources, so that
 * it is not too large to be sent.
 */
final class WorkbookImport {

  private static final int RESOURCES = 16_370;
  private static final String IMPORTS = "/api/catalog/v1/imports";
  private static final String WORKBOOK =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final String ORDER =
      "{\"mode\":\"ALL\",\"as\":\"PUBLISHED\",\"approval\":\"合成目录，仅供测试（govshare lab）\"}";

  private final ObjectMapper json = new ObjectMapper();
  private final CatalogBed bed;
  private final String name;
  private final SyntheticCatalogue catalogue;
  private final int rounds;
  private final Path directory;

  WorkbookImport(
      CatalogBed bed, String name, SyntheticCatalogue catalogue, int rounds, Path directory) {
    this.bed = bed;
    this.name = name;
    this.catalogue = catalogue;
    this.rounds = rounds;
    this.directory = directory;
  }

  private record Written(Path file, int resources) {}

  /** Seconds from sending to the end of the check, and from the order to the end of the import. */
  private record Times(double check, double commit) {
    double whole() {
      return check + commit;
    }

    Times and(Times next) {
      return new Times(check + next.check, commit + next.commit);
    }
  }

  List<BenchRow> run() throws Exception {
    try (Connection connection = bed.connect()) {
      SyntheticRows.addDepartments(connection);
    }
    new OrganisationLoad(bed.publisher()).run();
    List<Written> workbooks = write();
    PreparedRows.empty(bed);
    // Once each for warm caches and compiled code; not counted.
    importAll(workbooks);
    PreparedRows prepared = PreparedRows.take(bed, directory.resolve("rows"));
    System.out.printf(
        "%s: %d workbooks, the first of %,d KiB, make %,d rows of %,d KiB%n",
        name,
        workbooks.size(),
        Files.size(workbooks.getFirst().file()) / 1_024,
        prepared.rows(),
        prepared.bytes() / 1_024);
    PreparedRows.empty(bed);
    prepared.copyBack();
    List<BenchRow.Round> whole = new ArrayList<>();
    List<BenchRow.Round> commits = new ArrayList<>();
    double heap = 0;
    for (int round = 1; round <= rounds; round++) {
      PreparedRows.empty(bed);
      try (HeapWatch watch = new HeapWatch(bed)) {
        Times ours = importAll(workbooks);
        heap = Math.max(heap, watch.peakMebibytes());
        PreparedRows.empty(bed);
        double baseline = prepared.copyBack();
        whole.add(new BenchRow.Round(ours.whole(), baseline));
        commits.add(new BenchRow.Round(ours.commit(), baseline));
        System.out.printf(
            "%s round %d: checked in %.1f s, imported in %.1f s; COPY %.1f s;"
                + " whole %.2f, commit %.2f, heap %.0f MiB%n",
            name,
            round,
            ours.check(),
            ours.commit(),
            baseline,
            ours.whole() / baseline,
            ours.commit() / baseline,
            watch.peakMebibytes());
      }
    }
    System.out.printf("%s: heap in use at most %.0f MiB%n", name, heap);
    if (heap >= CatalogBed.HEAP_MEGABYTES) {
      throw new IllegalStateException("the heap grew to " + heap + " MiB");
    }
    String beside = "COPY of the same prepared rows";
    return List.of(
        BenchRow.of(name, "s", beside, whole), BenchRow.of(name + "-commit", "s", beside, commits));
  }

  private List<Written> write() throws IOException {
    Files.createDirectories(directory);
    List<Written> written = new ArrayList<>();
    List<SyntheticResource> waiting = new ArrayList<>(RESOURCES);
    catalogue.forEach(
        resource -> {
          waiting.add(resource);
          if (waiting.size() == RESOURCES) {
            written.add(write(waiting, written.size() + 1));
            waiting.clear();
          }
        });
    if (!waiting.isEmpty()) {
      written.add(write(waiting, written.size() + 1));
    }
    return written;
  }

  private Written write(List<SyntheticResource> resources, int number) {
    Path file = directory.resolve("catalogue-" + number + ".xlsx");
    try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(file));
        TemplateWorkbook workbook = new TemplateWorkbook(stream)) {
      resources.forEach(workbook::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Written(file, resources.size());
  }

  private Times importAll(List<Written> workbooks) throws Exception {
    Times all = new Times(0, 0);
    String token = bed.token();
    for (Written workbook : workbooks) {
      all = all.and(importOnce(workbook, token));
    }
    JsonNode found =
        answered(200, bed.get("/api/catalog/v1/resources?size=1&q=" + searched(), bed.token()));
    if (found.path("total").asInt() != catalogue.resources()) {
      throw new IllegalStateException("found only " + found.path("total"));
    }
    return all;
  }

  private Times importOnce(Written workbook, String token) throws Exception {
    long start = System.nanoTime();
    JsonNode sent =
        answered(
            201,
            bed.post(
                IMPORTS + "?fileName=catalogue.xlsx",
                token,
                WORKBOOK,
                HttpRequest.BodyPublishers.ofFile(workbook.file())));
    String path = IMPORTS + "/" + sent.path("id").asText();
    JsonNode checked = ended(path, token);
    long order = System.nanoTime();
    expect(workbook, checked, "good");
    answered(200, bed.post(path + "/commit", token, ORDER, checked.path("revision").asLong()));
    JsonNode committed = ended(path, token);
    long end = System.nanoTime();
    expect(workbook, committed, "created");
    return new Times((order - start) / 1e9, (end - order) / 1e9);
  }

  private static String searched() {
    return HttpAsker.encoded("合成数据，仅供测试");
  }

  private static void expect(Written workbook, JsonNode batch, String count) {
    if (batch.path("counts").path(count).asInt() != workbook.resources()) {
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
