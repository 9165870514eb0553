package org.govshare.catalog.attachment;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/**
 * Writes the pieces of a file as they arrive. Works on JDBC, because the bytes are read on a worker
 * thread; each piece is committed by itself, so that a slow sender holds no connection.
 */
@Singleton
class ChunkRepository {

  private final AgroalDataSource database;

  ChunkRepository(AgroalDataSource database) {
    this.database = database;
  }

  /** The kind of a file that this person announced and has not uploaded yet. */
  Optional<FileKind> announced(UUID id, String uploader) {
    return run(
        "select content_type from attachment where id = ? and uploaded_by = ? and digest is null",
        statement -> {
          statement.setObject(1, id);
          statement.setString(2, uploader);
          try (ResultSet row = statement.executeQuery()) {
            return row.next() ? FileKind.of(row.getString(1)) : Optional.empty();
          }
        });
  }

  /** Adds a piece; {@code false} if there is one at its place or the file has been forgotten. */
  boolean add(UUID id, int position, byte[] data) {
    return run(
        "insert into attachment_chunk (attachment_id, position, data)"
            + " select id, ?, ? from attachment where id = ? and digest is null"
            + " on conflict do nothing",
        statement -> {
          statement.setInt(1, position);
          statement.setBytes(2, data);
          statement.setObject(3, id);
          return statement.executeUpdate() == 1;
        });
  }

  void finish(UUID id, long size, String digest) {
    run(
        "update attachment set size = ?, digest = ? where id = ? and digest is null",
        statement -> {
          statement.setLong(1, size);
          statement.setString(2, digest);
          statement.setObject(3, id);
          return statement.executeUpdate();
        });
  }

  /** Forgets a file whose upload failed. */
  void forget(UUID id) {
    run(
        "delete from attachment where id = ? and digest is null",
        statement -> {
          statement.setObject(1, id);
          return statement.executeUpdate();
        });
  }

  private <T> T run(String sql, Work<T> work) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      return work.on(statement);
    } catch (SQLException e) {
      throw new IllegalStateException("A piece of a file could not be kept", e);
    }
  }

  private interface Work<T> {
    T on(PreparedStatement statement) throws SQLException;
  }
}
