package org.govshare.exchange.json;

import org.govshare.platform.problem.Problem;

/** The body of a request. */
public final class Body {

  private Body() {}

  /**
   * The body, which must be there.
   *
   * @throws Problem if it is absent or {@code null} (400)
   */
  public static <T> T required(T body) {
    if (body == null) {
      throw new Problem(400, "unreadable-json");
    }
    return body;
  }
}
