package org.govshare.node.look;

import java.io.IOException;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.govshare.node.capture.Readers;
import org.govshare.node.capture.Written;
import org.govshare.node.database.Connections;
import org.govshare.node.database.DataSource;
import org.govshare.node.database.RowExpressions;
import org.govshare.node.database.TableCatalog;
import org.govshare.node.database.TableName;
import org.govshare.node.source.MarkedRuns;
import org.govshare.node.state.NodeState;
import org.govshare.node.state.RunMark;
import org.govshare.node.target.Brought;
import org.govshare.protocol.control.ComputeDigest;
import org.govshare.protocol.control.DigestColumn;
import org.govshare.protocol.control.DigestLook;
import org.govshare.protocol.control.DigestLooked;
import org.govshare.protocol.control.Side;
import org.govshare.protocol.control.TransferMode;
import org.govshare.protocol.crypto.ReconciliationKey;

/**
 * What one look saw, in one snapshot.
 *
 * @param rows how many rows were summed or told
 * @param sum their sum in decimal
 * @param looked what is told to the centre
 */
public record TableLook(long rows, String sum, DigestLooked looked) {

  /** Looks at a table. */
  public static TableLook of(
      ComputeDigest command, DataSource source, ReconciliationKey key, NodeState disk)
      throws SQLException, IOException {
    try (Connection connection = Connections.reader(source)) {
      Looking looking = new Looking(connection, command);
      TableLook look =
          command.side() == Side.SOURCE ? looking.source(key, disk) : looking.target(key);
      connection.rollback();
      return look;
    }
  }

  /** One look under way. */
  private static final class Looking {
    private final Connection connection;
    private final ComputeDigest command;
    private final DigestLook look;
    private final TableName table;
    private final RowExpressions values;
    private final LookQuery query;

    Looking(Connection connection, ComputeDigest command) throws SQLException {
      this.connection = connection;
      this.command = command;
      this.look = command.look();
      this.table = new TableName(command.schema(), command.table());
      this.values = new RowExpressions(table, TableCatalog.columns(connection, table));
      this.query = new LookQuery(command, values);
    }

    TableLook source(ReconciliationKey key, NodeState disk) throws SQLException, IOException {
      RunMark mark = MarkedRuns.of(disk, connection, look.baseRun(), look.channels());
      if (!SettledRows.known(connection, table)) {
        mark = null;
      }
      String from = table.quoted() + " t";
      List<String> conditions = values.conditions(command.filter());
      if (!look.rows()) {
        return sums(key, from, conditions, mark != null, 0);
      }
      String settled = SettledRows.expression(mark, look, values);
      values.bind(connection);
      query.bind(connection, key);
      List<DigestLooked.Row> rows = read(query.rows(from, conditions, settled));
      boolean truncated = false;
      if (look.mode() == TransferMode.CAPTURE) {
        Written written = mark == null ? null : Readers.written(connection, look.channels());
        truncated = written == null || written.truncatedSince(connection, mark.oldest());
        if (!truncated) {
          Set<String> there = new HashSet<>();
          rows.forEach(row -> there.add(row.key()));
          List<String> recent = recent(written, mark.oldest());
          truncated = recent.size() > DigestLook.ROWS;
          for (String gone : recent) {
            if (there.add(gone)) {
              rows.add(new DigestLooked.Row(gone, null, false));
            }
          }
        }
      }
      return told(rows, mark != null, truncated, 0);
    }

    private List<String> recent(Written written, long oldest) throws SQLException {
      List<DigestColumn> key = query.keyColumns();
      List<String> recorded = new ArrayList<>();
      for (DigestColumn column : key) {
        TableCatalog.Column own = values.column(column.name());
        recorded.add(
            LookQuery.cast(
                RowExpressions.cast(
                    written.recorded(column.name()), RowExpressions.sqlType(own.baseType())),
                column));
      }
      List<String> keys = new ArrayList<>();
      String sql = query.written(written.changes(), recorded, Long.toString(oldest));
      try (Statement statement = connection.createStatement();
          ResultSet rows = statement.executeQuery(sql)) {
        while (rows.next()) {
          keys.add(rows.getString(1));
        }
      }
      return keys;
    }

    TableLook target(ReconciliationKey key) throws SQLException {
      String from = table.quoted() + " t";
      List<String> conditions = new ArrayList<>();
      if (look.mode() == TransferMode.CAPTURE) {
        // Rows that others have put there are none of the channel's concern.
        String brought = Brought.by(connection, look.serviceId(), table);
        if (brought == null) {
          conditions.add("false");
        } else {
          from += brought;
        }
      }
      long parked = Brought.parked(connection, look.serviceId(), table);
      if (!look.rows()) {
        return sums(key, from, conditions, true, parked);
      }
      values.bind(connection);
      query.bind(connection, key);
      return told(read(query.rows(from, conditions, "true")), true, false, parked);
    }

    private TableLook sums(
        ReconciliationKey key, String from, List<String> conditions, boolean marked, long parked)
        throws SQLException {
      String sql = query.sums(from, conditions);
      values.bind(connection);
      query.bind(connection, key);
      List<DigestLooked.Group> groups = new ArrayList<>();
      long count = 0;
      BigInteger sum = BigInteger.ZERO;
      try (PreparedStatement statement = connection.prepareStatement(sql);
          ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          groups.add(new DigestLooked.Group(rows.getInt(1), rows.getLong(2), rows.getString(3)));
          count += rows.getLong(2);
          sum = sum.add(new BigInteger(rows.getString(3)));
        }
      }
      return new TableLook(
          count,
          sum.toString(),
          new DigestLooked(look.number(), groups, null, false, marked, false, parked));
    }

    private List<DigestLooked.Row> read(String sql) throws SQLException {
      List<DigestLooked.Row> rows = new ArrayList<>();
      try (PreparedStatement statement = connection.prepareStatement(sql);
          ResultSet found = statement.executeQuery()) {
        while (found.next()) {
          rows.add(
              new DigestLooked.Row(found.getString(1), found.getString(2), found.getBoolean(3)));
        }
      }
      return rows;
    }

    private TableLook told(
        List<DigestLooked.Row> rows, boolean marked, boolean truncated, long parked) {
      rows.sort((one, other) -> one.key().compareTo(other.key()));
      boolean cut = rows.size() > DigestLook.ROWS;
      List<DigestLooked.Row> told = cut ? rows.subList(0, DigestLook.ROWS) : rows;
      return new TableLook(
          told.size(),
          "0",
          new DigestLooked(look.number(), null, told, cut, marked, truncated, parked));
    }
  }
}
