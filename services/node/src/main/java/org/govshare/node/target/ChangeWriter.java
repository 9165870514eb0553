package org.govshare.node.target;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import org.govshare.node.database.Sql;
import org.govshare.node.database.TableCatalog;
import org.govshare.node.database.TableName;
import org.govshare.node.run.RunFailure;
import org.govshare.node.run.SqlFailures;
import org.govshare.protocol.channel.ApplyMode;
import org.govshare.protocol.control.MappedColumn;
import org.govshare.protocol.control.StartRun;
import org.govshare.protocol.receipt.RowBalance;

/**
 * Brings changes into the target table within the caller's transaction: inserts, updates and
 * deletes by key, and what a TRUNCATE removes. Beside the table it keeps the version of each row
 * that it has brought, so that an older one does not take a newer one's place; it deletes no row
 * that it has not brought.
 */
final class ChangeWriter implements RowWriter {
  private static final String STAGE = "pg_temp.govshare_changes";
  private static final String OPERATION = "govshare_operation";
  private static final String VERSION = "govshare_version";

  /** Operation and version come before the columns. */
  private static final int EXTRA_FIELDS = 2;

  private final Connection connection;
  private final TableWriter table;
  private final TableName name;
  private final StartRun command;
  private final List<String> columns;
  private final List<String> key;
  private final String keyList;
  private final String columnList;
  private boolean staged;
  private boolean waitForOthers;

  ChangeWriter(Connection connection, TableWriter table, StartRun command) {
    this.connection = connection;
    this.table = table;
    this.name = new TableName(command.schema(), command.table());
    this.command = command;
    this.columns = command.columns().stream().map(MappedColumn::target).toList();
    this.key = command.targetKeyColumns();
    this.keyList = quoted(key);
    this.columnList = quoted(columns);
  }

  /** What there is of each operation in a frame. */
  private record Content(
      int rows, int begins, int copies, int truncates, long truncated, boolean unversioned) {}

  /** Whether rows of other lanes are left in their place, because their own change may come. */
  void waitForOthers(boolean wait) {
    waitForOthers = wait;
  }

  /** Writes tuples of {@code RowFormat.POSTGRES_CHANGES}, by their key whatever the mode. */
  @Override
  public RowBalance write(ApplyMode mode, byte[] tuples, int offset, int length, int rows)
      throws SQLException {
    stage();
    table.copy(
        STAGE + " (" + OPERATION + ", " + VERSION + ", " + columnList + ")",
        tuples,
        offset,
        length,
        rows);
    Content content = content();
    if (content.begins() + content.truncates() > 0 && content.rows() > 1
        || content.copies() > 0 && content.copies() < content.rows()) {
      throw new RunFailure("frame-order", "a frame mixes a copy, a TRUNCATE and changes");
    }
    Replica replica = new Replica(connection, command);
    if (content.begins() > 0) {
      replica.begin();
      return RowBalance.allApplied(rows);
    }
    replica.lock();
    if (content.copies() > 0) {
      if (!replica.copying()) {
        throw new RunFailure("frame-order", "rows of a copy that has not begun");
      }
    } else {
      replica.finishCopy();
    }
    if (content.truncates() > 0) {
      replica.truncate(content.truncated());
      return RowBalance.allApplied(rows);
    }
    if (content.unversioned()) {
      takeVersions(replica);
    }
    int superseded = merge(replica);
    return new RowBalance(rows - superseded, 0, superseded);
  }

  @Override
  public void prepare(ApplyMode mode) throws SQLException {
    stage();
  }

