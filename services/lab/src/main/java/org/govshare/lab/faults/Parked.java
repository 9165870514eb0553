package org.govshare.lab.faults;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** Rows that a target has parked instead of applying them. */
final class Parked {

  private Parked() {}

  /** Rows of a channel that wait to be mended. */
  static long waiting(Connection target, UUID channel) throws SQLException {
    try (PreparedStatement statement =
        target.prepareStatement(
            "SELECT count(*) FROM govshare.parked_row WHERE channel_id = ? AND state = 'WAITING'")) {
      statement.setObject(1, channel);
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return rows.getLong(1);
      }
    }
  }
}
