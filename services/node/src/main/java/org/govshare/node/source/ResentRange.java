package org.govshare.node.source;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.govshare.node.capture.Installation;
import org.govshare.node.capture.Resent;
import org.govshare.node.database.RowExpressions;
import org.govshare.node.database.Sql;
import org.govshare.protocol.control.StartRun;

/**
 * Has a channel's next window deliver the rows of a range once more. The keys are found in the
 * table itself, among the rows that pass the filter alone: of others the target may not learn so
 * much as the key.
 */
record ResentRange(Connection connection, Installation installation, CapturePlan plan) {

  /** Puts their keys among the changes, unless the run has done so. */
  void add() throws SQLException {
    StartRun command = plan.command();
    RowExpressions values = plan.plan().values();
    ReadPlan rows = command.lane().shared() ? plan.plan().hashed(command.lane()) : plan.plan();
    for (String condition : values.conditions(command.capture().range())) {
      rows = rows.with(condition);
    }
    List<String> types = plan.keyTypes();
    String key =
        command.keyColumns().stream()
            .map(
                name ->
                    RowExpressions.cast(
                        "t." + Sql.quote(name), types.get(command.keyColumns().indexOf(name))))
            .collect(Collectors.joining(", "));
    values.bind(connection);
    new Resent(connection, installation)
        .add(
            command.channelId(),
            command.runId(),
            rows.query(List.of("pg_catalog.jsonb_build_array(" + key + ")"), false, null));
  }
}
