package org.govshare.portal.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import org.govshare.portal.surroundings.Browser;
import org.govshare.portal.surroundings.Surroundings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class EdgeTest {

  private static final String POLICY =
      "default-src 'self'; frame-ancestors 'none'; base-uri 'none'; object-src 'none'";

  @TestHTTPResource String address;

  private String portal;
  private Browser browser;

  @BeforeEach
  void newBrowser() {
    portal = address.replaceAll("/$", "");
    browser = new Browser(portal);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/catalog", "/api/portal/v1/platform", "/api/catalog/v1/things"})
  void everyAnswerCarriesTheStrictPolicy(String path) {
    HttpResponse<String> response = browser.get(path);

    assertEquals(POLICY, response.headers().firstValue("Content-Security-Policy").orElseThrow());
    assertEquals("nosniff", response.headers().firstValue("X-Content-Type-Options").orElseThrow());
    assertEquals("same-origin", response.headers().firstValue("Referrer-Policy").orElseThrow());
  }

  @Test
  void pagesAreNotKeptByBrowsers() {
    assertEquals("no-cache", browser.get("/").headers().firstValue("Cache-Control").orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(strings = {"catalog", "exchange", "monitoring"})
  void withoutASessionTheApiAnswers401(String service) {
    HttpResponse<String> response = browser.get("/api/" + service + "/v1/things");

    assertEquals(401, response.statusCode());
    assertEquals("需要登录", Browser.json(response).getString("title"));
  }

  @Test
  void withoutASessionNobodyIsSignedIn() {
    int status = browser.get("/api/portal/v1/me").statusCode();

    assertTrue(status == 401 || status == 499, "answered " + status);
  }

  @Test
  void aProblemSpeaksTheLanguageAskedFor() {
    HttpResponse<String> response =
        browser.send("GET", "/api/catalog/v1/things", null, "Accept-Language", "en");

    assertEquals("Sign-in required", Browser.json(response).getString("title"));
  }

  @Test
  void aChangeWithoutTheHeaderIsRefused() {
    browser.signIn("%2F");

    assertForeign(browser.send("POST", "/api/catalog/v1/things", "{}", "Origin", portal));
  }

  @Test
  void aChangeWithoutAnOriginIsRefused() {
    browser.signIn("%2F");

    assertForeign(
        browser.send("POST", "/api/catalog/v1/things", "{}", "X-Requested-With", "JavaScript"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH"})
  void aChangeFromAnotherSiteIsRefused(String method) {
    browser.signIn("%2F");

    assertForeign(
        browser.send(
            method,
            "/api/catalog/v1/things",
            "{}",
            "X-Requested-With",
            "JavaScript",
            "Origin",
            "https://elsewhere.example"));
  }

  @Test
  void aChangeFromTheOwnPagesPasses() {
    browser.signIn("%2F");

    assertEquals(200, browser.ownPost("/api/catalog/v1/things", "{}").statusCode());
  }

  @Test
  void thePlatformsNameIsKnownBeforeLogin() {
    assertEquals(
        "河北省政务信息资源交换共享平台",
        Browser.json(browser.get("/api/portal/v1/platform")).getJsonObject("name").getString("zh"));
  }

  private static void assertForeign(HttpResponse<String> response) {
    assertEquals(403, response.statusCode());
    assertEquals("urn:govshare:problem:foreign-request", Browser.json(response).getString("type"));
  }
}
