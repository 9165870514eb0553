package org.govshare.node.source;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.govshare.node.database.Connections;
import org.govshare.node.database.DataSource;
import org.govshare.node.database.TableCatalog;
import org.govshare.node.database.TableName;
import org.govshare.node.run.SessionContext;
import org.govshare.node.state.NodeState;
import org.govshare.node.state.RunMark;
import org.govshare.protocol.control.StartRun;
import org.govshare.protocol.control.TransferMode;

/** Marks what a source holds before a run reads it, so that a reconciliation can tell later. */
public final class MarkedRuns {
  private MarkedRuns() {}

  /** Marks a run, once: what is read after a break is read after the mark all the same. */
  static void mark(SessionContext context, DataSource source, StartRun command)
      throws SQLException, IOException {
    if (context.disk().mark(command.channelId(), command.runId()) != null) {
      return;
    }
    try (Connection connection = Connections.query(source)) {
      List<String> bounds = List.of();
      if (command.mode() == TransferMode.INCREMENT) {
        TableName table = new TableName(command.schema(), command.table());
        TableCatalog.Column column =
            TableCatalog.columns(connection, table).get(command.watermarkColumn());
        if (column == null || !column.baseType().startsWith("timestamp")) {
          // The run will say so.
          return;
        }
        bounds =
            List.of(
                SourceDatabase.bound(
                    connection,
                    source,
                    KeyType.of(column.name(), column.baseType()),
                    context.settings().safetyMargin(),
                    command.overlap()));
      }
      String system = SourceDatabase.identity(connection);
      try (Statement statement = connection.createStatement();
          ResultSet rows =
              statement.executeQuery(
                  "SELECT CAST(pg_catalog.pg_snapshot_xmin(pg_catalog.pg_current_snapshot())"
                      + " AS text)")) {
        rows.next();
        context
            .disk()
            .save(
                command.channelId(), new RunMark(command.runId(), system, rows.getLong(1), bounds));
      }
    }
  }

  /**
   * What was marked before all channels of a run; null if that is not known, or the database is not
   * the one that was marked.
   */
  public static RunMark of(NodeState disk, Connection connection, UUID run, List<UUID> channels)
      throws SQLException, IOException {
    if (run == null || channels.isEmpty()) {
      return null;
    }
    String system = SourceDatabase.identity(connection);
    long oldest = Long.MAX_VALUE;
    List<String> bounds = new ArrayList<>();
    for (UUID channel : channels) {
      RunMark mark = disk.mark(channel, run);
      if (mark == null || !mark.system().equals(system)) {
        return null;
      }
      oldest = Math.min(oldest, mark.oldest());
      bounds.addAll(mark.bounds());
    }
    return new RunMark(run, system, oldest, bounds);
  }
}
