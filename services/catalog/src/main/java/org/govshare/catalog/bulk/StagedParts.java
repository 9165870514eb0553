package org.govshare.catalog.bulk;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Keeps what readings have made ready, in parts. */
final class StagedParts {

  private static final String INSERT =
      "insert into import_staged (staging, lane, part, batch_id, content) values (?, ?, ?, ?, ?)";

  private static final String FORGET = "delete from import_staged where batch_id = ?";

  private static final String COUNT = "select count(*) from import_staged where staging = ?";

  private static final String READ =
      "select content from import_staged where staging = ? and lane = ? and part = ?";

  private StagedParts() {}

  static void add(Connection connection, Staging staging, int lane, int part, byte[] content)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
      statement.setObject(1, staging.id());
      statement.setInt(2, lane);
      statement.setInt(3, part);
      statement.setObject(4, staging.batch());
      statement.setBytes(5, content);
      statement.executeUpdate();
    }
  }

  /** Whose parts these are. */
  record Staging(UUID id, UUID batch) {}

  static void forget(Connection connection, UUID batch) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(FORGET)) {
      statement.setObject(1, batch);
      statement.executeUpdate();
    }
  }

  static int count(Connection connection, UUID staging) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(COUNT)) {
      statement.setObject(1, staging);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    }
  }

  /** The resources of a part, or {@code null} if the lane has no such part. */
  static List<StagedResource> read(Connection connection, UUID staging, int lane, int part)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(READ)) {
      statement.setObject(1, staging);
      statement.setInt(2, lane);
      statement.setInt(3, part);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? resources(row.getBytes(1)) : null;
      }
    }
  }

  private static List<StagedResource> resources(byte[] content) {
    List<StagedResource> resources = new ArrayList<>();
    ByteArrayInputStream bytes = new ByteArrayInputStream(content);
    try (DataInputStream in = new DataInputStream(bytes)) {
      while (bytes.available() > 0) {
        resources.add(StagedResource.read(in));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return resources;
  }
}
