package org.govshare.node.target;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.govshare.node.database.Connections;
import org.govshare.node.database.Sql;
import org.govshare.node.database.TableCatalog;
import org.govshare.node.database.TableName;
import org.govshare.node.run.RunFailure;
import org.govshare.protocol.channel.ApplyMode;
import org.govshare.protocol.control.MappedColumn;
import org.govshare.protocol.control.StartRun;
import org.govshare.protocol.crypto.CryptoSuite;
import org.govshare.protocol.crypto.Digest;
import org.govshare.protocol.frame.SchemaHash;
import org.govshare.protocol.receipt.RowBalance;
import org.postgresql.copy.CopyIn;

/** Brings rows into the target table within the caller's transaction. */
final class TableWriter implements RowWriter {
  private static final byte[] HEADER = header();
  private static final byte[] TRAILER = {-1, -1};
  private static final int PIECE = 64 << 10;
  private static final String STAGE = "pg_temp.govshare_stage";

  private final Connection connection;
  private final TableName table;
  private final List<String> columns;
  private final List<String> key;
  private final CryptoSuite suite;
  private final String columnList;
  private boolean staged;

  TableWriter(Connection connection, StartRun command) {
    this.connection = connection;
    this.table = new TableName(command.schema(), command.table());
    this.columns = command.columns().stream().map(MappedColumn::target).toList();
    this.key = command.targetKeyColumns();
    this.suite = command.suite();
    this.columnList = columns.stream().map(Sql::quote).collect(Collectors.joining(", "));
  }

  /** Hash of the mapped columns as the target's catalogue has them now. */
  Digest schemaHash() throws SQLException {
    Map<String, TableCatalog.Column> catalog = TableCatalog.columns(connection, table);
    if (catalog.isEmpty()) {
      throw new RunFailure("table-missing", "there is no table " + table);
    }
    List<SchemaHash.Column> found = new ArrayList<>();
    for (String name : columns) {
      TableCatalog.Column column = catalog.get(name);
      if (column == null) {
        throw new RunFailure("column-missing", "table " + table + " has no column " + name);
      }
      found.add(new SchemaHash.Column(name, column.type()));
    }
    return SchemaHash.of(suite, found);
  }

  /**
   * Keeps the table's definition as it is until the transaction ends, and marks what the
   * transaction writes as written by the platform, so that change capture leaves it out.
   */
  void holdDefinition() throws SQLException {
    hold("LOCK TABLE ONLY " + table.quoted() + " IN ROW EXCLUSIVE MODE");
  }

  /** The same, and nobody else writes the table meanwhile; whoever reads it is not held up. */
  void holdContent() throws SQLException {
    hold("LOCK TABLE " + table.quoted() + " IN SHARE ROW EXCLUSIVE MODE");
  }

