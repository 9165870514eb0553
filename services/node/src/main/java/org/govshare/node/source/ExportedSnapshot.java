package org.govshare.node.source;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.govshare.node.database.Connections;
import org.govshare.node.database.DataSource;

/** A snapshot that several readers read in. It is held open for a while only. */
final class ExportedSnapshot implements AutoCloseable {
  private static final int PATIENCE_MINUTES = 5;

  private final DataSource source;
  private final Connection holder;
  private final String name;
  private volatile boolean closed;

  private ExportedSnapshot(DataSource source, Connection holder, String name) {
    this.source = source;
    this.holder = holder;
    this.name = name;
  }

  /** The present one. */
  static ExportedSnapshot take(DataSource source) throws SQLException {
    Connection connection = Connections.reader(source);
    try (PreparedStatement statement =
            connection.prepareStatement("SELECT pg_catalog.pg_export_snapshot()");
        ResultSet rows = statement.executeQuery()) {
      rows.next();
      ExportedSnapshot taken = new ExportedSnapshot(source, connection, rows.getString(1));
      // A lane that never comes must not keep the source's database from cleaning up.
      CompletableFuture.delayedExecutor(PATIENCE_MINUTES, TimeUnit.MINUTES).execute(taken::close);
      return taken;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /** The connection that holds it. */
  Connection holder() {
    return holder;
  }

  /** Whether nobody can read in it any more. */
  boolean closed() {
    return closed;
  }

  /** A reader in it. */
  Connection reader() throws SQLException {
    Connection connection = Connections.reader(source);
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET TRANSACTION SNAPSHOT '" + name + "'");
      return connection;
    } catch (SQLException e) {
      connection.close();
      close();
      // Whoever exported it is gone; with a state of its own it would look like a fault of a row.
      throw new SQLException("the snapshot of the lanes is gone", e);
    }
  }

  @Override
  public void close() {
    closed = true;
    try {
      holder.close();
    } catch (SQLException e) {
      // It is gone already.
    }
  }
}
