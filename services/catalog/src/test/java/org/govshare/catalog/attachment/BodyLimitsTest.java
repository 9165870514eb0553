package org.govshare.catalog.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.govshare.catalog.CatalogTest;
import org.junit.jupiter.api.Test;

/** What states a length beyond the limit is refused with the reason, read by nobody. */
@QuarkusTest
class BodyLimitsTest extends CatalogTest {

  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final int MEBIBYTE = 1 << 20;
  private static final int SENT = 200;

  private static String head(String path, String type, long length) {
    return "POST %s%s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n"
            .formatted(API, path, GS_EDITOR.sign())
        + "Content-Type: %s\r\nContent-Length: %d\r\nAccept-Language: en\r\n\r\n"
            .formatted(type, length);
  }

  private static Socket connection() throws IOException {
    Socket socket = new Socket("localhost", RestAssured.port);
    socket.setSoTimeout(60_000);
    return socket;
  }

  private static void refused(String answer, int limit) {
    assertThat(answer)
        .startsWith("HTTP/1.1 413")
        .containsIgnoringCase("content-type: application/problem+json")
        .contains("\"type\":\"urn:govshare:problem:body-too-large\"")
        .contains("\"status\":413")
        .contains("At most " + limit + " MB");
  }

  private static String answer(Socket socket) throws IOException {
    return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  /** Whoever sends all of it before looking for an answer finds one, and nothing is kept of it. */
  @Test
  void twoHundredMebibytesAreRefusedWithAReason() throws Exception {
    byte[] piece = new byte[MEBIBYTE];
    Runtime runtime = Runtime.getRuntime();
    long most = 0;
    System.gc();
    long before = runtime.totalMemory() - runtime.freeMemory();
    try (Socket socket = connection()) {
      OutputStream out = socket.getOutputStream();
      out.write(head("/imports", XLSX, (long) SENT * MEBIBYTE).getBytes(StandardCharsets.UTF_8));
      for (int i = 0; i < SENT; i++) {
        out.write(piece);
        if (i % 50 == 49) {
          System.gc();
          most = Math.max(most, runtime.totalMemory() - runtime.freeMemory());
        }
      }
      refused(answer(socket), 65);
    }
    assertThat(most - before).isLessThan(64L * MEBIBYTE);
  }

  /** The answer does not wait for the body. */
  @Test
  void theAnswerComesBeforeTheBody() throws Exception {
    try (Socket socket = connection()) {
      socket
          .getOutputStream()
          .write(head("/imports", XLSX, (long) SENT * MEBIBYTE).getBytes(StandardCharsets.UTF_8));
      socket.shutdownOutput();
      refused(answer(socket), 65);
    }
  }

  @Test
  void jsonHasALowerLimit() throws Exception {
    try (Socket socket = connection()) {
      socket
          .getOutputStream()
          .write(
              head("/resources", "application/json", 11L * MEBIBYTE)
                  .getBytes(StandardCharsets.UTF_8));
      socket.shutdownOutput();
      refused(answer(socket), 10);
    }
  }
}
