package org.govshare.node.look;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.govshare.node.database.RowExpressions;
import org.govshare.node.database.Sql;
import org.govshare.node.run.RunFailure;
import org.govshare.protocol.control.ComputeDigest;
import org.govshare.protocol.control.DigestColumn;
import org.govshare.protocol.control.DigestLook;
import org.govshare.protocol.crypto.ReconciliationKey;

/**
 * SQL of a look. The database computes HMAC-SHA-256 with its own sha256, so nothing but hashes and
 * sums leaves it, and nothing is gathered there but one sum for each group. What varies are
 * settings of the transaction: {@link #bind} sets them.
 */
final class LookQuery {
  private static final int HASH_BYTES = 16;

  private final ComputeDigest command;
  private final DigestLook look;
  private final RowExpressions values;

  LookQuery(ComputeDigest command, RowExpressions values) {
    this.command = command;
    this.look = command.look();
    this.values = values;
  }

  /** Sets key and bounds in the connection's transaction. */
  void bind(Connection connection, ReconciliationKey key) throws SQLException {
    set(connection, "inner", key.inner());
    set(connection, "outer", key.outer());
    set(
        connection,
        "within",
        look.within().stream().map(String::valueOf).collect(Collectors.joining(",")));
    set(connection, "keys", String.join(",", look.keys()));
  }

  /** Number and sum of the rows of each group. */
  String sums(String from, List<String> conditions) {
    return "SELECT "
        + prefix(look.bits())
        + ", count(*), sum(('x' || encode(substr("
        + hmac(row())
        + ", 1, 8), 'hex'))::bit(64)::bigint::numeric)::text FROM "
        + from
        + hashed(keyText())
        + where(conditions)
        + " GROUP BY 1 ORDER BY 1";
  }

  /** Hashes of the rows, and whether each is settled. */
  String rows(String from, List<String> conditions, String settled) {
    return "SELECT "
        + shortened("k.hash")
        + ", "
        + shortened(hmac(row()))
        + ", "
        + settled
        + " FROM "
        + from
        + hashed(keyText())
        + where(conditions)
        + ordered();
  }

  /** Hashes of keys that have lately been written, whether a row is there or not. */
  String written(String changes, List<String> recorded, String from) {
    return "SELECT DISTINCT "
        + shortened("k.hash")
        + " FROM "
        + changes
        + " c"
        + hashed(text(recorded))
        + where(List.of("c.op NOT IN ('T', 'R')", "c.xid >= CAST('" + from + "' AS xid8)"))
        + ordered();
  }

  /** The expressions of the key, each of the target's type. */
  List<DigestColumn> keyColumns() {
    return look.keyColumns().stream().map(this::column).toList();
  }

  private DigestColumn column(String name) {
    return command.columns().stream()
        .filter(it -> it.name().equals(name) && it.steps().isEmpty())
        .findFirst()
        .orElseThrow(
            () ->
                new RunFailure("key-missing", "key column " + name + " is not among the columns"));
  }

  private String keyText() {
    List<DigestColumn> key = look.keyColumns().isEmpty() ? command.columns() : keyColumns();
    return text(key.stream().map(this::value).toList());
  }

  private String row() {
    return text(command.columns().stream().map(this::value).toList());
  }

  private String value(DigestColumn column) {
    return cast(values.value(column.name(), column.steps(), column.type()), column);
  }

  static String cast(String value, DigestColumn column) {
    return "CAST(" + value + " AS " + Sql.type(column.type()) + ")";
  }

  private static String text(List<String> expressions) {
    return "convert_to(ROW(" + String.join(", ", expressions) + ")::text, 'UTF8')";
  }

  // The key's hash is computed once for each row: OFFSET keeps it from being copied to where it is
  // used.
  private static String hashed(String key) {
    return " CROSS JOIN LATERAL (SELECT " + hmac(key) + " AS hash OFFSET 0) k";
  }

  private String where(List<String> conditions) {
    List<String> all = new ArrayList<>(conditions);
    if (!look.within().isEmpty()) {
      all.add(
          prefix(look.withinBits())
              + " IN (SELECT CAST(unnest(string_to_array(current_setting('govshare.look_within'),"
              + " ',')) AS bigint))");
    }
    if (!look.keys().isEmpty()) {
      all.add(
          shortened("k.hash")
              + " IN (SELECT unnest(string_to_array(current_setting('govshare.look_keys'), ',')))");
    }
    return all.isEmpty() ? "" : " WHERE " + String.join(" AND ", all);
  }

  private static String ordered() {
    return " ORDER BY 1 LIMIT " + (DigestLook.ROWS + 1);
  }

  private static String prefix(int bits) {
    return "((('x' || encode(substr(k.hash, 1, 4), 'hex'))::bit(32)::bigint) >> "
        + (Integer.SIZE - bits)
        + ")";
  }

  private static String shortened(String hash) {
    return "encode(substr(" + hash + ", 1, " + HASH_BYTES + "), 'hex')";
  }

  private static String hmac(String bytes) {
    return "sha256(" + secret("outer") + " || sha256(" + secret("inner") + " || " + bytes + "))";
  }

  // Within a subquery it is read once, not for each row.
  private static String secret(String name) {
    return "(SELECT decode(current_setting('govshare.look_" + name + "'), 'hex'))";
  }

  private static void set(Connection connection, String name, String value) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT pg_catalog.set_config(?, ?, true)")) {
      statement.setString(1, "govshare.look_" + name);
      statement.setString(2, value);
      statement.execute();
    }
  }
}
