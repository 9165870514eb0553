package org.govshare.catalog.attachment;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.RouteConstants;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.govshare.platform.problem.Problem;
import org.govshare.platform.problem.RouteProblems;

/**
 * Bodies that are read as a stream may be large; one that is held in memory whole may not. The
 * server knows one limit for all and refuses without a word; this sets a lower one for JSON, and
 * refuses what states its length before anything of it is read, with a problem that says why.
 */
@Singleton
class BodyLimits {

  private static final long JSON_LIMIT = 10L << 20;
  private static final long READ_AHEAD = 16L << 20;
  private static final long DISCARD_MILLIS = 30_000;

  private final long limit;
  private final RouteProblems problems;

  BodyLimits(
      @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize limit,
      RouteProblems problems) {
    this.limit = limit.asLongValue();
    this.problems = problems;
  }

  void add(@Observes Router router) {
    // Before the server's own limit, and after it, as it sets what is read at most.
    router.route().order(RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT - 1).handler(this::refuse);
    router.route().order(RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT + 1).handler(this::limitJson);
  }

  private void refuse(RoutingContext context) {
    String length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
    long allowed = isJson(context) ? JSON_LIMIT : limit;
    if (length != null && isMore(length, allowed)) {
      refuse(context, allowed);
    } else {
      context.next();
    }
  }

  private static boolean isMore(String length, long allowed) {
    try {
      return Long.parseLong(length) > allowed;
    } catch (NumberFormatException malformed) {
      // The server has its own answer to that.
      return false;
    }
  }

  private void limitJson(RoutingContext context) {
    if (isJson(context)) {
      context.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, JSON_LIMIT);
    } else if (context.request().getHeader(HttpHeaders.CONTENT_LENGTH) == null) {
      // What has arrived counts, read or not: whoever reads is to notice first, and say why.
      context.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, limit + READ_AHEAD);
    }
    context.next();
  }

  private static boolean isJson(RoutingContext context) {
    String type = context.request().getHeader(HttpHeaders.CONTENT_TYPE);
    // Without a type, JSON is what an endpoint would read it as.
    return type == null || type.toLowerCase(Locale.ROOT).contains("json");
  }

  private void refuse(RoutingContext context, long allowed) {
    context.response().putHeader("Connection", "close");
    problems.end(context, new Problem(413, "body-too-large", allowed >> 20));
    discard(context);
  }

  /**
   * Lets whoever does not listen while sending come to the end, for a while: a connection that is
   * closed in their faces takes the answer with it.
   */
  private static void discard(RoutingContext context) {
    HttpServerRequest request = context.request();
    if (request.isEnded()) {
      return;
    }
    long timer = context.vertx().setTimer(DISCARD_MILLIS, late -> request.connection().close());
    request.endHandler(
        ended -> {
          context.vertx().cancelTimer(timer);
          request.connection().close();
        });
    request.exceptionHandler(lost -> context.vertx().cancelTimer(timer));
    request.handler(nothing -> {});
    request.resume();
  }
}
