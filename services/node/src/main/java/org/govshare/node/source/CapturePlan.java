package org.govshare.node.source;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.govshare.node.capture.Installation;
import org.govshare.node.database.RowExpressions;
import org.govshare.node.database.Sql;
import org.govshare.node.database.TableCatalog;
import org.govshare.protocol.control.MappedColumn;
import org.govshare.protocol.control.RowCondition;
import org.govshare.protocol.control.StartRun;
import org.govshare.protocol.crypto.Digest;

/**
 * How a captured table is read. The tuples are those of {@link
 * org.govshare.protocol.frame.RowFormat#POSTGRES_CHANGES}, before them what the position is read
 * from.
 *
 * @param plan how the table itself is read
 * @param command what the centre asked for
 */
record CapturePlan(ReadPlan plan, StartRun command) {
  static final String COPY = "C";
  static final String UPSERT = "U";
  static final String DELETE = "D";
  static final String TRUNCATE = "T";
  static final String BEGIN = "B";
  private static final int CHANGE_FIELDS = 2;

  static CapturePlan of(Connection connection, StartRun command) throws SQLException {
    return new CapturePlan(ReadPlan.of(connection, command), command);
  }

  /** Columns whose former values tell whether a row was among those that are read. */
  Set<String> keptColumns() {
    return command.filter().stream()
        .map(RowCondition::column)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Which columns are read, as the catalogue has them now, and what is made of them. */
  String structure() {
    Set<String> names = new LinkedHashSet<>(command.keyColumns());
    for (MappedColumn column : command.columns()) {
      names.add(column.source());
      column.steps().forEach(step -> names.addAll(step.function().columns(step.arguments())));
    }
    names.addAll(keptColumns());
    return names.stream()
            .map(plan.values()::column)
            .map(column -> column.position() + ":" + column.type())
            .collect(Collectors.joining(","))
        + ":"
        + Digest.sha256(
            (command.columns() + "|" + command.filter()).getBytes(StandardCharsets.UTF_8));
  }

  /** The query of the first copy, in the order of the key. */
  String copy(boolean from) {
    List<String> select = new ArrayList<>(plan.select());
    select.add(plan.extraFields(), operation(COPY));
    select.add(plan.extraFields() + 1, "CAST(0 AS bigint)");
    ReadPlan own = command.lane().shared() ? plan.hashed(command.lane()) : plan;
    return own.query(select, from, null);
  }

  /** Where the position is found in its tuples. */
  int[] copyFields() {
    int[] fields = plan.positionFields().clone();
    for (int i = 0; i < fields.length; i++) {
      fields[i] += fields[i] < plan.extraFields() ? 0 : CHANGE_FIELDS;
    }
    return fields;
  }

  /**
   * The query of a window: for each key that was written the row as it is now, or that there is
   * none. It asks for settings {@code govshare.lower}, {@code govshare.upper}, {@code
   * govshare.after} and {@code govshare.channel}, and starts each tuple with the change that orders
   * it. A key that is only sent again has no version.
   */
  String window(Installation installation) {
    List<String> key = command.keyColumns();
    List<String> join = new ArrayList<>();
    for (String column : key) {
      join.add("t." + Sql.quote(column) + " = " + recorded(column));
    }
    join.addAll(plan.conditions());
    List<String> select = new ArrayList<>();
    select.add("w.latest");
    select.add(
        "CASE WHEN t."
            + Sql.quote(key.getFirst())
            + " IS NULL THEN "
            + operation(DELETE)
            + " ELSE "
            + operation(UPSERT)
            + " END");
    select.add("w.version");
    for (MappedColumn column : command.columns()) {
      select.add(
          key.contains(column.source())
              ? RowExpressions.cast(recorded(column.source()), column.targetType())
              : plan.values().value(column.source(), column.steps(), column.targetType()));
    }
    return "SELECT "
        + String.join(", ", select)
        + " FROM (SELECT c.key, max(c.id) FILTER (WHERE c.op <> 'R') AS version,"
        + " max(c.id) FILTER (WHERE pg_visible_in_snapshot(c.xid, "
        + setting("upper", "pg_snapshot")
        + ")) AS latest, bool_or(c.op = 'R' OR "
        + wasRead()
        + ") AS was_read FROM "
        + installation.changes()
        + " c WHERE c.op <> 'T' AND (c.op <> 'R' OR c.before ->> 'channel' = "
        + setting("channel", "text")
        + ") AND "
        + undelivered()
        + " GROUP BY c.key) w LEFT JOIN "
        + plan.table().quoted()
        + " t ON "
        + String.join(" AND ", join)
        + " WHERE w.latest > "
        + setting("after", "bigint")
        + (command.lane().shared()
            ? " AND "
                + ReadPlan.fallsTo(
                    command.lane(),
                    key.stream().map(this::recorded).collect(Collectors.joining(", ")))
            : "")
        + " AND (w.was_read OR t."
        + Sql.quote(key.getFirst())
        + " IS NOT NULL) ORDER BY w.latest";
  }

  /** The query for the last TRUNCATE of a window, with the same settings. */
  String truncated(Installation installation) {
    return "SELECT max(c.id) FROM "
        + installation.changes()
        + " c WHERE c.op = 'T' AND "
        + undelivered()
        + " AND pg_visible_in_snapshot(c.xid, "
        + setting("upper", "pg_snapshot")
        + ")";
  }

  /** A tuple without a row. */
  byte[] mark(String operation, long version) {
    int fields = CHANGE_FIELDS + command.columns().size();
    ByteBuffer out = ByteBuffer.allocate(2 + 4 + 1 + 4 + 8 + 4 * command.columns().size());
    out.putShort((short) fields);
    out.putInt(1).put((byte) operation.charAt(0));
    out.putInt(8).putLong(version);
    for (int i = CHANGE_FIELDS; i < fields; i++) {
      out.putInt(-1);
    }
    return out.array();
  }

  /** Types of the key's columns. */
  List<String> keyTypes() {
    return command.keyColumns().stream()
        .map(name -> RowExpressions.sqlType(plan.values().column(name).baseType()))
        .toList();
  }

  private String undelivered() {
    String lower = setting("lower", "pg_snapshot");
    return "c.xid >= pg_snapshot_xmin("
        + lower
        + ") AND NOT pg_visible_in_snapshot(c.xid, "
        + lower
        + ")";
  }

  // A key that was never among the rows that are read must not be told as deleted: whoever may not
  // see a row may not learn its key either.
  private String wasRead() {
    if (command.filter().isEmpty()) {
      return "true";
    }
    String former =
        keptColumns().stream()
            .map(
                name -> {
                  TableCatalog.Column column = plan.values().column(name);
                  return RowExpressions.cast(
                          "c.before ->> '" + name.replace("'", "''") + "'",
                          RowExpressions.sqlType(column.baseType()))
                      + " AS "
                      + Sql.quote(name);
                })
            .collect(Collectors.joining(", "));
    return "c.before IS NOT NULL AND EXISTS (SELECT 1 FROM (SELECT "
        + former
        + ") t WHERE "
        + String.join(" AND ", plan.conditions())
        + ")";
  }

  private String recorded(String keyColumn) {
    TableCatalog.Column column = plan.values().column(keyColumn);
    return RowExpressions.cast(
        "w.key ->> " + command.keyColumns().indexOf(keyColumn),
        RowExpressions.sqlType(column.baseType()));
  }

  private static String operation(String operation) {
    return "CAST('" + operation + "' AS \"char\")";
  }

  private static String setting(String name, String type) {
    // Within a subquery it is read once, not for each row.
    return "(SELECT CAST(current_setting('govshare." + name + "') AS " + type + "))";
  }
}
