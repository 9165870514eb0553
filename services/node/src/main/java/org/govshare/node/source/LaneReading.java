package org.govshare.node.source;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * What a lane reads.
 *
 * @param connection a reader in the snapshot to read; closed with this
 * @param plan the plan, with the lane's share of the rows
 * @param from the position to start after, or null
 */
record LaneReading(Connection connection, ReadPlan plan, List<String> from)
    implements AutoCloseable {

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
