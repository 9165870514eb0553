package org.govshare.protocol.control;

import java.time.Instant;

/**
 * A logical node has started.
 *
 * @param type {@value #TYPE}
 * @param at when
 * @param agentVersion version of the agent that hosts it
 */
public record NodeStarted(String type, Instant at, String agentVersion) implements NodeEvent {
  /** Value of {@code type}. */
  public static final String TYPE = "NodeStarted";

  /** Started now. */
  public static NodeStarted of(Instant at, String agentVersion) {
    return new NodeStarted(TYPE, at, agentVersion);
  }
}
