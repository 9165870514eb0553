package org.govshare.catalog.bulk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** The faults of a batch row after row, without holding more than one row's. */
final class FaultCursor implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int FETCH = 500;

  private final PreparedStatement statement;
  private final ResultSet rows;
  private StoredFault next;

  /**
   * @param connection does not commit by itself, or all faults would be fetched at once
   */
  FaultCursor(Connection connection, UUID batch) throws SQLException {
    statement =
        connection.prepareStatement(
            """
            select row_number, template_column, reason, arguments, value, suggestion, resource_row
            from import_fault where batch_id = ? order by row_number, number
            """);
    statement.setFetchSize(FETCH);
    statement.setObject(1, batch);
    rows = statement.executeQuery();
    advance();
  }

  /** The faults of a row; asked for rows in ascending order. */
  List<StoredFault> of(int row) {
    if (next == null || next.row() > row) {
      return List.of();
    }
    List<StoredFault> faults = new ArrayList<>();
    try {
      while (next != null && next.row() <= row) {
        faults.add(next);
        advance();
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return faults;
  }

  private void advance() throws SQLException {
    next =
        rows.next()
            ? new StoredFault(
                rows.getInt(1),
                rows.getString(2),
                rows.getString(3),
                Arrays.asList((Object[]) rows.getArray(4).getArray()),
                rows.getString(5),
                rows.getString(6),
                rows.getInt(7))
            : null;
  }

  /** A list of texts as JSON. */
  static List<Object> words(String json) {
    try {
      return List.of((Object[]) JSON.readValue(json, String[].class));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws SQLException {
    rows.close();
    statement.close();
  }
}
