package org.govshare.portal.proxy;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import java.net.URI;
import java.util.List;
import org.govshare.portal.security.Correlation;
import org.govshare.portal.security.EdgeProblem;
import org.jboss.logging.Logger;

/**
 * Takes the browser's cookie off a request and puts the access token on; on the way back takes off
 * what would name the service's own address.
 */
final class TokenHandOver implements ProxyInterceptor {

  private static final Logger LOG = Logger.getLogger(TokenHandOver.class);

  private static final List<String> BROWSER_ONLY =
      List.of(
          "Cookie",
          "Authorization",
          "Origin",
          "Forwarded",
          "X-Forwarded-For",
          "X-Forwarded-Host",
          "X-Forwarded-Port",
          "X-Forwarded-Prefix",
          "X-Forwarded-Proto");

  private final String token;

  TokenHandOver(String token) {
    this.token = token;
  }

  @Override
  public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
    ProxyRequest request = context.request();
    HttpServerRequest browser = request.proxiedRequest();
    MultiMap headers = request.headers();
    BROWSER_ONLY.forEach(headers::remove);
    headers.set("Authorization", "Bearer " + token);
    headers.set(Correlation.HEADER, Correlation.of(browser));
    return context
        .sendRequest()
        .recover(
            failure -> {
              LOG.warnf("proxy.unanswered path=%s reason=%s", browser.path(), failure.getMessage());
              EdgeProblem problem = EdgeProblem.SERVICE_UNAVAILABLE;
              ProxyResponse answer = request.release().response();
              answer
                  .setStatusCode(problem.status())
                  .putHeader("Content-Type", EdgeProblem.MEDIA_TYPE)
                  .setBody(Body.body(problem.document(browser).toBuffer()));
              return Future.succeededFuture(answer);
            });
  }

  @Override
  public Future<Void> handleProxyResponse(ProxyContext context) {
    MultiMap headers = context.response().headers();
    headers.remove("Set-Cookie");
    String location = headers.get("Location");
    if (location != null) {
      headers.set("Location", pathOf(location));
    }
    if (!headers.contains("Cache-Control")) {
      headers.set("Cache-Control", "no-store");
    }
    return context.sendResponse();
  }

  /** The path and query of an address, for the browser to read on the portal's own. */
  static String pathOf(String location) {
    URI uri = URI.create(location);
    return uri.getRawQuery() == null
        ? uri.getRawPath()
        : uri.getRawPath() + "?" + uri.getRawQuery();
  }
}
