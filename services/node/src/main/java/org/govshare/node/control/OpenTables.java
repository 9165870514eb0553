package org.govshare.node.control;

import java.util.Collection;
import java.util.Map;
import org.govshare.node.database.DataSource;
import org.govshare.node.database.TableName;
import org.govshare.node.run.RunFailure;
import org.govshare.protocol.control.Side;
import org.govshare.protocol.control.StartRun;
import org.govshare.protocol.control.TransferMode;

/** What a node opens to the exchange, by its own configuration alone. */
final class OpenTables {
  private final String node;
  private final Map<String, DataSource> dataSources;

  OpenTables(String node, Map<String, DataSource> dataSources) {
    this.node = node;
    this.dataSources = dataSources;
  }

  /** All data sources. */
  Collection<DataSource> dataSources() {
    return dataSources.values();
  }

  /** A data source, or null if the node has none of that code. */
  DataSource dataSource(String code) {
    return dataSources.get(code);
  }

  /**
   * The data source of a table that may be read or written.
   *
   * @throws RunFailure if there is none, or the table is not on its list
   */
  DataSource allowed(Side side, String dataSource, String schema, String table) {
    DataSource source = dataSources.get(dataSource);
    if (source == null) {
      throw new RunFailure(
          "data-source-unknown", "node " + node + " has no data source " + dataSource);
    }
    TableName name;
    try {
      name = new TableName(schema, table);
    } catch (IllegalArgumentException e) {
      throw new RunFailure("not-allowed", e.getMessage());
    }
    boolean open =
        side == Side.SOURCE ? source.read().contains(name) : source.write().contains(name);
    if (!open) {
      throw new RunFailure(
          "not-allowed",
          "table "
              + name
              + " is not on the "
              + (side == Side.SOURCE ? "read" : "write")
              + " list of data source "
              + dataSource
              + " at node "
              + node);
    }
    return source;
  }

  /**
   * Refuses change capture of a table that is not open to it.
   *
   * @throws RunFailure if the table is not on the data source's capture list
   */
  void requireCapture(StartRun command, DataSource source) {
    TableName table = new TableName(command.schema(), command.table());
    if (command.mode() == TransferMode.CAPTURE
        && command.side() == Side.SOURCE
        && !source.capture().contains(table)) {
      throw new RunFailure(
          "not-allowed",
          "table "
              + table
              + " is not on the capture list of data source "
              + source.code()
              + " at node "
              + node);
    }
  }
}
