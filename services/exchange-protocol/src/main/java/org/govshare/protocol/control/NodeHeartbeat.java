package org.govshare.protocol.control;

import java.time.Instant;

/**
 * Sign of life, as sent on {@code telemetry.monitoring} every five seconds.
 *
 * @param type {@value #TYPE}
 * @param node who speaks
 * @param agentVersion version of its agent
 * @param at when
 */
public record NodeHeartbeat(String type, String node, String agentVersion, Instant at) {
  /** Value of {@code type}. */
  public static final String TYPE = "NodeHeartbeat";

  /** Alive at a time. */
  public static NodeHeartbeat of(String node, String agentVersion, Instant at) {
    return new NodeHeartbeat(TYPE, node, agentVersion, at);
  }
}
