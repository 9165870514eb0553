package org.govshare.node.source;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;
import org.govshare.node.database.Connections;
import org.govshare.node.run.RunFailure;
import org.govshare.protocol.frame.FrameCodec;
import org.postgresql.copy.CopyOut;

/**
 * Reads the rows after a position, in order, from one snapshot, and cuts them into chunks.
 *
 * <p>The server sends one message for each tuple of binary COPY; the first also holds the header of
 * the file format, the last is its trailer.
 */
final class RowReader {
  private static final int HEADER = 19;

  private final Connection connection;
  private final ReadPlan plan;

  /** A reader on a connection that {@link Connections#reader} opened. */
  RowReader(Connection connection, ReadPlan plan) {
    this.connection = connection;
    this.plan = plan;
  }

  /** Takes full chunks and gives empty ones. */
  interface Chunks {
    /** An empty chunk; waits until memory is free. */
    Chunk next() throws InterruptedException;

    /** A chunk with at least one row. */
    void full(Chunk chunk) throws InterruptedException;

    /** A chunk that stayed empty. */
    void unused(Chunk chunk);
  }

  /**
   * Reads to the end.
   *
   * @param position last position, or null to start at the first row
   * @param bound upper bound of the watermark, or null without one
   * @param limit most rows, or null
   */
  void read(List<String> position, String bound, Long limit, Chunks chunks)
      throws SQLException, InterruptedException {
    bind(position, bound);
    copy(
        connection,
        plan.query(position != null, limit),
        plan.extraFields(),
        plan.positionFields(),
        plan.positionTypes(),
        chunks);
    connection.rollback();
  }

  /**
   * Rows that the database's planner expects to read after a position; nothing is read. Without a
   * figure it is empty.
   */
  OptionalLong expected(List<String> position, Long limit) throws SQLException {
    bind(position, null);
    return RowEstimate.of(connection, plan.query(position != null, limit));
  }

  private void bind(List<String> position, String bound) throws SQLException {
    plan.values().bind(connection);
    if (bound != null) {
      set(connection, "govshare.bound", bound);
    }
    if (position != null) {
      for (int i = 0; i < position.size(); i++) {
        set(connection, "govshare.position_" + i, position.get(i));
      }
    }
  }

  /**
   * Copies what a query gives.
   *
   * @param extraFields fields at the start of each tuple that are read for the position only
   * @param positionFields index of each value of the position in the tuple
   * @param positionTypes their types
   */
  static void copy(
      Connection connection,
      String query,
      int extraFields,
      int[] positionFields,
      List<KeyType> positionTypes,
      Chunks chunks)
      throws SQLException, InterruptedException {
    CopyOut copy =
        Connections.driver(connection)
            .getCopyAPI()
            .copyOut("COPY (" + query + ") TO STDOUT (FORMAT binary)");
    Chunk chunk = chunks.next();
    boolean first = true;
    for (byte[] message = copy.readFromCopy(); message != null; message = copy.readFromCopy()) {
      int offset = first ? HEADER : 0;
      first = false;
      int length = message.length - offset;
      if (length == 0 || length == 2 && message[offset] == -1 && message[offset + 1] == -1) {
        continue;
      }
      if (length > FrameCodec.MAXIMUM_PLAIN) {
        throw new RunFailure(
            "row-too-large", "a row is larger than " + FrameCodec.MAXIMUM_PLAIN + " bytes");
      }
      if (chunk.rows() > 0 && !chunk.fits(length)) {
        chunk.finish(positionFields, positionTypes);
        chunks.full(chunk);
        chunk = chunks.next();
      }
      chunk.add(message, offset, length, extraFields);
    }
    if (chunk.rows() > 0) {
      chunk.finish(positionFields, positionTypes);
      chunks.full(chunk);
    } else {
      chunks.unused(chunk);
    }
  }

  /** Sets a value for the connection's transaction. */
  static void set(Connection connection, String name, String value) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT pg_catalog.set_config(?, ?, true)")) {
      statement.setString(1, name);
      statement.setString(2, value);
      statement.execute();
    }
  }
}
