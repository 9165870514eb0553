package org.govshare.node.target;

import java.sql.SQLException;
import org.govshare.node.run.RunFailure;
import org.govshare.node.run.SqlFailures;
import org.postgresql.util.ServerErrorMessage;

/**
 * Why the database refused a row, without any of its values.
 *
 * @param reason kebab-case code
 * @param sqlState the database's own code
 * @param constraint the constraint that it breaks, or null
 * @param column the column that it does not fit, or null
 */
record Refusal(String reason, String sqlState, String constraint, String column) {

  /** Reads it from a failure that is for a row. */
  static Refusal of(SQLException exception) {
    RunFailure permanent = SqlFailures.permanent(exception);
    ServerErrorMessage server = SqlFailures.server(exception);
    return new Refusal(
        permanent == null ? "value-refused" : permanent.reason(),
        exception.getSQLState(),
        server == null ? null : server.getConstraint(),
        server == null ? null : server.getColumn());
  }

  /** In words, for the reason of a run that stops. */
  String words() {
    return "state "
        + sqlState
        + (constraint == null ? "" : ", constraint " + constraint)
        + (column == null ? "" : ", column " + column);
  }
}
