package org.govshare.catalog.bulk;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import org.govshare.catalog.job.JobRun;

/**
 * The turn to write: one import at a time, whichever replica runs it, so that each sees the names
 * that the ones before have brought.
 */
final class ImportTurn {

  /** Any number that nothing else in this database locks. */
  private static final long LOCK = 7_301_272_017L;

  private static final int WAIT_MILLIS = 200;

  private final Connection connection;

  private ImportTurn(Connection connection) {
    this.connection = connection;
  }

  /** Waits for the turn. */
  static ImportTurn take(Connection connection, JobRun run)
      throws SQLException, InterruptedException {
    while (!ask(connection, "select pg_try_advisory_lock(" + LOCK + ")")) {
      run.checkpoint();
      TimeUnit.MILLISECONDS.sleep(WAIT_MILLIS);
    }
    return new ImportTurn(connection);
  }

  void end() throws SQLException {
    ask(connection, "select pg_advisory_unlock(" + LOCK + ")");
  }

  private static boolean ask(Connection connection, String question) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(question)) {
      row.next();
      return row.getBoolean(1);
    }
  }
}