  private void hold(String lock) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(lock + "; SET LOCAL govshare.applied = 'on'");
    }
  }

  /** Whether the table has no row. */
  boolean empty() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT NOT EXISTS (SELECT 1 FROM " + table.quoted() + ")")) {
      rows.next();
      return rows.getBoolean(1);
    }
  }

  @Override
  public RowBalance write(ApplyMode mode, byte[] tuples, int offset, int length, int rows)
      throws SQLException {
    if (mode == ApplyMode.DIRECT) {
      copy(table.quoted() + " (" + columnList + ")", tuples, offset, length, rows);
      return RowBalance.allApplied(rows);
    }
    stage();
    copy(STAGE + " (" + columnList + ")", tuples, offset, length, rows);
    return merge(rows);
  }

  @Override
  public void prepare(ApplyMode mode) throws SQLException {
    if (mode != ApplyMode.DIRECT) {
      stage();
    }
  }

  /** Whether rows can be written by their key. */
  boolean hasKey() throws SQLException {
    return !key.isEmpty()
        && columns.containsAll(key)
        && TableCatalog.unique(connection, table, key);
  }

  @Override
  public int[] keyFields() {
    return key.stream().mapToInt(columns::indexOf).toArray();
  }

  @Override
  public void clear(ApplyMode mode) throws SQLException {
    if (mode != ApplyMode.DIRECT) {
      try (Statement statement = connection.createStatement()) {
        statement.execute("TRUNCATE " + STAGE);
      }
    }
  }

  @Override
  public void parked(Tuples rows, int row) {
    // Nothing removes rows here.
  }

  /** Has constraints that wait for the commit speak now. */
  void checkConstraints() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET CONSTRAINTS ALL IMMEDIATE");
    }
  }

  /** Copies tuples into a table; the number of rows is the one that there must be. */
  void copy(String into, byte[] tuples, int offset, int length, int rows) throws SQLException {
    copy(connection, into, tuples, offset, length, rows);
  }

  /** The same on a connection. */
  static void copy(
      Connection connection, String into, byte[] tuples, int offset, int length, int rows)
      throws SQLException {
    CopyIn copy =
        Connections.driver(connection)
            .getCopyAPI()
            .copyIn("COPY " + into + " FROM STDIN (FORMAT binary)");
    try {
      copy.writeToCopy(HEADER, 0, HEADER.length);
      for (int at = 0; at < length; at += PIECE) {
        copy.writeToCopy(tuples, offset + at, Math.min(PIECE, length - at));
      }
      copy.writeToCopy(TRAILER, 0, TRAILER.length);
      long written = copy.endCopy();
      if (written != rows) {
        throw new RunFailure("row-count", "the frame says " + rows + " rows but holds " + written);
      }
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }

  /** Makes the staging table once per connection; it empties itself at each commit. */
  private void stage() throws SQLException {
    if (staged) {
      return;
    }
    if (key == null || key.isEmpty() || !columns.containsAll(key)) {
      throw new RunFailure("key-missing", "the run maps no key of table " + table);
    }
    if (!TableCatalog.unique(connection, table, key)) {
      throw new RunFailure(
          "key-missing", "table " + table + " has no unique index over " + String.join(", ", key));
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TEMPORARY TABLE IF NOT EXISTS govshare_stage ON COMMIT DELETE ROWS AS SELECT "
              + columnList
              + " FROM "
              + table.quoted()
              + " WITH NO DATA");
      statement.execute(
          "ALTER TABLE "
              + STAGE
              + " ADD COLUMN IF NOT EXISTS govshare_ordinal bigint GENERATED ALWAYS AS IDENTITY");
    }
    staged = true;
  }

  /** Whatever the stage remembers is gone with a rolled back transaction. */
  void rolledBack() {
    staged = false;
  }

  /** Of several rows with one key the last one counts. */
  private RowBalance merge(int rows) throws SQLException {
    String keys = key.stream().map(Sql::quote).collect(Collectors.joining(", "));
    // A row that is all key is written too, so that the count of rows is the count of keys.
    List<String> written =
        columns.size() == key.size()
            ? key.subList(0, 1)
            : columns.stream().filter(column -> !key.contains(column)).toList();
    String changes =
        written.stream()
            .map(column -> Sql.quote(column) + " = EXCLUDED." + Sql.quote(column))
            .collect(Collectors.joining(", "));
    String sql =
        "INSERT INTO "
            + table.quoted()
            + " ("
            + columnList
            + ") SELECT "
            + columnList
            + " FROM (SELECT DISTINCT ON ("
            + keys
            + ") * FROM "
            + STAGE
            + " ORDER BY "
            + keys
            + ", govshare_ordinal DESC) AS latest ON CONFLICT ("
            + keys
            + ") DO UPDATE SET "
            + changes;
    try (Statement statement = connection.createStatement()) {
      int applied = statement.executeUpdate(sql);
      int distinct = applied == rows ? rows : distinct(statement, keys);
      if (applied != distinct) {
        throw new RunFailure(
            "rows-not-taken",
            "of "
                + distinct
                + " rows table "
                + table
                + " took "
                + applied
                + "; a trigger left out");
      }
      return new RowBalance(applied, 0, rows - distinct);
    }
  }

  private static int distinct(Statement statement, String keys) throws SQLException {
    try (ResultSet counted =
        statement.executeQuery(
            "SELECT count(*) FROM (SELECT DISTINCT " + keys + " FROM " + STAGE + ") AS keys")) {
      counted.next();
      return counted.getInt(1);
    }
  }

  private static byte[] header() {
    byte[] signature = "PGCOPY\n".getBytes(StandardCharsets.US_ASCII);
    byte[] header = new byte[19];
    System.arraycopy(signature, 0, header, 0, signature.length);
    byte[] rest = HexFormat.of().parseHex("ff0d0a00");
    System.arraycopy(rest, 0, header, signature.length, rest.length);
    return header;
  }
}
