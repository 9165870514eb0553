package org.govshare.lab.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.govshare.lab.fixture.CatalogBed;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * The rows that an import has written, kept as files, and COPYed back into the same tables with the
 * same indexes, constraints and triggers in one transaction.
 */
final class PreparedRows {

  /** In the order in which they refer to each other. */
  private static final List<String> TABLES =
      List.of(
          "information_resource",
          "data_item",
          "resource_text",
          "resource_transition",
          "identifier_prefix",
          "identifier_allocation");

  private final CatalogBed bed;
  private final Path directory;
  private final Map<String, String> columns = new LinkedHashMap<>();
  private long rows;
  private long bytes;

  private PreparedRows(CatalogBed bed, Path directory) {
    this.bed = bed;
    this.directory = directory;
  }

  /** Keeps what the tables hold now. */
  static PreparedRows take(CatalogBed bed, Path directory) throws SQLException, IOException {
    PreparedRows prepared = new PreparedRows(bed, Files.createDirectories(directory));
    try (Connection connection = bed.connect();
        Statement statement = connection.createStatement()) {
      for (String table : TABLES) {
        prepared.take(connection, statement, table);
      }
    }
    return prepared;
  }

  private void take(Connection connection, Statement statement, String table)
      throws SQLException, IOException {
    try (ResultSet names =
        statement.executeQuery(
            """
            select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute
            where attrelid = '%s'::regclass and attnum > 0 and not attisdropped
                and attgenerated = '' and not (attidentity <> '' and attname = 'id')
            """
                .formatted(table))) {
      names.next();
      columns.put(table, names.getString(1));
    }
    try (OutputStream out = Files.newOutputStream(file(table))) {
      rows +=
          copy(connection)
              .copyOut("copy " + table + " (" + columns.get(table) + ") to stdout", out);
    }
    bytes += Files.size(file(table));
  }

  private Path file(String table) {
    return directory.resolve(table + ".copy");
  }

  private static CopyManager copy(Connection connection) throws SQLException {
    return connection.unwrap(PGConnection.class).getCopyAPI();
  }

  long rows() {
    return rows;
  }

  long bytes() {
    return bytes;
  }

  /** Copies them into the empty tables and returns the seconds it took, the commit included. */
  double copyBack() throws SQLException, IOException {
    try (Connection connection = bed.connect()) {
      connection.setAutoCommit(false);
      long start = System.nanoTime();
      for (String table : TABLES) {
        try (InputStream in = Files.newInputStream(file(table))) {
          copy(connection).copyIn("copy " + table + " (" + columns.get(table) + ") from stdin", in);
        }
      }
      connection.commit();
      return (System.nanoTime() - start) / 1e9;
    }
  }

  /** Makes the tables as empty as those of a new catalogue. */
  static void empty(CatalogBed bed) throws SQLException {
    try (Connection connection = bed.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("truncate " + String.join(", ", TABLES) + ", import_batch, job cascade");
      statement.execute("checkpoint");
    }
  }
}