  @Override
  public void clear(ApplyMode mode) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("TRUNCATE " + STAGE);
    }
  }

  @Override
  public int[] keyFields() {
    return key.stream().mapToInt(column -> columns.indexOf(column) + EXTRA_FIELDS).toArray();
  }

  /** Counts as brought in its version, so that the end of a copy does not delete what is there. */
  @Override
  public void parked(Tuples rows, int row) throws SQLException {
    int[] wanted = new int[EXTRA_FIELDS + key.size()];
    wanted[1] = 1;
    System.arraycopy(keyFields(), 0, wanted, EXTRA_FIELDS, key.size());
    byte[] fields = rows.fields(row, wanted);
    byte[] tuple = new byte[2 + fields.length];
    tuple[1] = (byte) wanted.length;
    System.arraycopy(fields, 0, tuple, 2, fields.length);
    Replica replica = new Replica(connection, command);
    replica.lock();
    clear(ApplyMode.UPSERT);
    table.copy(
        STAGE + " (" + OPERATION + ", " + VERSION + ", " + keyList + ")",
        tuple,
        0,
        tuple.length,
        1);
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(
          "UPDATE "
              + replica.versions()
              + " o SET govshare_generation = "
              + replica.generation()
              + ", govshare_version = coalesce(s.govshare_version, o.govshare_version)"
              + ", govshare_displaced = false, govshare_lane = "
              + replica.lane()
              + " FROM "
              + STAGE
              + " s WHERE "
              + same("s", "o"));
    }
  }

  /** The run has ended; a copy with it, if nothing came after it. */
  void end() throws SQLException {
    Replica replica = new Replica(connection, command);
    if (!replica.lockIfThere()) {
      return;
    }
    replica.finishCopy();
    Displacement displacement = new Displacement(connection, name, key);
    boolean own = displacement.pending(replica.versions(), ofLane(replica));
    if (!own && !displacement.pending(replica.versions(), "true")) {
      return;
    }
    String shared =
        "rows of the source share a value of a unique index of table "
            + name
            + ", which can hold but one of them";
    if (!own && waitForOthers) {
      // A row of another lane made way, and is still to come there.
      throw new SQLException(shared, SqlFailures.UNIQUE_VIOLATION);
    }
    throw new RunFailure("constraint-violated", shared);
  }

  private static String ofLane(Replica replica) {
    return "o.govshare_lane = " + replica.lane();
  }

  /** Whatever the stage remembers is gone with a rolled back transaction. */
  void rolledBack() {
    staged = false;
  }

  /** Rows that are sent again are of the version that is here: nothing has been written since. */
  private void takeVersions(Replica replica) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(
          "UPDATE "
              + STAGE
              + " s SET govshare_version = coalesce((SELECT o.govshare_version FROM "
              + replica.versions()
              + " o WHERE "
              + same("s", "o")
              + " AND o.govshare_generation = "
              + replica.generation()
              + "), 0) WHERE s.govshare_version IS NULL");
    }
  }

  /** Gives the number of rows in whose place later ones are, in this frame or before it. */
  private int merge(Replica replica) throws SQLException {
    String sameKey = same("s", "o");
    int superseded = 0;
    try (Statement statement = connection.createStatement()) {
      superseded +=
          statement.executeUpdate(
              "DELETE FROM "
                  + STAGE
                  + " s USING "
                  + STAGE
                  + " o WHERE "
                  + sameKey
                  + " AND (o.govshare_version, o.govshare_ordinal) > (s.govshare_version,"
                  + " s.govshare_ordinal)");
      superseded +=
          statement.executeUpdate(
              "DELETE FROM "
                  + STAGE
                  + " s USING "
                  + replica.versions()
                  + " o WHERE "
                  + sameKey
                  + " AND (o.govshare_generation, o.govshare_version) > ("
                  + replica.generation()
                  + ", s.govshare_version)");
      statement.executeUpdate(
          "DELETE FROM "
              + name.quoted()
              + " t USING "
              + STAGE
              + " s, "
              + replica.versions()
              + " o WHERE s.govshare_operation = 'D' AND "
              + same("t", "s")
              + " AND "
              + sameKey
              + " AND NOT o.govshare_deleted");
      upsert(statement, replica);
      statement.executeUpdate(
          "INSERT INTO "
              + replica.versions()
              + " ("
              + keyList
              + ", govshare_generation, govshare_version, govshare_deleted, govshare_displaced,"
              + " govshare_lane)"
              + " SELECT "
              + keyList
              + ", "
              + replica.generation()
              + ", govshare_version, govshare_operation = 'D', false, "
              + replica.lane()
              + " FROM "
              + STAGE
              + " ON CONFLICT ("
              + keyList
              + ") DO UPDATE SET govshare_generation = EXCLUDED.govshare_generation,"
              + " govshare_version = EXCLUDED.govshare_version,"
              + " govshare_deleted = EXCLUDED.govshare_deleted, govshare_displaced = false,"
              + " govshare_lane = EXCLUDED.govshare_lane");
    }
    return superseded;
  }

  private void upsert(Statement statement, Replica replica) throws SQLException {
    Savepoint before = connection.setSavepoint();
    try {
      statement.executeUpdate(upsert());
    } catch (SQLException e) {
      Displacement displacement = new Displacement(connection, name, key);
      connection.rollback(before);
      if (!SqlFailures.uniqueViolation(e) || !displacement.possible()) {
        throw e;
      }
      displacement.makeWay(STAGE, replica.versions(), waitForOthers ? ofLane(replica) : "true");
      statement.executeUpdate(upsert());
    }
  }

  private String upsert() {
    String changes =
        columns.stream()
            .filter(column -> !key.contains(column))
            .map(column -> Sql.quote(column) + " = EXCLUDED." + Sql.quote(column))
            .collect(Collectors.joining(", "));
    return "INSERT INTO "
        + name.quoted()
        + " ("
        + columnList
        + ") SELECT "
        + columnList
        + " FROM "
        + STAGE
        + " WHERE govshare_operation <> 'D' ON CONFLICT ("
        + keyList
        + ") "
        + (changes.isEmpty() ? "DO NOTHING" : "DO UPDATE SET " + changes);
  }

  private Content content() throws SQLException {
    String sql =
        "SELECT count(*), count(*) FILTER (WHERE govshare_operation = 'B'),"
            + " count(*) FILTER (WHERE govshare_operation = 'C'),"
            + " count(*) FILTER (WHERE govshare_operation = 'T'),"
            + " max(govshare_version) FILTER (WHERE govshare_operation = 'T'),"
            + " bool_or(govshare_version IS NULL) FROM "
            + STAGE;
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet rows = statement.executeQuery()) {
      rows.next();
      return new Content(
          rows.getInt(1),
          rows.getInt(2),
          rows.getInt(3),
          rows.getInt(4),
          rows.getLong(5),
          rows.getBoolean(6));
    }
  }

  private void stage() throws SQLException {
    if (staged) {
      return;
    }
    if (key.isEmpty() || !columns.containsAll(key)) {
      throw new RunFailure("key-missing", "the run maps no key of table " + name);
    }
    if (!TableCatalog.unique(connection, name, key)) {
      throw new RunFailure(
          "key-missing", "table " + name + " has no unique index over " + String.join(", ", key));
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TEMPORARY TABLE IF NOT EXISTS govshare_changes ON COMMIT DELETE ROWS AS SELECT"
              + " CAST(NULL AS \"char\") AS govshare_operation,"
              + " CAST(NULL AS bigint) AS govshare_version, "
              + columnList
              + " FROM "
              + name.quoted()
              + " WITH NO DATA");
      statement.execute(
          "ALTER TABLE "
              + STAGE
              + " ADD COLUMN IF NOT EXISTS govshare_ordinal bigint GENERATED ALWAYS AS IDENTITY");
    }
    staged = true;
  }

  private String same(String one, String other) {
    return Replica.same(key, one, other);
  }

  private static String quoted(List<String> names) {
    return names.stream().map(Sql::quote).collect(Collectors.joining(", "));
  }
}
