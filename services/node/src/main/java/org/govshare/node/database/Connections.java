package org.govshare.node.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Opens connections; whoever opens one closes it. Sessions are few and long, so there is no pool.
 */
public final class Connections {
  private static final int CONNECT_SECONDS = 5;

  private Connections() {}

  /** A connection for reading: read-only, repeatable read, no autocommit. */
  public static Connection reader(DataSource source) throws SQLException {
    Connection connection = open(source, "govshare-reader");
    try {
      connection.setAutoCommit(false);
      connection.setReadOnly(true);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /** A connection for short queries of its own, each in its own transaction, all read-only. */
  public static Connection query(DataSource source) throws SQLException {
    Connection connection = open(source, "govshare-query");
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY");
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /** A connection for committing: read committed, no autocommit, commits reach the disk. */
  public static Connection writer(DataSource source) throws SQLException {
    Connection connection = open(source, "govshare-writer");
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "SET synchronous_commit = on; SET lock_timeout = '15s';"
              + " SET idle_in_transaction_session_timeout = '60s'");
      connection.setAutoCommit(false);
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /**
   * A connection for what change capture keeps at the source: read committed, no autocommit. It
   * waits for locks only shortly, because the writers of the table would queue up behind it.
   */
  public static Connection installer(DataSource source) throws SQLException {
    Connection connection = open(source, "govshare-capture");
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET lock_timeout = '3s'; SET idle_in_transaction_session_timeout = '60s'");
      connection.setAutoCommit(false);
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /** The driver's own interface. */
  public static PGConnection driver(Connection connection) throws SQLException {
    return connection.unwrap(PGConnection.class);
  }

  private static Connection open(DataSource source, String application) throws SQLException {
    PGSimpleDataSource driver = new PGSimpleDataSource();
    driver.setServerNames(new String[] {source.host()});
    driver.setPortNumbers(new int[] {source.port()});
    driver.setDatabaseName(source.database());
    driver.setUser(source.username());
    driver.setPassword(source.password());
    driver.setApplicationName(application);
    driver.setConnectTimeout(CONNECT_SECONDS);
    driver.setTcpKeepAlive(true);
    driver.setSocketFactory(KeepAliveSockets.class.getName());
    driver.setPrepareThreshold(1);
    Connection connection = driver.getConnection();
    try (Statement statement = connection.createStatement()) {
      // A peer that vanished without a word must not keep its locks for hours.
      statement.execute(
          "SET tcp_keepalives_idle = 10; SET tcp_keepalives_interval = 5;"
              + " SET tcp_keepalives_count = 3");
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }
}
