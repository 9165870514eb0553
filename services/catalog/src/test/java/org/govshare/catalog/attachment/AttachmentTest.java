package org.govshare.catalog.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.govshare.catalog.CatalogTest;
import org.govshare.platform.reactive.testing.TestToken;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files of what the catalogue keeps. */
@QuarkusTest
class AttachmentTest extends CatalogTest {

  private static final String PDF = "application/pdf";
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static int documents;

  private String document;

  @BeforeEach
  void aPolicy() {
    document =
        id(
            post(
                    PUBLISHER,
                    "/library/documents",
                    """
                    {"kind":"POLICY","title":"附件测试","documentNumber":"附件〔2020〕%d号",
                     "issuingBody":"测试","effectiveOn":"2020-01-01"}
                    """
                        .formatted(++documents))
                .then()
                .statusCode(201)
                .extract()
                .response());
  }

  private String announcement(String name, String type) {
    return """
    {"ownerKind":"LIBRARY_DOCUMENT","ownerId":"%s","name":"%s","contentType":"%s"}
    """
        .formatted(document, name, type);
  }

  private String announced(String name, String type) {
    return id(
        post(PUBLISHER, "/attachments", announcement(name, type))
            .then()
            .statusCode(201)
            .extract()
            .response());
  }

  private static Response upload(TestToken token, String id, byte[] bytes) {
    return as(token)
        .contentType("application/octet-stream")
        .body(bytes)
        .put(API + "/attachments/" + id + "/content");
  }

  private static byte[] pdf(int size, long seed) {
    byte[] bytes = new byte[size];
    new Random(seed).nextBytes(bytes);
    byte[] head = "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(head, 0, bytes, 0, head.length);
    return bytes;
  }

