package org.govshare.catalog.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** Files that are no workbook, or one that does harm, are refused with the reason. */
@QuarkusTest
class ImportBadFilesTest extends ImportCase {

  private static final byte[] GOOD =
      Workbooks.workbook().with("坏文件对照", "甲").with("坏文件对照", "乙").bytes();

  private static byte[] with(String name, byte[] content) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Path file = Files.createTempFile("good", ".xlsx");
    Files.write(file, GOOD);
    try (ZipFile in = new ZipFile(file.toFile());
        ZipOutputStream to = new ZipOutputStream(out)) {
      for (ZipEntry entry : Collections.list(in.entries())) {
        if (!entry.getName().equals(name)) {
          to.putNextEntry(new ZipEntry(entry.getName()));
          in.getInputStream(entry).transferTo(to);
        }
      }
      to.putNextEntry(new ZipEntry(name));
      to.write(content);
    } finally {
      Files.delete(file);
    }
    return out.toByteArray();
  }

  @Test
  void whatIsNoWorkbookIsToldWhatItIs() {
    refused(sent(GS_EDITOR, new byte[0]), 400, "workbook-without-content");
    byte[] csv = "信息资源名称,信息项名称\r\n企业,名称\r\n".getBytes(Charset.forName("GBK"));
    Response text = sent(GS_EDITOR, csv);
    refused(text, 400, "workbook-is-text");
    assertThat(text.<String>path("detail")).contains("GB18030");
    refused(sent(GS_EDITOR, "名称,值\n".getBytes(StandardCharsets.UTF_8)), 400, "workbook-is-text");
    byte[] old = new byte[4_096];
    byte[] magic = {
      (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
    };
    System.arraycopy(magic, 0, old, 0, magic.length);
    refused(sent(GS_EDITOR, old), 400, "workbook-old-format");
    byte[] encrypted = Arrays.copyOf(old, old.length);
    byte[] stream = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
    System.arraycopy(stream, 0, encrypted, 1_000, stream.length);
    refused(sent(GS_EDITOR, encrypted), 400, "workbook-encrypted");
    refused(sent(GS_EDITOR, new byte[] {0, 1, 2, 3, (byte) 0xFF}), 400, "workbook-unknown-kind");
    refused(sent(GS_EDITOR, Arrays.copyOf(GOOD, GOOD.length / 2)), 400, "workbook-damaged");
  }

  @Test
  void otherPackagesAndMacros() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream to = new ZipOutputStream(out)) {
      to.putNextEntry(new ZipEntry("word/document.xml"));
      to.write("<w/>".getBytes(StandardCharsets.UTF_8));
    }
    refused(sent(GS_EDITOR, out.toByteArray()), 400, "workbook-other-package");
    refused(sent(GS_EDITOR, with("xl/vbaProject.bin", new byte[10])), 400, "workbook-with-macros");
  }

  @Test
  void aZipBombIsNotRead() throws IOException {
    refused(
        sent(GS_EDITOR, with("xl/media/zeros.bin", new byte[16 << 20])),
        400,
        "workbook-packed-too-tightly");
  }

  /** Sent in pieces, without saying how much there will be. */
  @Test
  void aWorkbookAboveTheLimitIsNotTaken() throws Exception {
    byte[] piece = new byte[1 << 20];
    AtomicInteger pieces = new AtomicInteger();
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return 0;
          }

          @Override
          public int read(byte[] buffer, int offset, int length) {
            int count = Math.min(length, piece.length);
            return pieces.addAndGet(count) > 200 << 20 ? -1 : count;
          }
        };
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create("http://localhost:" + RestAssured.port + API + "/imports"))
            .header("Authorization", "Bearer " + GS_EDITOR.sign())
            .header("Content-Type", XLSX)
            .POST(HttpRequest.BodyPublishers.ofInputStream(() -> endless))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      assertThat(client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode())
          .isEqualTo(413);
    } catch (IOException closed) {
      // The server may hang up before everything is sent; it has not taken it then either.
      assertThat(pieces.get()).isLessThan(200 << 20);
    }
  }

  @Test
  void externalEntitiesAndEndlessCellsAreRefused() throws Exception {
    String sheet = "xl/worksheets/sheet1.xml";
    String entity =
        "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><worksheet><sheetData>"
            + "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>&e;</t></is></c></row>"
            + "</sheetData></worksheet>";
    Response first = checked(GS_EDITOR, with(sheet, entity.getBytes(StandardCharsets.UTF_8)));
    assertThat(first.<String>path("job.problem")).isEqualTo("workbook-damaged");
    StringBuilder letters = new StringBuilder();
    Random random = new Random(7);
    for (int i = 0; i < 3 << 20; i++) {
      letters.append((char) ('a' + random.nextInt(26)));
    }
    String endless =
        "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>"
            + letters
            + "</t></is></c></row></sheetData></worksheet>";
    Response second = checked(GS_EDITOR, with(sheet, endless.getBytes(StandardCharsets.UTF_8)));
    assertThat(second.<String>path("job.problem")).isEqualTo("workbook-text-too-long");
  }

  /** Any bytes give a problem or faults, never an unexpected failure. */
  @Test
  void spoiltWorkbooksNeverFailUnexpectedly() throws Exception {
    long seed = 20_261_122L;
    Random random = new Random(seed);
    for (int round = 0; round < 100; round++) {
      byte[] spoilt = GOOD.clone();
      for (int i = 0; i <= random.nextInt(8); i++) {
        spoilt[random.nextInt(spoilt.length)] = (byte) random.nextInt(256);
      }
      Response answer = sent(GS_EDITOR, spoilt);
      assertThat(answer.statusCode()).as("seed %d, round %d", seed, round).isIn(201, 400);
      if (answer.statusCode() == 201) {
        String problem = ended(GS_EDITOR, id(answer)).path("job.problem");
        assertThat(problem).as("seed %d, round %d", seed, round).isNotEqualTo("job-failed");
      }
    }
  }
}
