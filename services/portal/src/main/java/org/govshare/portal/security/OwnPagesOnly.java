package org.govshare.portal.security;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.Set;
import org.govshare.portal.PortalConfig;

/**
 * Refuses requests that change data unless the portal's own script sent them: they must carry
 * {@code X-Requested-With: JavaScript}, which no form of another site can set, and an {@code
 * Origin} equal to the portal's address.
 */
@ApplicationScoped
class OwnPagesOnly {

  private static final Set<HttpMethod> SAFE =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  private final PortalConfig config;

  OwnPagesOnly(PortalConfig config) {
    this.config = config;
  }

  void install(@Observes Router router) {
    router.route("/api/*").order(-100).handler(this::check);
  }

  private void check(RoutingContext context) {
    HttpServerRequest request = context.request();
    if (SAFE.contains(request.method())
        || "JavaScript".equals(request.getHeader("X-Requested-With"))
            && ownOrigin(request).equals(request.getHeader("Origin"))) {
      context.next();
    } else {
      EdgeProblem.FOREIGN_REQUEST.write(request);
    }
  }

  private String ownOrigin(HttpServerRequest request) {
    return config
        .origin()
        .map(URI::toString)
        .orElseGet(() -> request.scheme() + "://" + request.authority());
  }
}
