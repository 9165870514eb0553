package org.govshare.portal.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import org.govshare.portal.surroundings.Browser;
import org.govshare.portal.surroundings.Surroundings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class ServiceProxyTest {

  @TestHTTPResource String address;

  private Browser browser;

  @BeforeEach
  void signIn() {
    browser = new Browser(address.replaceAll("/$", ""));
    browser.signIn("%2F");
  }

  @Test
  void theServiceGetsTheTokenAndNotTheCookie() {
    JsonObject seen =
        Browser.json(
            browser.send(
                "GET",
                "/api/catalog/v1/things?q=%E4%BC%81%E4%B8%9A",
                null,
                "Authorization",
                "Bearer forged"));

    assertEquals("/api/catalog/v1/things?q=%E4%BC%81%E4%B8%9A", seen.getString("uri"));
    assertTrue(seen.getJsonObject("headers").getString("authorization").startsWith("Bearer ey"));
    assertFalse(seen.getJsonObject("headers").containsKey("cookie"));
    assertTrue(seen.getJsonObject("headers").containsKey("x-correlation-id"));
  }

  @Test
  void theServicesCookieAndAddressStayBehind() {
    HttpResponse<String> response = browser.get("/api/catalog/v1/things");

    assertEquals(
        "/api/catalog/v1/things/1?full=true",
        response.headers().firstValue("Location").orElseThrow());
    assertTrue(
        browser.allCookies().stream().noneMatch(cookie -> cookie.getName().equals("service")));
    assertEquals("\"7\"", response.headers().firstValue("ETag").orElseThrow());
    assertEquals("no-store", response.headers().firstValue("Cache-Control").orElseThrow());
  }

  @Test
  void aLargeBodyArrivesWhole() {
    String body = "企".repeat(700_000);

    JsonObject seen = Browser.json(browser.ownPost("/api/catalog/v1/things", body));

    assertEquals("POST", seen.getString("method"));
    assertEquals(body, seen.getString("body"));
  }

  @Test
  void aServiceThatDoesNotAnswerIsAProblem() {
    HttpResponse<String> response = browser.get("/api/exchange/v1/runs");

    assertEquals(503, response.statusCode());
    assertEquals(
        "application/problem+json", response.headers().firstValue("Content-Type").orElseThrow());
    assertEquals(
        "urn:govshare:problem:service-unavailable", Browser.json(response).getString("type"));
  }

  @Test
  void nothingElseIsPassedOn() {
    assertEquals(404, browser.get("/api/elsewhere/v1/things").statusCode());
  }

  @Test
  void aPathCannotLeaveItsService() {
    assertEquals(404, browser.get("/api/catalog/../elsewhere").statusCode());
  }

  @Test
  void whoIsSignedIn() {
    JsonObject me = Browser.json(browser.get("/api/portal/v1/me"));

    assertEquals("sw-requester", me.getString("name"));
    assertEquals("省税务局", me.getJsonObject("department").getString("name"));
    assertEquals("[\"requester\"]", me.getJsonArray("roles").encode());
  }
}
