package org.govshare.catalog.bulk;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Hands prepared lines to COPY. */
final class Copying {

  private Copying() {}

  /** Copies lines in the connection's transaction; nothing of them if one is refused. */
  static void run(Connection connection, String statement, CharSequence lines) throws SQLException {
    run(connection, statement, List.of(lines.toString().getBytes(StandardCharsets.UTF_8)));
  }

  static void run(Connection connection, String statement, List<byte[]> lines) throws SQLException {
    CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(statement);
    try {
      for (byte[] bytes : lines) {
        copy.writeToCopy(bytes, 0, bytes.length);
      }
      copy.endCopy();
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }
}
