package org.govshare.platform.correlation;

import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;

/** The correlation identifier of the present work, kept where the logs take it from. */
public final class Correlation {

  /** The header that carries it in and out. */
  public static final String HEADER = "X-Correlation-Id";

  private static final String KEY = "correlation";
  private static final Pattern ACCEPTED = Pattern.compile("[A-Za-z0-9._-]{8,64}");

  private Correlation() {}

  /** The present identifier, or {@code null} outside a request or message. */
  public static String current() {
    return (String) MDC.get(KEY);
  }

  /** The present identifier, or a new one if there is none. */
  public static String currentOrNew() {
    String current = current();
    return current == null ? UUID.randomUUID().toString() : current;
  }

  /**
   * Begins work under an identifier from outside. One that is absent, too long or holds other than
   * letters, digits, dot, dash and underscore is replaced, because it ends up in logs.
   *
   * @return the identifier now in force
   */
  public static String begin(String offered) {
    String accepted =
        offered != null && ACCEPTED.matcher(offered).matches()
            ? offered
            : UUID.randomUUID().toString();
    MDC.put(KEY, accepted);
    return accepted;
  }
}
