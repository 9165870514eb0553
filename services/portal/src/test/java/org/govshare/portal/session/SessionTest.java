package org.govshare.portal.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.govshare.portal.surroundings.Browser;
import org.govshare.portal.surroundings.Surroundings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class SessionTest {

  @TestHTTPResource String address;
  @Inject Pool pool;
  @Inject SessionRepository sessions;
  @Inject Clock clock;

  private Browser browser;

  @BeforeEach
  void newBrowser() {
    browser = new Browser(address.replaceAll("/$", ""));
    pool.query("delete from session").execute().await().indefinitely();
  }

  @AfterEach
  void usualTokens() {
    Browser.tokensLive(Duration.ofMinutes(5));
  }

  @Test
  void loginGoesOnToThePageThatWasAskedFor() {
    assertEquals("/catalog", browser.signIn("%2Fcatalog"));
  }

  @Test
  void loginNeverLeadsToAnotherSite() {
    assertEquals("/", browser.signIn("%2F%2Felsewhere.example%2F"));
  }

  @Test
  void theBrowserHoldsNoToken() {
    browser.signIn("%2F");

    assertEquals(43, browser.session().length());
    assertFalse(
        browser.allCookies().stream().anyMatch(cookie -> cookie.getValue().contains("eyJhbGciOi")),
        "a cookie carries a token");
  }

  @Test
  void theDatabaseHoldsNeitherTheIdentifierNorAReadableToken() {
    browser.signIn("%2F");

    byte[] stored =
        pool.query("select id_hash || tokens as bytes from session")
            .execute()
            .await()
            .indefinitely()
            .iterator()
            .next()
            .getBuffer("bytes")
            .getBytes();
    String text = new String(stored, StandardCharsets.ISO_8859_1);
    assertFalse(text.contains("eyJhbGciOi"));
    assertFalse(text.contains(browser.session()));
  }

  @Test
  void logoutDeletesTheSessionAndEndsTheIssuersToo() {
    browser.signIn("%2F");
    String before = browser.session();

    HttpResponse<String> response = browser.get("/logout");

    assertEquals(302, response.statusCode());
    assertTrue(response.headers().firstValue("Location").orElseThrow().contains("/logout?"));
    assertEquals(0, count());
    assertSignedOut(replay(before));
  }

  @Test
  void aRevokedSessionEndsAtOnce() {
    browser.signIn("%2F");
    String before = browser.session();

    pool.query("delete from session").execute().await().indefinitely();

    assertSignedOut(browser.get("/api/catalog/v1/things"));
    assertSignedOut(replay(before));
  }

  @Test
  void anExpiredSessionIsNotFoundAndIsPurged() {
    browser.signIn("%2F");

    pool.query("update session set expires_at = now() - interval '1 second'")
        .execute()
        .await()
        .indefinitely();

    assertSignedOut(browser.get("/api/catalog/v1/things"));
    Instant now = clock.instant();
    sessions.deleteEnded(now, now.minus(Duration.ofHours(10))).await().indefinitely();
    assertEquals(0, count());
  }

  @Test
  void aSessionDoesNotOutliveItsLifetimeHoweverBusy() {
    browser.signIn("%2F");

    pool.query("update session set created_at = now() - interval '11 hours'")
        .execute()
        .await()
        .indefinitely();

    assertSignedOut(browser.get("/api/catalog/v1/things"));
  }

  @Test
  void anAlteredRowEndsTheSession() {
    browser.signIn("%2F");

    pool.preparedQuery("update session set tokens = $1")
        .execute(Tuple.of(Buffer.buffer(new byte[200])))
        .await()
        .indefinitely();

    assertSignedOut(browser.get("/api/catalog/v1/things"));
  }

  @Test
  void renewedTokensKeepTheSession() {
    // Within the portal's skew of expiry, so that the next request renews them.
    Browser.tokensLive(Duration.ofSeconds(20));
    browser.signIn("%2F");
    String before = browser.session();
    Browser.tokensLive(Duration.ofMinutes(5));

    String first = authorization(browser.get("/api/catalog/v1/things"));
    String second = authorization(browser.get("/api/catalog/v1/things"));

    assertEquals(before, browser.session());
    assertEquals(1, count());
    assertEquals(first, second);
  }

  @Test
  void aNewLoginGetsANewIdentifier() {
    browser.signIn("%2F");
    String before = browser.session();
    browser.get("/logout");

    browser.signIn("%2F");

    assertNotEquals(before, browser.session());
  }

  private HttpResponse<String> replay(String session) {
    return new Browser(address.replaceAll("/$", ""))
        .send("GET", "/api/catalog/v1/things", null, "Cookie", "q_session=" + session);
  }

  private static String authorization(HttpResponse<String> response) {
    return Browser.json(response).getJsonObject("headers").getString("authorization");
  }

  private static void assertSignedOut(HttpResponse<String> response) {
    assertTrue(
        response.statusCode() == 401 || response.statusCode() == 499,
        "answered " + response.statusCode());
  }

  private long count() {
    return pool.query("select count(*) as n from session")
        .execute()
        .await()
        .indefinitely()
        .iterator()
        .next()
        .getLong("n");
  }
}
