package org.govshare.node.capture;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.govshare.node.database.Sql;
import org.govshare.node.database.TableName;
import org.govshare.node.run.RunFailure;
import org.govshare.protocol.control.CaptureFitness;

/**
 * Installs triggers on a table and tells whether they are as they were left. Works within the
 * caller's transaction.
 *
 * <p>A trigger records the key of each row that was written, and of the columns that row filters
 * ask for the values that the row had before. It does not keep the new row: readers read that from
 * the table, in their own snapshot. Keys and kept values are made by functions whose body
 * PostgreSQL follows through renames, so that a change of the table cannot make the triggers fail
 * and with them the writes of others.
 */
public final class Installer {
  private final Connection connection;
  private final TableName table;
  private final List<String> key;

  /** An installer for a table and a key. */
  public Installer(Connection connection, TableName table, List<String> key) {
    this.connection = connection;
    this.table = table;
    this.key = List.copyOf(key);
  }

  /**
   * Begins to capture, or goes on if the triggers are whole. When it has been committed, every
   * transaction that changes the table and is not seen by a later snapshot is recorded.
   *
   * @param kept columns whose former values are to be recorded
   */
  public Installation install(Set<String> kept) throws SQLException {
    CaptureFitness fitness = Fitness.of(connection, table);
    if (fitness != CaptureFitness.FIT) {
      throw new RunFailure(
          "capture-not-possible",
          "changes of table " + table + " cannot be captured without missing some: " + fitness);
    }
    CaptureSchema.prepare(connection);
    Installation found = find();
    if (found != null && broken(found) != null) {
      remove(connection, found);
      found = null;
    }
    if (found == null) {
      return create(List.copyOf(kept));
    }
    if (found.keptColumns().containsAll(kept)) {
      return found;
    }
    Set<String> all = new LinkedHashSet<>(found.keptColumns());
    all.addAll(kept);
    lockTable();
    execute(keptFunction(found, List.copyOf(all)));
    try (PreparedStatement statement =
        connection.prepareStatement(
            "UPDATE govshare_capture.installation SET kept_columns = ? WHERE number = ?")) {
      statement.setArray(1, array(all));
      statement.setInt(2, found.number());
      statement.executeUpdate();
    }
    return new Installation(found.number(), found.incarnation(), key, List.copyOf(all));
  }

  /**
   * The installation that an earlier run left, checked.
   *
   * @throws RunFailure if it is gone, or may have missed changes
   */
  public Installation require(UUID incarnation) throws SQLException {
    Installation found = null;
    if (CaptureSchema.exists(connection)) {
      CaptureSchema.prepare(connection);
      found = find();
    }
    if (found == null || !found.incarnation().equals(incarnation)) {
      throw new RunFailure(
          "capture-missing",
          "changes of table "
              + table
              + " are not captured any more as they were at the last run; take a new snapshot");
    }
    String broken = broken(found);
    if (broken != null) {
      throw new RunFailure(
          "capture-interrupted",
          "triggers of table "
              + table
              + " are "
              + broken
              + ", so changes may be missing; take a new snapshot");
    }
    return found;
  }

