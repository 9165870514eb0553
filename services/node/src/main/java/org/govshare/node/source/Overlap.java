package org.govshare.node.source;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.govshare.protocol.control.StartRun;

/**
 * Where increments begin if the database does not show how long transactions have been open: as far
 * behind their position as the design says, so that what such a transaction has committed since is
 * read. What is read once more changes nothing at the target.
 */
record Overlap(Connection connection, StartRun command, ReadPlan plan) {

  /** Where the run begins; null if it simply goes on. */
  List<String> before(Position position) throws SQLException {
    boolean goesBack =
        command.overlap() != null
            && position.increment() != null
            && position.increment().size() == plan.positionColumns().size()
            // What follows a break has been gone back for already.
            && !position.run().equals(command.runId())
            && !SourceDatabase.showsOpenTransactions(connection);
    if (!goesBack) {
      return null;
    }
    List<String> earlier = new ArrayList<>(position.increment());
    earlier.set(0, earlier(earlier.getFirst()));
    return earlier;
  }

  // A microsecond more, so that rows of that very moment come whatever their keys.
  private String earlier(String watermark) throws SQLException {
    String type = plan.positionTypes().getFirst().sqlType();
    String sql =
        "SELECT CAST(CAST(? AS "
            + type
            + ") - make_interval(secs => ?) - interval '1 microsecond' AS text)";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, watermark);
      statement.setDouble(2, command.overlap().toMillis() / 1000.0);
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return rows.getString(1);
      }
    }
  }
}
