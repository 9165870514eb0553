package org.govshare.portal.security;

import io.vertx.core.http.HttpServerRequest;
import java.util.UUID;

/** The identifier that ties one request's log lines and problem documents together. */
public final class Correlation {

  /** Header that carries it, in and out. */
  public static final String HEADER = "X-Correlation-Id";

  private Correlation() {}

  /** The request's identifier; a missing or odd one is replaced by a random one. */
  public static String of(HttpServerRequest request) {
    String given = request.getHeader(HEADER);
    if (given != null && given.matches("[A-Za-z0-9._-]{8,64}")) {
      return given;
    }
    String made = UUID.randomUUID().toString();
    request.headers().set(HEADER, made);
    return made;
  }
}
