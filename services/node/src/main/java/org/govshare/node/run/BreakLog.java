package org.govshare.node.run;

import java.time.Duration;
import org.govshare.protocol.control.StartRun;
import org.jboss.logging.Logger;

/**
 * Logs the breaks of one session: a break that keeps coming back is a warning once a minute only,
 * so that a broker that is down for hours does not fill the disk.
 */
public final class BreakLog {
  private static final long QUIET = Duration.ofMinutes(1).toNanos();

  private final Logger log;
  private final String prefix;
  private String last;
  private long lastAt;

  /** For a side of a run. */
  public BreakLog(Logger log, StartRun command) {
    this(
        log,
        "run="
            + command.runId()
            + " channel="
            + command.channelId()
            + " side="
            + command.side().name().toLowerCase(java.util.Locale.ROOT));
  }

  /** For anything else that is tried again and again. */
  public BreakLog(Logger log, String prefix) {
    this.log = log;
    this.prefix = prefix;
  }

  /** A break. */
  public void broken(Exception cause) {
    long now = System.nanoTime();
    String text = cause.toString();
    if (!text.equals(last) || now - lastAt > QUIET) {
      log.warnf("%s break=%s", prefix, text);
      last = text;
      lastAt = now;
    }
    log.debug(prefix, cause);
  }
}
