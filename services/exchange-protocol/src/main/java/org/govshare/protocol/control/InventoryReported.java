package org.govshare.protocol.control;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * The tables that a node's allow-lists open, and nothing else; and what its agent can do.
 *
 * @param type {@value #TYPE}
 * @param at when
 * @param dataSources the node's data sources
 * @param abilities names of {@link AgentAbility}, some of which an older centre may not know; none
 *     from agents that do not tell
 */
public record InventoryReported(
    String type, Instant at, List<InventoryDataSource> dataSources, List<String> abilities)
    implements NodeEvent {
  /** Value of {@code type}. */
  public static final String TYPE = "InventoryReported";

  /** An agent that does not tell can do what the first ones could. */
  public InventoryReported {
    abilities = abilities == null ? List.of() : List.copyOf(abilities);
  }

  /** Reported at a time, by an agent of this version. */
  public static InventoryReported of(Instant at, List<InventoryDataSource> dataSources) {
    List<String> all = Arrays.stream(AgentAbility.values()).map(AgentAbility::name).toList();
    return new InventoryReported(TYPE, at, dataSources, all);
  }
}
