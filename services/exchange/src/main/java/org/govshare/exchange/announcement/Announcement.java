package org.govshare.exchange.announcement;

import java.util.Objects;

/**
 * Something to tell one consumer.
 *
 * @param consumer {@code monitoring} or {@code node.<code>}
 * @param body the fact or command; its class names the type
 */
public record Announcement(String consumer, Record body) {

  private static final String MONITORING = "monitoring";
  private static final String NODE = "node.";

  /** Refuses what cannot be sent. */
  public Announcement {
    Objects.requireNonNull(consumer, "consumer");
    Objects.requireNonNull(body, "body");
  }

  /** A fact for monitoring. */
  public static Announcement toMonitoring(Record fact) {
    return new Announcement(MONITORING, fact);
  }

  /** A command for a node. */
  public static Announcement toNode(String node, Record command) {
    return new Announcement(NODE + node, command);
  }

  /** The code of the node that it is a command for. */
  public String nodeCode() {
    if (!consumer.startsWith(NODE)) {
      throw new IllegalStateException(consumer + " is no node");
    }
    return consumer.substring(NODE.length());
  }
}