  private Installation find() throws SQLException {
    String sql =
        """
        SELECT i.number, i.incarnation, i.kept_columns FROM govshare_capture.installation i
        WHERE i.table_oid = pg_catalog.to_regclass(?) AND i.key_columns = ?
        FOR UPDATE
        """;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, table.quoted());
      statement.setArray(2, array(key));
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next()
            ? new Installation(
                rows.getInt(1),
                rows.getObject(2, UUID.class),
                key,
                Arrays.asList((String[]) rows.getArray(3).getArray()))
            : null;
      }
    }
  }

  /** What is wrong with the triggers, or null. */
  private String broken(Installation found) throws SQLException {
    String left;
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT triggers FROM govshare_capture.installation WHERE number = ?")) {
      statement.setInt(1, found.number());
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        left = rows.getString(1);
      }
    }
    int enabled = 0;
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT tgenabled FROM pg_catalog.pg_trigger"
                + " WHERE tgrelid = pg_catalog.to_regclass(?) AND tgname IN (?, ?)")) {
      statement.setString(1, table.quoted());
      statement.setString(2, found.rowTrigger());
      statement.setString(3, found.truncateTrigger());
      try (ResultSet rows = statement.executeQuery()) {
        for (; rows.next(); enabled++) {
          if (!"OA".contains(rows.getString(1))) {
            return "disabled";
          }
        }
      }
    }
    if (enabled < 2) {
      return "missing";
    }
    return state(found).equals(left) ? null : "not as they were left";
  }

  /**
   * Triggers and functions as they stand. Switching one off and on again, or replacing it, gives
   * its row another inserting transaction.
   */
  private String state(Installation installation) throws SQLException {
    String sql =
        """
        SELECT string_agg(x, ',' ORDER BY x) FROM (
          SELECT concat_ws('/', t.tgname, t.tgfoid, t.tgtype, t.tgenabled, t.xmin, p.xmin) AS x
          FROM pg_catalog.pg_trigger t JOIN pg_catalog.pg_proc p ON p.oid = t.tgfoid
          WHERE t.tgrelid = pg_catalog.to_regclass(?) AND t.tgname IN (?, ?)) s
        """;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, table.quoted());
      statement.setString(2, installation.rowTrigger());
      statement.setString(3, installation.truncateTrigger());
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return rows.getString(1);
      }
    }
  }

  private Installation create(List<String> kept) throws SQLException {
    // Whoever has written the table has ended when this is granted, and whoever writes it later
    // fires the triggers.
    lockTable();
    Installation made;
    String sql =
        """
        INSERT INTO govshare_capture.installation (table_oid, key_columns, kept_columns, triggers)
        VALUES (pg_catalog.to_regclass(?), ?, ?, '') RETURNING number, incarnation
        """;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, table.quoted());
      statement.setArray(2, array(key));
      statement.setArray(3, array(kept));
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        made = new Installation(rows.getInt(1), rows.getObject(2, UUID.class), key, kept);
      }
    }
    execute(
        "CREATE TABLE "
            + made.changes()
            + " (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,"
            + " xid xid8 NOT NULL DEFAULT pg_catalog.pg_current_xact_id(),"
            + " op \"char\" NOT NULL, key jsonb, before jsonb)");
    execute("CREATE INDEX ON " + made.changes() + " (xid)");
    execute(keyFunction(made));
    execute(keptFunction(made, kept));
    execute(rowFunction(made));
    execute(truncateFunction(made));
    trigger(made.rowTrigger(), "INSERT OR UPDATE OR DELETE", "FOR EACH ROW", made.object("row"));
    trigger(made.truncateTrigger(), "TRUNCATE", "FOR EACH STATEMENT", made.object("truncate"));
    try (PreparedStatement statement =
        connection.prepareStatement(
            "UPDATE govshare_capture.installation SET triggers = ? WHERE number = ?")) {
      statement.setString(1, state(made));
      statement.setInt(2, made.number());
      statement.executeUpdate();
    }
    return made;
  }

  /** Takes an installation off its table, and its history with it. */
  static void remove(Connection connection, Installation installation) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String kind : List.of("row", "truncate", "key", "kept")) {
        statement.execute("DROP FUNCTION IF EXISTS " + installation.object(kind) + " CASCADE");
      }
      statement.execute("DROP TABLE IF EXISTS " + installation.changes());
      statement.execute(
          "DELETE FROM govshare_capture.installation WHERE number = " + installation.number());
    }
  }

  private String keyFunction(Installation made) {
    return "CREATE FUNCTION "
        + made.object("key")
        + "(r "
        + table.quoted()
        + ") RETURNS jsonb LANGUAGE sql STABLE RETURN pg_catalog.jsonb_build_array("
        + key.stream().map(column -> "(r)." + Sql.quote(column)).collect(Collectors.joining(", "))
        + ")";
  }

  private String keptFunction(Installation made, List<String> kept) {
    return "CREATE OR REPLACE FUNCTION "
        + made.object("kept")
        + "(r "
        + table.quoted()
        + ") RETURNS jsonb LANGUAGE sql STABLE RETURN "
        + (kept.isEmpty()
            ? "NULL::jsonb"
            : kept.stream()
                .map(column -> literal(column) + ", (r)." + Sql.quote(column))
                .collect(Collectors.joining(", ", "pg_catalog.jsonb_build_object(", ")")));
  }

  private static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  private static String rowFunction(Installation made) {
    return """
    CREATE FUNCTION %1$s() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
      SET search_path = pg_catalog, pg_temp SET extra_float_digits = 1 AS $body$
    DECLARE
      former jsonb;
      latter jsonb;
    BEGIN
      IF current_setting('govshare.applied', true) <> '' THEN
        RETURN NULL;
      END IF;
      IF TG_OP <> 'DELETE' THEN
        latter := %2$s(NEW);
      END IF;
      IF TG_OP <> 'INSERT' THEN
        former := %2$s(OLD);
        INSERT INTO %4$s (op, key, before)
        VALUES (CASE WHEN former = latter THEN 'U' ELSE 'D' END, former, %3$s(OLD));
      END IF;
      IF latter IS NOT NULL AND latter IS DISTINCT FROM former THEN
        INSERT INTO %4$s (op, key) VALUES ('I', latter);
      END IF;
      RETURN NULL;
    END $body$
    """
        .formatted(made.object("row"), made.object("key"), made.object("kept"), made.changes());
  }

  private static String truncateFunction(Installation made) {
    return """
    CREATE FUNCTION %1$s() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
      SET search_path = pg_catalog, pg_temp AS $body$
    BEGIN
      IF current_setting('govshare.applied', true) <> '' THEN
        RETURN NULL;
      END IF;
      INSERT INTO %2$s (op) VALUES ('T');
      RETURN NULL;
    END $body$
    """
        .formatted(made.object("truncate"), made.changes());
  }

  private void trigger(String name, String events, String each, String function)
      throws SQLException {
    execute(
        "CREATE TRIGGER "
            + Sql.quote(name)
            + " AFTER "
            + events
            + " ON "
            + table.quoted()
            + " "
            + each
            + " EXECUTE FUNCTION "
            + function
            + "()");
    execute("REVOKE ALL ON FUNCTION " + function + "() FROM PUBLIC");
    if (owns()) {
      // Then it fires for sessions in replica mode too.
      execute("ALTER TABLE " + table.quoted() + " ENABLE ALWAYS TRIGGER " + Sql.quote(name));
    }
  }

  private boolean owns() throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT pg_catalog.pg_has_role(relowner, 'USAGE') FROM pg_catalog.pg_class"
                + " WHERE oid = pg_catalog.to_regclass(?)")) {
      statement.setString(1, table.quoted());
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() && rows.getBoolean(1);
      }
    }
  }

  private void lockTable() throws SQLException {
    execute("LOCK TABLE ONLY " + table.quoted() + " IN SHARE ROW EXCLUSIVE MODE");
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private Array array(Collection<String> values) throws SQLException {
    return connection.createArrayOf("text", values.toArray());
  }
}