  private static byte[] zip(String... parts) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (String part : parts) {
        zip.putNextEntry(new ZipEntry(part));
        zip.write(part.getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toByteArray();
  }

  @Test
  void aFileComesBackAsItWas() throws Exception {
    byte[] bytes = pdf(2_500_000, 1);
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
    String id = announced("管理 办法.pdf", PDF);
    ok(get(SW_REQUESTER, "/attachments?ownerKind=LIBRARY_DOCUMENT&ownerId=" + document))
        .then()
        .body("items", empty());
    upload(PUBLISHER, id, bytes).then().statusCode(204);
    ok(get(SW_REQUESTER, "/attachments?ownerKind=LIBRARY_DOCUMENT&ownerId=" + document))
        .then()
        .body("items.name", contains("管理 办法.pdf"))
        .body("items[0].size", equalTo(bytes.length))
        .body("items[0].digest", equalTo(HexFormat.of().formatHex(digest)));
    Response answer = get(SW_REQUESTER, "/attachments/" + id + "/content");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.asByteArray()).isEqualTo(bytes);
    assertThat(answer.header("Content-Disposition"))
        .isEqualTo("attachment; filename*=UTF-8''%E7%AE%A1%E7%90%86%20%E5%8A%9E%E6%B3%95.pdf");
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.header("Content-Type")).isEqualTo("application/octet-stream");
    assertThat(answer.header("Repr-Digest"))
        .isEqualTo("sha-256=:" + Base64.getEncoder().encodeToString(digest) + ":");
    refused(upload(PUBLISHER, id, bytes), 404, "attachment-not-found");
    as(PUBLISHER).delete(API + "/attachments/" + id).then().statusCode(204);
    refused(get(SW_REQUESTER, "/attachments/" + id + "/content"), 404, "attachment-not-found");
  }

  @Test
  void bytesThatContradictTheirTypeAreRefused() throws Exception {
    record Case(String name, String type, byte[] bytes) {}
    List<Case> cases =
        List.of(
            new Case("a.pdf", PDF, "<html><script>alert(1)</script>".getBytes()),
            new Case("a.pdf", PDF, new byte[0]),
            new Case("a.xlsx", XLSX, zip("word/document.xml")),
            new Case("a.xlsx", XLSX, zip("xl/workbook.xml", "xl/vbaProject.bin")),
            new Case("a.png", "image/png", pdf(100, 2)),
            new Case("a.txt", "text/plain", new byte[] {'a', 0, 'b'}));
    for (Case bad : cases) {
      String id = announced(bad.name(), bad.type());
      invalid(upload(PUBLISHER, id, bad.bytes()), "content");
      refused(get(PUBLISHER, "/attachments/" + id), 404, "attachment-not-found");
    }
    upload(PUBLISHER, announced("a.xlsx", XLSX), zip("[Content_Types].xml", "xl/workbook.xml"))
        .then()
        .statusCode(204);
    upload(PUBLISHER, announced("a.txt", "text/plain"), "依据\n正文".getBytes("GB18030"))
        .then()
        .statusCode(204);
  }

  @Test
  void badAnnouncementsAreToldPlainly() {
    invalid(post(PUBLISHER, "/attachments", announcement("a.html", "text/html")), "contentType");
    invalid(post(PUBLISHER, "/attachments", announcement("a.exe", PDF)), "name");
    invalid(post(PUBLISHER, "/attachments", announcement("../a.pdf", PDF)), "name");
    invalid(post(PUBLISHER, "/attachments", announcement("a\\u202Efdp.pdf", PDF)), "name");
    invalid(
        post(PUBLISHER, "/attachments", announcement("a.pdf", PDF).replace("LIBRARY_", "OTHER_")),
        "ownerKind");
    refused(
        post(
            PUBLISHER,
            "/attachments",
            announcement("a.pdf", PDF).replace(document, "00000000-0000-0000-0000-000000000000")),
        404,
        "library-entry-not-found");
  }

  @Test
  void onlyThePublisherAddsToTheLibrary() {
    refused(post(GS_EDITOR, "/attachments", announcement("a.pdf", PDF)), 403, "role-required");
    String id = announced("a.pdf", PDF);
    refused(upload(GS_EDITOR, id, pdf(100, 3)), 404, "attachment-not-found");
    upload(PUBLISHER, id, pdf(100, 3)).then().statusCode(204);
    refused(as(AUDITOR).delete(API + "/attachments/" + id), 403, "role-required");
  }

  @Test
  void fortyMebibytesPassInFlatMemory() throws Exception {
    int size = 40 << 20;
    String id = announced("大文件.pdf", PDF);
    byte[] block = pdf(1 << 20, 4);
    long before = live();
    AtomicLong sending = new AtomicLong();
    assertThat(
            streamed(
                    id, block, 40, at -> sending.accumulateAndGet(at == 35 ? live() : 0, Math::max))
                .statusCode())
        .isEqualTo(204);
    assertThat(sending.get() - before).as("held after 35 MiB were sent").isLessThan(16L << 20);
    InputStream back =
        CLIENT
            .send(
                request(SW_REQUESTER, id).GET().build(), HttpResponse.BodyHandlers.ofInputStream())
            .body();
    MessageDigest seen = MessageDigest.getInstance("SHA-256");
    byte[] buffer = new byte[1 << 20];
    long total = 0;
    for (int read = back.readNBytes(buffer, 0, buffer.length);
        read > 0;
        read = back.readNBytes(buffer, 0, buffer.length)) {
      seen.update(buffer, 0, read);
      total += read;
      if (total == 5 << 20) {
        assertThat(live() - before).as("held after 5 MiB were read").isLessThan(16L << 20);
      }
    }
    assertThat(total).isEqualTo(size);
    ok(get(SW_REQUESTER, "/attachments/" + id))
        .then()
        .body("size", equalTo(size))
        .body("digest", equalTo(HexFormat.of().formatHex(seen.digest())));
    as(PUBLISHER).delete(API + "/attachments/" + id).then().statusCode(204);
  }

  /** Not by way of REST Assured, which would hold the whole file. */
  private static HttpResponse<String> streamed(String id, byte[] block, int times, IntConsumer told)
      throws Exception {
    return CLIENT.send(
        request(PUBLISHER, id)
            .header("Content-Type", "application/octet-stream")
            .PUT(HttpRequest.BodyPublishers.ofInputStream(() -> repeated(block, times, told)))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static HttpRequest.Builder request(TestToken token, String id) {
    return HttpRequest.newBuilder(
            URI.create(
                RestAssured.baseURI
                    + ":"
                    + RestAssured.port
                    + API
                    + "/attachments/"
                    + id
                    + "/content"))
        .timeout(Duration.ofMinutes(1))
        .header("Authorization", "Bearer " + token.sign());
  }

  /** The block several times; each time it begins, its number is told. */
  private static InputStream repeated(byte[] block, int times, IntConsumer told) {
    Iterator<InputStream> blocks =
        IntStream.range(0, times)
            .mapToObj(
                number -> {
                  told.accept(number);
                  return (InputStream) new ByteArrayInputStream(block);
                })
            .iterator();
    return new SequenceInputStream(
        new Enumeration<>() {
          @Override
          public boolean hasMoreElements() {
            return blocks.hasNext();
          }

          @Override
          public InputStream nextElement() {
            return blocks.next();
          }
        });
  }

  /** What is alive on the heap of this process, in which the catalogue runs too. */
  private static long live() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  @Test
  void jsonIsHeldToALowerLimit() {
    String large = "{\"ownerKind\":\"" + "x".repeat(11 << 20) + "\"}";
    assertThat(post(PUBLISHER, "/attachments", large).statusCode()).isEqualTo(413);
  }

  @Test
  void whatIsTooLargeIsRefused() throws Exception {
    String id = announced("过大.pdf", PDF);
    byte[] block = pdf(1 << 20, 5);
    HttpResponse<String> answer = streamed(id, block, 51, at -> {});
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains("urn:govshare:problem:attachment-too-large");
    refused(get(PUBLISHER, "/attachments/" + id), 404, "attachment-not-found");
  }
}
