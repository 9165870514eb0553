package org.govshare.catalog.attachment;

import io.quarkus.vertx.http.runtime.RouteConstants;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Locale;

/**
 * Bodies that are read as a stream may be large; one that is held in memory whole may not. The
 * server knows one limit for all, so this sets a lower one for JSON.
 */
@Singleton
class JsonBodyLimit {

  private static final long LIMIT = 10L << 20;

  void add(@Observes Router router) {
    router.route().order(RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT + 1).handler(this::limit);
  }

  private void limit(RoutingContext context) {
    String type = context.request().getHeader(HttpHeaders.CONTENT_TYPE);
    // Without a type, JSON is what an endpoint would read it as.
    if (type == null || type.toLowerCase(Locale.ROOT).contains("json")) {
      context.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, LIMIT);
      String length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
      if (length != null && length.length() < 19 && Long.parseLong(length) > LIMIT) {
        context.response().setStatusCode(413).putHeader("Connection", "close").end();
        return;
      }
    }
    context.next();
  }
}
