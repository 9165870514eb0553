package org.govshare.standalone.demodata;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Fills the databases of the demo departments. The rows depend on the seed alone. A database that
 * has its tables already is left as it is: each is filled in one transaction.
 */
public final class DemoData {

  /** Opens a demo department's database as its own user. */
  @FunctionalInterface
  public interface Databases {
    Connection open(String database) throws SQLException;
  }

  private static final long SEED = 2017;
  private static final int BUFFER = 1 << 16;
  private static final List<String> PROVIDERS = List.of("gs", "bb", "mz");
  private static final List<String> RECEIVERS = List.of("sw", "tj", "rs", "zj", "ga");

  private final Databases databases;

  public DemoData(Databases databases) {
    this.databases = databases;
  }

  /**
   * Creates and fills what is missing.
   *
   * @return whether anything was missing
   */
  public boolean load() {
    boolean loaded = false;
    try {
      for (String database : PROVIDERS) {
        loaded |= load(database, database + ".sql");
      }
      for (String database : RECEIVERS) {
        loaded |= load(database, "target.sql");
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
    return loaded;
  }

  private boolean load(String database, String script) throws SQLException {
    try (Connection connection = databases.open(database)) {
      if (hasTables(connection)) {
        return false;
      }
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        statement.execute(text(script));
        for (SyntheticTable table : SyntheticTables.all()) {
          if (table.database().equals(database)) {
            copy(connection, table);
          }
        }
      }
      connection.commit();
      connection.setAutoCommit(true);
      try (Statement statement = connection.createStatement()) {
        statement.execute("analyze");
      }
      return true;
    }
  }

  private static boolean hasTables(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result =
            statement.executeQuery("select 1 from pg_tables where schemaname = 'public'")) {
      return result.next();
    }
  }

  private static void copy(Connection connection, SyntheticTable table) throws SQLException {
    CopyIn copy =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyIn("copy " + table.name() + " from stdin");
    StringBuilder text = new StringBuilder(BUFFER + 4096);
    for (int number = 0; number < table.rows(); number++) {
      SplittableRandom random = new SplittableRandom(SEED * 1_000_003 + number);
      CopyText.append(text, table.source().row(number, random));
      if (text.length() >= BUFFER || number == table.rows() - 1) {
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        text.setLength(0);
      }
    }
    copy.endCopy();
  }

  private static String text(String script) {
    try (InputStream stream = DemoData.class.getResourceAsStream(script)) {
      return new String(
          Objects.requireNonNull(stream, script).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
