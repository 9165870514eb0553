package org.govshare.catalog.export;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Orders for exports, and the files that came of them: in the database, so that every replica has
 * them. Blocks; to be called on a worker thread.
 */
@Singleton
class ExportFiles {

  private static final int PIECE = 1 << 20;

  private final AgroalDataSource database;

  ExportFiles(AgroalDataSource database) {
    this.database = database;
  }

  /**
   * What a job is to write.
   *
   * @param mark whether CSV begins with a byte order mark
   */
  record Order(ExportFormat format, boolean mark, List<UUID> resources) {}

  /** A file that is there to be fetched. */
  record StoredFile(UUID id, String name, ExportFormat format, String owner, long bytes) {}

  Optional<Order> order(UUID id) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement query =
            connection.prepareStatement(
                "select format, mark, resources from export_order where id = ?")) {
      query.setObject(1, id);
      try (ResultSet row = query.executeQuery()) {
        return row.next()
            ? Optional.of(
                new Order(
                    ExportFormat.valueOf(row.getString(1)),
                    row.getBoolean(2),
                    List.of((UUID[]) row.getArray(3).getArray())))
            : Optional.empty();
      }
    }
  }

  /** Begins a file in a transaction; it is there once the transaction has been committed. */
  OutputStream begin(Connection connection, UUID id) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            insert into export_file (id, name, format, owner, entries, bytes, created_at)
            values (?, '', '', '', 0, 0, now())
            """)) {
      insert.setObject(1, id);
      insert.executeUpdate();
    }
    return new Pieces(connection, id);
  }

  /** Says what a file is that has been written whole. */
  void end(Connection connection, StoredFile file, int entries, Instant now) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            """
            update export_file set name = ?, format = ?, owner = ?, entries = ?, created_at = ?,
              bytes = (select coalesce(sum(length(content)), 0) from export_piece where file_id = id)
            where id = ?
            """)) {
      update.setString(1, file.name());
      update.setString(2, file.format().name());
      update.setString(3, file.owner());
      update.setInt(4, entries);
      update.setTimestamp(5, Timestamp.from(now));
      update.setObject(6, file.id());
      update.executeUpdate();
    }
  }

  Optional<StoredFile> find(UUID id) {
    try (Connection connection = database.getConnection();
        PreparedStatement query =
            connection.prepareStatement(
                "select name, format, owner, bytes from export_file where id = ?")) {
      query.setObject(1, id);
      try (ResultSet row = query.executeQuery()) {
        return row.next()
            ? Optional.of(
                new StoredFile(
                    id,
                    row.getString(1),
                    ExportFormat.valueOf(row.getString(2)),
                    row.getString(3),
                    row.getLong(4)))
            : Optional.empty();
      }
    } catch (SQLException failure) {
      throw new IllegalStateException("an export cannot be looked up", failure);
    }
  }

  /** One piece of a file, empty behind the last. */
  Optional<byte[]> piece(UUID id, int number) {
    try (Connection connection = database.getConnection();
        PreparedStatement query =
            connection.prepareStatement(
                "select content from export_piece where file_id = ? and number = ?")) {
      query.setObject(1, id);
      query.setInt(2, number);
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? Optional.of(row.getBytes(1)) : Optional.empty();
      }
    } catch (SQLException failure) {
      throw new IllegalStateException("an export cannot be read", failure);
    }
  }

  /** Throws away what is older, orders as well as files. */
  void forget(Connection connection, Instant before) throws SQLException {
    for (String table : List.of("export_file", "export_order")) {
      try (PreparedStatement delete =
          connection.prepareStatement("delete from " + table + " where created_at < ?")) {
        delete.setTimestamp(1, Timestamp.from(before));
        delete.executeUpdate();
      }
    }
  }

  /** Cuts what is written into pieces. */
  private static final class Pieces extends OutputStream {

    private final Connection connection;
    private final UUID id;
    private final byte[] piece = new byte[PIECE];
    private int length;
    private int number;

    Pieces(Connection connection, UUID id) {
      this.connection = connection;
      this.id = id;
    }

    @Override
    public void write(int single) throws IOException {
      write(new byte[] {(byte) single}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
      int at = from;
      while (at < from + count) {
        int part = Math.min(PIECE - length, from + count - at);
        System.arraycopy(bytes, at, piece, length, part);
        length += part;
        at += part;
        if (length == PIECE) {
          store();
        }
      }
    }

    private void store() throws IOException {
      try (PreparedStatement insert =
          connection.prepareStatement(
              "insert into export_piece (file_id, number, content) values (?, ?, ?)")) {
        insert.setObject(1, id);
        insert.setInt(2, number++);
        insert.setBytes(3, Arrays.copyOf(piece, length));
        insert.executeUpdate();
        length = 0;
      } catch (SQLException failure) {
        throw new IOException("a piece of an export cannot be kept", failure);
      }
    }

    @Override
    public void close() throws IOException {
      if (length > 0) {
        store();
      }
    }
  }
}
