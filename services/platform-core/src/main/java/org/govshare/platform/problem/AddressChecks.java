package org.govshare.platform.problem;

import io.quarkus.vertx.http.runtime.RouteConstants;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Refuses addresses that are too long to be meant with a problem that says so. Two things are out
 * of reach here: what is longer than the server reads at all (see {@code
 * quarkus.http.limits.max-initial-line-length}) gets its bare 414, and what is no URI, for example
 * a percent sign without two digits, its bare 400.
 */
@Singleton
class AddressChecks {

  /** Longest address, in characters as sent. */
  static final int LIMIT = 8_192;

  private final RouteProblems problems;

  AddressChecks(RouteProblems problems) {
    this.problems = problems;
  }

  void add(@Observes Router router) {
    router.route().order(RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT - 2).handler(this::check);
  }

  private void check(RoutingContext context) {
    String address = context.request().uri();
    if (address.length() > LIMIT) {
      problems.end(context, new Problem(414, "address-too-long", LIMIT));
    } else {
      context.next();
    }
  }
}
