package org.govshare.protocol.control;

import java.util.List;

/**
 * A table of a data source.
 *
 * @param schema its schema
 * @param name its name
 * @param approximateRows the database's own estimate, or -1 when it has none
 * @param columns in the table's order
 * @param primaryKey columns of the primary key, empty without one
 * @param uniqueKeys columns of each unique index that covers every row, the primary key's included
 * @param capture whether its changes can be captured; null where the node does not permit it, and
 *     from agents that do not know of it
 * @param comment the database's comment on it, or null; null from agents that do not read it too
 */
public record InventoryTable(
    String schema,
    String name,
    long approximateRows,
    List<InventoryColumn> columns,
    List<String> primaryKey,
    List<List<String>> uniqueKeys,
    CaptureFitness capture,
    String comment) {

  /** A table whose changes are not captured, without a comment. */
  public InventoryTable(
      String schema,
      String name,
      long approximateRows,
      List<InventoryColumn> columns,
      List<String> primaryKey,
      List<List<String>> uniqueKeys) {
    this(schema, name, approximateRows, columns, primaryKey, uniqueKeys, null, null);
  }
}
