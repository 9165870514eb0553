package org.govshare.node.source;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.govshare.node.database.RowExpressions;
import org.govshare.node.database.Sql;
import org.govshare.node.run.RunFailure;
import org.govshare.protocol.control.MappedColumn;
import org.govshare.protocol.control.RowCondition;
import org.govshare.protocol.control.RowOperator;
import org.govshare.protocol.control.StartRun;
import org.govshare.protocol.crypto.CryptoFailure;
import org.govshare.protocol.crypto.CryptoSuite;
import org.govshare.protocol.crypto.Keyring;
import org.govshare.protocol.crypto.ReconciliationKey;

/**
 * Rows that are named by the hashes of their keys, as a reconciliation tells them: only the node
 * itself can tell which they are.
 */
final class KeyedRows {
  private static final int SALT = 0;
  private static final int PEER = 1;
  private static final int FIRST = 2;

  private KeyedRows() {}

  /** How a table is read, conditions of that kind included. */
  static ReadPlan plan(Connection connection, StartRun command, Keyring keys) throws SQLException {
    List<RowCondition> plain =
        command.filter().stream().filter(it -> it.operator() != RowOperator.KEYED).toList();
    ReadPlan plan = ReadPlan.of(connection, command.reading(plain));
    for (RowCondition condition : command.filter()) {
      if (condition.operator() == RowOperator.KEYED) {
        plan = plan.with(keyed(condition, command, keys, plan.values()));
      }
    }
    return plan;
  }

  private static String keyed(
      RowCondition condition, StartRun command, Keyring keys, RowExpressions values) {
    List<String> told = condition.values();
    ReconciliationKey key;
    try {
      key = ReconciliationKey.of(keys.of(CryptoSuite.INTL), told.get(PEER), told.get(SALT));
    } catch (CryptoFailure e) {
      throw new RunFailure("condition-refused", "rows are named by hashes under no key");
    }
    String text =
        command.keyColumns().stream()
            .map(name -> value(name, command, values))
            .collect(Collectors.joining(", ", "convert_to(ROW(", ")::text, 'UTF8')"));
    return "encode(substr(sha256("
        + block(key.outer(), values)
        + " || sha256("
        + block(key.inner(), values)
        + " || "
        + text
        + ")), 1, 16), 'hex') IN (SELECT unnest(string_to_array("
        + values.typed(String.join(",", told.subList(FIRST, told.size())), "text")
        + ", ',')))";
  }

  // The text that was hashed is that of the target's type.
  private static String value(String name, StartRun command, RowExpressions values) {
    String type =
        command.columns().stream()
            .filter(it -> it.source().equals(name) && it.steps().isEmpty())
            .map(MappedColumn::targetType)
            .findFirst()
            .orElseThrow(
                () -> new RunFailure("key-missing", "key column " + name + " is not mapped"));
    return "CAST(" + values.value(name, List.of(), type) + " AS " + Sql.type(type) + ")";
  }

  private static String block(String hex, RowExpressions values) {
    return "(SELECT decode(" + values.typed(hex, "text") + ", 'hex'))";
  }
}
