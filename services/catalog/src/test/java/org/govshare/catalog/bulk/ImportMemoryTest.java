package org.govshare.catalog.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.govshare.catalog.bulk.template.TemplateColumn;
import org.junit.jupiter.api.Test;

/** A workbook near the limit is taken in, checked and annotated in little memory. */
@QuarkusTest
class ImportMemoryTest extends ImportCase {

  private static final long MEBIBYTE = 1 << 20;
  private static final int RESOURCES = 16_500;
  private static final int SUMMARY = 1_380;

  /** Its texts alone would take more than 40 MiB; what is remembered are names and rows. */
  private static final long ALLOWED = 32 * MEBIBYTE;

  /** Texts that no compression makes small, so that the file is as large as what it holds. */
  private static Path large(boolean faulty) throws IOException {
    Path file = Files.createTempFile("large", ".xlsx");
    Random random = new Random(1);
    StringBuilder text = new StringBuilder();
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
        Workbook workbook = new Workbook(out, "govshare-test", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("信息资源目录");
      for (TemplateColumn column : TemplateColumn.values()) {
        sheet.value(0, column.ordinal(), column.header());
      }
      for (int row = 1; row <= RESOURCES; row++) {
        text.setLength(0);
        for (int i = 0; i < SUMMARY; i++) {
          text.append((char) (0x4E00 + random.nextInt(0x5000)));
        }
        Map<TemplateColumn, Object> cells =
            Workbooks.row("大表之" + Integer.toString(row, 36) + "号信息", "项");
        cells.put(TemplateColumn.SUMMARY, text);
        if (faulty) {
          cells.put(TemplateColumn.SHARING_TYPE, "也许");
        }
        for (Map.Entry<TemplateColumn, Object> cell : cells.entrySet()) {
          sheet.inlineString(row, cell.getKey().ordinal(), cell.getValue().toString());
        }
        if (row % 200 == 0) {
          sheet.flush();
        }
      }
    }
    return file;
  }

  private static long used() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  @Test
  void sixtyMebibytesAreCheckedInLittleMemory() throws Exception {
    Path file = large(false);
    try {
      assertThat(Files.size(file)).isBetween(50 * MEBIBYTE, 64 * MEBIBYTE);
      // Once with a small one: what is loaded for any import is not held against this one.
      checked(GS_EDITOR, Workbooks.workbook().with("小表信息", "甲").bytes());
      long before = used();
      long most = before;
      String id = sent(file);
      String state;
      int looks = 0;
      do {
        TimeUnit.MILLISECONDS.sleep(200);
        most = Math.max(most, used());
        looks++;
        state = ok(get(GS_EDITOR, "/imports/" + id)).path("job.state");
      } while (state.equals("QUEUED") || state.equals("RUNNING"));
      assertThat(looks).as("looks at the memory while it was read").isGreaterThan(3);
      assertThat((most - before) / MEBIBYTE).isLessThan(ALLOWED / MEBIBYTE);
      Response batch = ended(GS_EDITOR, id);
      batch
          .then()
          .body("counts.resources", equalTo(RESOURCES))
          .body("counts.good", equalTo(RESOURCES));
    } finally {
      Files.delete(file);
    }
  }

  /** It is written as it is read, with a remark in every row. */
  @Test
  void sixtyMebibytesAreAnnotatedInLittleMemory() throws Exception {
    Path file = large(true);
    Path annotated = Files.createTempFile("annotated", ".xlsx");
    try {
      Response batch = ended(GS_EDITOR, sent(file));
      batch.then().body("counts.faulty", equalTo(RESOURCES));
      long before = used();
      long most = before;
      int looks = 0;
      CompletableFuture<HttpResponse<Path>> answer = annotated(id(batch), annotated);
      while (!answer.isDone()) {
        TimeUnit.MILLISECONDS.sleep(200);
        most = Math.max(most, used());
        looks++;
      }
      assertThat(answer.get().statusCode()).isEqualTo(200);
      assertThat(looks).as("looks at the memory while it was written").isGreaterThan(3);
      assertThat((most - before) / MEBIBYTE).isLessThan(ALLOWED / MEBIBYTE);
      assertThat(Files.size(annotated)).isBetween(40 * MEBIBYTE, 64 * MEBIBYTE);
      Response again = ended(GS_EDITOR, sent(annotated));
      again
          .then()
          .body("counts.resources", equalTo(RESOURCES))
          .body("counts.faulty", equalTo(RESOURCES));
    } finally {
      Files.delete(file);
      Files.delete(annotated);
    }
  }

  private static CompletableFuture<HttpResponse<Path>> annotated(String batch, Path to) {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(
                    "http://localhost:"
                        + RestAssured.port
                        + API
                        + "/imports/"
                        + batch
                        + "/annotated.xlsx"))
            .header("Authorization", "Bearer " + GS_EDITOR.sign())
            .GET()
            .build();
    return HttpClient.newHttpClient().sendAsync(request, HttpResponse.BodyHandlers.ofFile(to));
  }

  private static String sent(Path file) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create("http://localhost:" + RestAssured.port + API + "/imports"))
            .header("Authorization", "Bearer " + GS_EDITOR.sign())
            .header("Content-Type", XLSX)
            .POST(HttpRequest.BodyPublishers.ofFile(file))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
      return new ObjectMapper().readTree(answer.body()).path("id").asText();
    }
  }
}
