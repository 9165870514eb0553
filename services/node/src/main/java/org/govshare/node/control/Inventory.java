package org.govshare.node.control;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.govshare.node.capture.Fitness;
import org.govshare.node.database.Connections;
import org.govshare.node.database.DataSource;
import org.govshare.node.database.TableCatalog;
import org.govshare.node.database.TableName;
import org.govshare.protocol.control.CaptureFitness;
import org.govshare.protocol.control.InventoryColumn;
import org.govshare.protocol.control.InventoryDataSource;
import org.govshare.protocol.control.InventoryTable;

/** Reads which of the allowed tables exist, and how they are made. */
final class Inventory {
  private Inventory() {}

  static InventoryDataSource of(DataSource source) throws SQLException {
    Set<TableName> allowed = new TreeSet<>(source.read().tables());
    allowed.addAll(source.write().tables());
    List<InventoryTable> tables = new ArrayList<>();
    try (Connection connection = Connections.query(source)) {
      for (TableName table : allowed) {
        Map<String, TableCatalog.Column> columns = TableCatalog.columns(connection, table);
        if (!columns.isEmpty()) {
          tables.add(
              table(
                  connection,
                  table,
                  columns,
                  source.capture().contains(table) ? Fitness.of(connection, table) : null));
        }
      }
    }
    return new InventoryDataSource(source.code(), "postgresql", source.direction(), tables);
  }

  private static InventoryTable table(
      Connection connection,
      TableName name,
      Map<String, TableCatalog.Column> columns,
      CaptureFitness capture)
      throws SQLException {
    List<TableCatalog.UniqueKey> keys = TableCatalog.uniqueKeys(connection, name);
    return new InventoryTable(
        name.schema(),
        name.table(),
        TableCatalog.approximateRows(connection, name),
        columns.values().stream()
            .map(
                column ->
                    new InventoryColumn(
                        column.name(),
                        column.type(),
                        column.nullable(),
                        column.position(),
                        column.comment()))
            .toList(),
        keys.stream()
            .filter(TableCatalog.UniqueKey::primary)
            .findFirst()
            .map(TableCatalog.UniqueKey::columns)
            .orElse(List.of()),
        keys.stream().map(TableCatalog.UniqueKey::columns).toList(),
        capture,
        TableCatalog.comment(connection, name));
  }
}
