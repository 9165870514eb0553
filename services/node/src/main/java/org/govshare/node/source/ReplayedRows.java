package org.govshare.node.source;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.govshare.protocol.control.StartRun;
import org.govshare.protocol.crypto.Keyring;

/** Rows that a run sends again, by keys that are sealed for this node. */
final class ReplayedRows {
  private ReplayedRows() {}

  /** How a run reads these rows alone. */
  static ReadPlan plan(Connection connection, StartRun command, Keyring own) throws SQLException {
    List<List<String>> keys = SealedKeys.replayed(command, own);
    ReadPlan plan = ReadPlan.of(connection, command);
    return keys.isEmpty() ? plan.nothing() : plan.ofKeys(keys);
  }
}
