package org.govshare.protocol.control;

import java.time.Instant;
import java.util.List;

/**
 * The tables that a node's allow-lists open, and nothing else.
 *
 * @param type {@value #TYPE}
 * @param at when
 * @param dataSources the node's data sources
 */
public record InventoryReported(String type, Instant at, List<InventoryDataSource> dataSources)
    implements NodeEvent {
  /** Value of {@code type}. */
  public static final String TYPE = "InventoryReported";

  /** Reported at a time. */
  public static InventoryReported of(Instant at, List<InventoryDataSource> dataSources) {
    return new InventoryReported(TYPE, at, dataSources);
  }
}
