package org.govshare.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an address may hold, and what is said of one that holds something else. */
@QuarkusTest
class AddressTest extends CatalogTest {

  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/resources?page=one|page|不是整数：one|is not a whole number: one",
        "/resources?size=99999999999|size|不是整数：99999999999|is not a whole number: 99999999999",
        "/todo/tasks?kind=NONE|kind|"
            + "应为 RESOURCE_RETURNED, RESOURCE_REVIEW, RESOURCE_PUBLICATION, REQUEST_COMPLIANCE_CHECK,"
            + " REQUEST_DECISION, REQUEST_RETURNED, REQUEST_ARBITRATION, VALUE_OBJECTION,"
            + " OBJECTION_INFORMATION, OBJECTION_ARBITRATION, DEMAND_ASSIGNMENT, DEMAND_ANSWER,"
            + " OPENING_REVIEW, CAMPAIGN_STEP 之一，而不是 NONE|"
            + "is none of RESOURCE_RETURNED, RESOURCE_REVIEW, RESOURCE_PUBLICATION,"
            + " REQUEST_COMPLIANCE_CHECK, REQUEST_DECISION, REQUEST_RETURNED, REQUEST_ARBITRATION,"
            + " VALUE_OBJECTION, OBJECTION_INFORMATION, OBJECTION_ARBITRATION, DEMAND_ASSIGNMENT,"
            + " DEMAND_ANSWER, OPENING_REVIEW, CAMPAIGN_STEP: NONE",
        "/todo/tasks?assigned=you|assigned|应为 me, unassigned, all 之一，而不是 you|"
            + "is none of me, unassigned, all: you",
        "/todo/tasks?overdue=maybe|overdue|应为 true 或 false，而不是 maybe|"
            + "is neither true nor false: maybe",
        "/todo/tasks?paused=1|paused|应为 true 或 false，而不是 1|is neither true nor false: 1",
        "/requests?resource=1-1-1-1-1|resource|"
            + "不是 3f2504e0-4f89-41d3-9a0c-0305e82c3301 这样的标识：1-1-1-1-1|"
            + "is not an identity such as 3f2504e0-4f89-41d3-9a0c-0305e82c3301: 1-1-1-1-1",
        "/resources/not-a-uuid|id|"
            + "不是 3f2504e0-4f89-41d3-9a0c-0305e82c3301 这样的标识：not-a-uuid|"
            + "is not an identity such as 3f2504e0-4f89-41d3-9a0c-0305e82c3301: not-a-uuid",
        "/calendar/years/soon|year|不是整数：soon|is not a whole number: soon",
        "/resources?sharingType=FREE|sharingType|"
            + "应为 UNCONDITIONAL, CONDITIONAL, NOT_SHARED 之一，而不是 FREE|"
            + "is none of UNCONDITIONAL, CONDITIONAL, NOT_SHARED: FREE",
        "/time-limits/SOON/history|kind||",
      })
  void aBadParameterIsNamedInBothLanguages(
      String path, String field, String chinese, String english) {
    Response answer = get(GS_EDITOR, path);
    invalid(answer, field);
    answer.then().body("errors", hasSize(1));
    if (chinese != null) {
      answer.then().body("errors.message", contains(chinese));
      as(GS_EDITOR)
          .header("Accept-Language", "en")
          .get(API + path)
          .then()
          .statusCode(400)
          .body("errors.field", contains(field))
          .body("errors.message", contains(english));
    }
  }

  @Test
  void aDayIsADay() {
    invalid(get(SW_REQUESTER, "/grants?expiringBefore=tomorrow"), "expiringBefore");
  }

  @Test
  void whatIsWellFormedIsReadAsBefore() {
    ok(get(GS_EDITOR, "/todo/tasks?overdue=FALSE&assigned=me&kind=RESOURCE_REVIEW&size=1"));
    ok(
        get(
            GS_EDITOR,
            "/resources?sharingType=UNCONDITIONAL&sharingType=CONDITIONAL&format=DATABASE"));
    ok(get(GS_EDITOR, "/resources?q=%E4%BC%81%E4%B8%9A%25"));
  }

  @Test
  void anAddressThatIsTooLongIsToldSo() throws IOException {
    assertThat(raw("GET " + API + "/resources?q=" + "a".repeat(9_000)))
        .startsWith("HTTP/1.1 414 ")
        .contains("urn:govshare:problem:address-too-long")
        .contains("Addresses have at most 8192 characters");
    // Longer than the server reads at all, it still says so, if without words.
    assertThat(raw("GET " + API + "/resources?q=" + "a".repeat(70_000))).contains(" 414 ");
  }

  /** Sends what no client would let through. */
  private static String raw(String request) throws IOException {
    try (Socket socket = new Socket("localhost", RestAssured.port)) {
      socket
          .getOutputStream()
          .write(
              (request
                      + " HTTP/1.1\r\nHost: localhost\r\nAccept-Language: en\r\n"
                      + "Connection: close\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/imports,application/octet-stream / " + XLSX + " / multipart/form-data",
    "/organisation-sheets/systems,application/octet-stream / " + XLSX,
    "/resources,application/json"
  })
  void whoSendsAnotherMediaTypeIsToldWhichToSend(String path, String types) {
    Response answer =
        as(PUBLISHER)
            .header("Accept-Language", "en")
            .contentType("text/plain")
            .body("x")
            .post(API + path);
    refused(answer, 415, "unsupported-media-type");
    answer
        .then()
        .body("detail", equalTo("Send the body as " + types + ", and say so in Content-Type."));
  }
}
