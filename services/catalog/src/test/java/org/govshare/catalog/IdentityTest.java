package org.govshare.catalog;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import org.govshare.platform.reactive.testing.TestToken;
import org.junit.jupiter.api.Test;

/** Who gets in at all. */
@QuarkusTest
class IdentityTest extends CatalogTest {

  private static final List<String> ADDRESSES =
      List.of(
          "/departments",
          "/categories",
          "/resources",
          "/resources/00000000-0000-0000-0000-000000000000",
          "/resources/00000000-0000-0000-0000-000000000000/history",
          "/requests",
          "/grants",
          "/todo",
          "/statistics");

  @Test
  void nobodyGetsInWithoutAToken() {
    for (String address : ADDRESSES) {
      refused(given().get(API + address), 401, "unauthenticated");
    }
    refused(
        given().contentType("application/json").body("{}").post(API + "/resources"),
        401,
        "unauthenticated");
  }

  @Test
  void aTokenForAnotherServiceIsRefused() {
    TestToken foreign =
        TestToken.of("gs-editor", "govshare-exchange").department("gs").roles("catalog-editor");
    refused(get(foreign, "/resources"), 401, "unauthenticated");
  }

  @Test
  void anExpiredTokenIsRefused() {
    refused(
        get(GS_EDITOR.expiringIn(Duration.ofMinutes(-5)), "/resources"), 401, "unauthenticated");
  }

  @Test
  void aTokenThatWasTamperedWithIsRefused() {
    String token = MONITOR.sign();
    String better = GS_EDITOR.sign();
    String swapped =
        better.substring(0, better.lastIndexOf('.')) + token.substring(token.lastIndexOf('.'));
    refused(given().auth().oauth2(swapped).get(API + "/resources"), 401, "unauthenticated");
  }

  @Test
  void aTokenWithTwoSeparatedDutiesIsRefused() {
    TestToken both = user("both").roles("sysadmin", "auditor");
    for (String address : ADDRESSES) {
      refused(get(both, address), 403, "separated-duties");
    }
  }

  @Test
  void everybodySignedInReadsThePublishedCatalogue() {
    for (TestToken token : List.of(MONITOR, SW_REQUESTER, user("no-role"))) {
      ok(get(token, "/resources"));
      ok(get(token, "/departments"));
      ok(get(token, "/statistics"));
    }
  }

  @Test
  void theSeparatedDutiesReadNoBusinessData() {
    Response published =
        published(GS_EDITOR, GS_REVIEWER, Bodies.resource("三员不可见", Bodies.item("名称", "mc")));
    String resource = "/resources/" + id(published);
    for (String role : List.of("sysadmin", "secadmin", "auditor")) {
      TestToken token = user(role).roles(role);
      for (String address :
          List.of(
              "/resources",
              "/resources?q=三员",
              resource,
              resource + "/history",
              resource + "/diff",
              resource + "/quality",
              resource + "/standard-deviations",
              "/quality/departments",
              "/quality/resources",
              "/offices",
              "/authoritative-sources")) {
        refused(get(token, address), 403, "business-data");
      }
      ok(get(token, "/departments"));
      ok(get(token, "/statistics"));
    }
  }

  @Test
  void problemsSpeakTheLanguageAskedFor() {
    given()
        .header("Accept-Language", "en-GB,en;q=0.9")
        .get(API + "/todo")
        .then()
        .body("title", equalTo("Sign-in required"));
    given().get(API + "/todo").then().body("title", equalTo("需要登录"));
  }

  @Test
  void theCorrelationIdentifierOfTheCallerIsKept() {
    given()
        .header("X-Correlation-Id", "test-1234-abcd")
        .get(API + "/todo")
        .then()
        .header("X-Correlation-Id", equalTo("test-1234-abcd"))
        .body("correlation", equalTo("test-1234-abcd"));
  }
}
