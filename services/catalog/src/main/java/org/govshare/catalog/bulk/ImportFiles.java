package org.govshare.catalog.bulk;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.govshare.catalog.bulk.xlsx.XlsxFile;
import org.govshare.catalog.bulk.xlsx.XlsxLimits;
import org.govshare.platform.problem.Problem;

/** Where workbooks lie: in pieces in the database, and as temporary files while they are read. */
@Singleton
class ImportFiles {

  private static final int PIECE = 1 << 20;

  private final DataSource database;
  private final ImportConfig config;

  ImportFiles(DataSource database, ImportConfig config) {
    this.database = database;
    this.config = config;
  }

  Path temporary() throws IOException {
    return config.directory().isPresent()
        ? Files.createTempFile(config.directory().get(), "import", ".xlsx")
        : Files.createTempFile("import", ".xlsx");
  }

  /**
   * Writes what is sent to a temporary file.
   *
   * @throws Problem as soon as it is larger than a workbook may be (413)
   */
  Path receive(InputStream sent) throws IOException {
    Path file = temporary();
    try (OutputStream out = Files.newOutputStream(file)) {
      byte[] buffer = new byte[64 << 10];
      long size = 0;
      int count;
      while ((count = sent.read(buffer)) >= 0) {
        size += count;
        if (size > config.fileLimit().asLongValue()) {
          throw new Problem(413, "import-too-large", config.fileLimit().asLongValue() >> 20);
        }
        out.write(buffer, 0, count);
      }
      return file;
    } catch (IOException | RuntimeException failure) {
      Files.deleteIfExists(file);
      throw failure;
    }
  }

  XlsxFile open(Path file) throws IOException {
    return XlsxFile.open(
        file,
        new XlsxLimits(
            config.unpackedLimit().asLongValue(),
            config.ratioLimit(),
            config.entryLimit(),
            config.sharedStringsLimit()));
  }

  void store(Connection connection, UUID batch, Path file) throws SQLException, IOException {
    try (InputStream in = Files.newInputStream(file);
        PreparedStatement statement =
            connection.prepareStatement(
                "insert into import_file (batch_id, part, content) values (?, ?, ?)")) {
      byte[] piece;
      for (int part = 0; (piece = in.readNBytes(PIECE)).length > 0; part++) {
        statement.setObject(1, batch);
        statement.setInt(2, part);
        statement.setBytes(3, piece);
        statement.executeUpdate();
      }
    }
  }

  /** The workbook as a temporary file, which the caller deletes. */
  Path fetch(UUID batch) throws SQLException, IOException {
    Path file = temporary();
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "select content from import_file where batch_id = ? and part = ?");
        OutputStream out = Files.newOutputStream(file)) {
      statement.setObject(1, batch);
      for (int part = 0; ; part++) {
        statement.setInt(2, part);
        try (ResultSet found = statement.executeQuery()) {
          if (!found.next()) {
            return file;
          }
          out.write(found.getBytes(1));
        }
      }
    }
  }
}
