package org.govshare.portal.surroundings;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;

/** A browser as far as cookies and redirects go; it follows them only when told to. */
public final class Browser {

  private final CookieManager cookies = new CookieManager();
  private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).build();
  private final String portal;

  /**
   * @param portal address of the portal, without a slash at its end
   */
  public Browser(String portal) {
    this.portal = portal;
  }

  /** Sends a request; {@code headers} alternate between names and values. */
  public HttpResponse<String> send(String method, String path, String body, String... headers) {
    URI uri = URI.create(path.startsWith("http") ? path : portal + path);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri)
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Reads an address. */
  public HttpResponse<String> get(String path) {
    return send("GET", path, null);
  }

  /** Sends what the portal's own script would send. */
  public HttpResponse<String> ownPost(String path, String body) {
    return send(
        "POST",
        path,
        body,
        "X-Requested-With",
        "JavaScript",
        "Origin",
        portal,
        "Content-Type",
        "application/json");
  }

  /** Signs in and follows all redirects up to a page that is not the login's; tells its path. */
  public String signIn(String returnTo) {
    String next = "/login?return=" + returnTo;
    for (int i = 0; i < 10; i++) {
      HttpResponse<String> response = get(next);
      if (response.statusCode() != 302) {
        throw new IllegalStateException(next + " answered " + response.statusCode());
      }
      String location = response.headers().firstValue("Location").orElseThrow();
      next = location.startsWith(portal) ? location.substring(portal.length()) : location;
      if (next.startsWith("/") && !next.startsWith("/login")) {
        return next;
      }
    }
    throw new IllegalStateException("Login never ends");
  }

  /** The session cookie's value, or null. */
  public String session() {
    return allCookies().stream()
        .filter(cookie -> cookie.getName().equals("q_session"))
        .map(HttpCookie::getValue)
        .findFirst()
        .orElse(null);
  }

  /** Everything the browser holds. */
  public List<HttpCookie> allCookies() {
    return cookies.getCookieStore().getCookies();
  }

  /** The answer's body. */
  public static JsonObject json(HttpResponse<String> response) {
    return new JsonObject(response.body());
  }

  /** Sets how long the issuer's next tokens are valid. */
  public static void tokensLive(Duration lifetime) {
    Issuer.lifetime = lifetime;
  }
}
