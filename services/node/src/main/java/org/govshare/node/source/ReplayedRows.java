package org.govshare.node.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.govshare.node.run.RunFailure;
import org.govshare.node.state.Json;
import org.govshare.protocol.control.SealParked;
import org.govshare.protocol.control.StartRun;
import org.govshare.protocol.crypto.CryptoFailure;
import org.govshare.protocol.crypto.NodeKeys;

/** Rows that a run sends again because its target has told their keys, sealed for this node. */
final class ReplayedRows {
  private ReplayedRows() {}

  /** How a run reads these rows alone. */
  static ReadPlan plan(Connection connection, StartRun command, NodeKeys own) throws SQLException {
    List<List<String>> keys =
        command.replayed().sealed() == null ? List.of() : opened(command, own);
    ReadPlan plan = ReadPlan.of(connection, command);
    return keys.isEmpty() ? plan.nothing() : plan.ofKeys(keys);
  }

  private static List<List<String>> opened(StartRun command, NodeKeys own) {
    try {
      String context = SealParked.context(command.runId(), command.lane().group());
      byte[] text = command.replayed().sealed().open(own, context).getBytes(StandardCharsets.UTF_8);
      List<List<String>> keys =
          Arrays.stream(Json.read(text, String[][].class)).map(Arrays::asList).toList();
      if (keys.stream().anyMatch(key -> key.size() != command.keyColumns().size())) {
        throw new RunFailure("keys-unreadable", "a key that is to be sent again has other columns");
      }
      return keys;
    } catch (CryptoFailure | IOException e) {
      throw new RunFailure(
          "keys-unreadable", "the keys that are to be sent again are not for this node");
    }
  }
}
