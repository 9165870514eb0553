package org.govshare.lab.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.govshare.standalone.api.Answer;
import org.govshare.standalone.api.ApiFailure;
import org.govshare.standalone.api.PlatformClient;
import org.govshare.standalone.platform.Installation;
import org.govshare.standalone.platform.Listener;
import org.govshare.standalone.platform.Platform;
import org.govshare.standalone.platform.PlatformSettings;

/**
 * Fills the running catalogue with the synthetic one, as its publisher would: departments one by
 * one with their offices, functions, matters and systems, resources as a workbook that is checked
 * and imported as an approved catalogue. Loading again changes nothing.
 */
public final class CatalogueLoad {

  private static final long SEED = 1;
  private static final long PATIENCE_SECONDS = 900;
  private static final String WORKBOOK_TYPE =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final PlatformClient client;
  private final PlatformClient.Session publisher;
  private final String address;

  private CatalogueLoad(Platform platform) {
    client = new PlatformClient(platform.settings());
    publisher = client.catalog("publisher");
    address = platform.settings().url(Listener.CATALOG) + "/api/catalog/v1";
  }

  /**
   * Loads the catalogue into the platform installed around here.
   *
   * @param output folder for the workbook
   * @return whether the catalogue holds it all now
   */
  public static boolean run(Path output) throws Exception {
    Installation installation = Installation.around(Path.of(""));
    Platform platform =
        new Platform(PlatformSettings.of(System.getenv(), installation), installation, System.out);
    if (!platform.isRunning()) {
      System.err.println("The platform is not running: make start");
      return false;
    }
    try {
      return new CatalogueLoad(platform).load(output);
    } catch (ApiFailure e) {
      System.err.println(e.getMessage());
      return false;
    }
  }

  private boolean load(Path output) throws Exception {
    SyntheticCatalogue catalogue = new SyntheticCatalogue(SEED, 1);
    int there = loaded();
    if (there >= catalogue.resources()) {
      System.out.printf("The synthetic catalogue is loaded already: %,d resources.%n", there);
      return isComplete();
    }
    addDepartments();
    new OrganisationLoad(publisher).run();
    Path workbook = write(catalogue, output);
    String batch = send(workbook);
    Answer checked = await(batch, "CHECKED");
    JsonNode counts = checked.body().path("counts");
    if (counts.path("good").asInt() == 0) {
      System.err.println("Nothing in the workbook is good: " + checked.body().path("faultCounts"));
      return false;
    }
    publisher
        .post(
            "/imports/" + batch + "/commit",
            Map.of("mode", "GOOD", "as", "PUBLISHED", "approval", "合成目录，仅供测试（govshare lab）"),
            checked.etag())
        .expect(200, 202);
    JsonNode committed = await(batch, "COMMITTED").body().path("counts");
    int now = loaded();
    System.out.printf(
        "Imported: %,d new, %,d unchanged, %,d faulty, %,d refused. The catalogue holds %,d of"
            + " %,d synthetic resources.%n",
        committed.path("created").asInt(),
        committed.path("unchanged").asInt(),
        committed.path("faulty").asInt(),
        committed.path("refused").asInt(),
        now,
        catalogue.resources());
    return isComplete() && now >= catalogue.resources();
  }

  /** Whether lists and compilation table say what was loaded; both are shown. */
  private boolean isComplete() {
    return new OrganisationLoad(publisher).isComplete() & new CompilationCheck(publisher).run();
  }

  /** How many synthetic resources are published: their abstracts all say what they are. */
  private int loaded() {
    return publisher
        .get(
            "/resources?size=1&q=%E5%90%88%E6%88%90%E6%95%B0%E6%8D%AE%EF%BC%8C%E4%BB%85%E4%BE%9B%E6%B5%8B%E8%AF%95")
        .expect(200)
        .body()
        .path("total")
        .asInt();
  }

  private void addDepartments() {
    int added = 0;
    for (Provider provider : Provider.ALL) {
      if (publisher.get("/departments/" + provider.code()).status() == 404) {
        publisher
            .post(
                "/departments",
                Map.of(
                    "code",
                    provider.code(),
                    "name",
                    provider.name(),
                    "kind",
                    "GOVERNMENT_ORGAN",
                    "regionCode",
                    "130000"))
            .expect(201);
        added++;
      }
    }
    System.out.printf("Departments: %d, %d of them new%n", Provider.ALL.size(), added);
  }

  private static Path write(SyntheticCatalogue catalogue, Path output) throws IOException {
    Path file = Files.createDirectories(output).resolve("catalogue.xlsx");
    try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(file));
        TemplateWorkbook workbook = new TemplateWorkbook(stream)) {
      catalogue.forEach(workbook::add);
    }
    System.out.printf(
        "Workbook: %,d resources, %,d items, %,d KiB%n",
        catalogue.resources(), catalogue.items(), Files.size(file) / 1024);
    return file;
  }

  private String send(Path workbook) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address + "/imports?fileName=catalogue.xlsx"))
            .header("Authorization", "Bearer " + client.token("publisher"))
            .header("Content-Type", WORKBOOK_TYPE)
            .timeout(Duration.ofMinutes(5))
            .POST(HttpRequest.BodyPublishers.ofFile(workbook))
            .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 201) {
        throw new IllegalStateException("The workbook was refused: " + answer.body());
      }
      return new ObjectMapper().readTree(answer.body()).path("id").asText();
    }
  }

  /** Waits for a state, telling how far its job is. */
  private Answer await(String batch, String state) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE_SECONDS * 1_000_000_000L;
    String told = "";
    while (System.nanoTime() < deadline) {
      Answer now = publisher.get("/imports/" + batch).expect(200);
      JsonNode job = now.body().path("job");
      if (state.equals(now.body().path("state").asText())) {
        return now;
      }
      if (job.path("state").asText().matches("FAILED|CANCELLED")) {
        throw new IllegalStateException("The import ended: " + job.path("message").asText());
      }
      String progress = job.path("stage").asText() + " " + job.path("done").asText();
      if (!progress.equals(told)) {
        System.out.println("  " + progress);
        told = progress;
      }
      Thread.sleep(1_000);
    }
    throw new IllegalStateException("The import took longer than " + PATIENCE_SECONDS + " s");
  }
}
