package org.govshare.monitoring.intake;

import java.time.Instant;
import java.util.regex.Pattern;

/** Rules for what every message of a node says. */
public final class NodeReport {

  private static final Pattern NODE = Pattern.compile("[a-z][a-z0-9-]{0,31}");
  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

  private NodeReport() {}

  /**
   * The code of the node that speaks.
   *
   * @throws UnusableMessage if it is absent or not a node's code
   */
  public static String node(String code) {
    if (code == null || !NODE.matcher(code).matches()) {
      throw new UnusableMessage("without the code of a node");
    }
    return code;
  }

  /**
   * When a message was made. A node whose clock is ahead is taken to speak now, or it would seem
   * alive long after it has stopped.
   *
   * @throws UnusableMessage if it is absent or before this century
   */
  public static Instant time(Instant said, Instant now) {
    if (said == null || said.isBefore(EARLIEST)) {
      throw new UnusableMessage("without a time");
    }
    return said.isAfter(now) ? now : said;
  }
}
