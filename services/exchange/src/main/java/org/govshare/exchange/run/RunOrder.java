package org.govshare.exchange.run;

import java.util.Arrays;
import java.util.Optional;

/** How runs are sorted; runs alike in it by their identifiers, so that pages stay as they are. */
enum RunOrder {
  /** Those that began last come first. */
  LATEST_STARTED("-started", "coalesce(r.startedAt, r.requestedAt) desc"),
  /** Those that began first come first. */
  EARLIEST_STARTED("started", "coalesce(r.startedAt, r.requestedAt)"),
  /** Those that ended last come first, those under way at the end. */
  LATEST_ENDED("-ended", "r.endedAt desc nulls last"),
  /** Those that ended first come first, those under way at the end. */
  EARLIEST_ENDED("ended", "r.endedAt nulls last");

  private final String code;
  private final String expression;

  RunOrder(String code, String expression) {
    this.code = code;
    this.expression = expression;
  }

  static Optional<RunOrder> of(String code) {
    return Arrays.stream(values()).filter(it -> it.code.equals(code)).findFirst();
  }

  /** What follows {@code order by}. */
  String expression() {
    return expression + ", r.id";
  }
}
