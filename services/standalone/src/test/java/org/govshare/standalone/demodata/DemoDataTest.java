package org.govshare.standalone.demodata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.govshare.standalone.postgres.PostgresServer;
import org.govshare.standalone.postgres.PostgresSettings;
import org.govshare.standalone.process.Ports;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoDataTest {

  private static final String DIGEST_OF_ENTERPRISES = "bee49bd414f005654d719333dd5945c7";

  @TempDir static Path directory;
  private static PostgresServer server;

  @BeforeAll
  static void load() throws SQLException {
    server =
        new PostgresServer(
            new PostgresSettings(
                Path.of("target/postgresql"),
                directory.resolve("data"),
                Ports.anyFree(),
                "superuser",
                directory.resolve("postgresql.log"),
                Map.of()));
    server.start();
    for (String database : List.of("gs", "bb", "mz", "sw", "tj", "rs", "zj", "ga")) {
      server.createUser(database, database);
      server.createDatabase(database, database);
    }
    assertTrue(new DemoData(server::connect).load());
  }

  @AfterAll
  static void stop() {
    server.stop();
  }

  @Test
  void fillsTheProvidersTables() throws SQLException {
    for (SyntheticTable table : SyntheticTables.all()) {
      assertEquals(
          Integer.toString(table.rows()),
          query(table.database(), "select count(*) from " + table.name() + " where synthetic"));
    }
  }

  @Test
  void leavesTheTargetEmpty() throws SQLException {
    assertEquals("0", query("sw", "select count(*) from enterprise"));
  }

  @Test
  void givesEveryColumnAChineseCommentAndEveryTableItsLabel() throws SQLException {
    for (String database : List.of("gs", "bb", "mz")) {
      assertEquals(
          "0",
          query(
              database,
              """
              select count(*) from pg_attribute a join pg_class c on c.oid = a.attrelid
              where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0
                and coalesce(col_description(c.oid, a.attnum), '') !~ '[一-龥]'"""));
      assertEquals(
          "0",
          query(
              database,
              """
              select count(*) from pg_class
              where relnamespace = 'public'::regnamespace and relkind = 'r'
                and coalesce(obj_description(oid), '') !~ '合成数据'"""));
    }
  }

  @Test
  void carriesAwkwardTextsUnharmed() throws SQLException {
    List<String> found = new ArrayList<>();
    try (Connection connection = server.connect("gs");
        Statement statement = connection.createStatement();
        ResultSet result =
            statement.executeQuery(
                "select distinct remark from enterprise_registration where remark is not null")) {
      while (result.next()) {
        found.add(result.getString(1));
      }
    }

    assertEquals(List.of(Words.AWKWARD).size(), found.size());
    assertTrue(found.containsAll(List.of(Words.AWKWARD)));
    assertTrue(
        Integer.parseInt(
                query("gs", "select count(*) from enterprise_registration where phone is null"))
            > 0);
    assertTrue(
        Integer.parseInt(
                query("gs", "select count(*) from enterprise_registration where phone = ''"))
            > 0);
  }

  @Test
  void leavesFilledDatabasesAlone() {
    assertFalse(new DemoData(server::connect).load());
  }

  @Test
  void dependsOnTheSeedAlone() throws SQLException {
    assertEquals(
        DIGEST_OF_ENTERPRISES,
        query(
            "gs",
            "select md5(string_agg(md5(e::text), '' order by uniscid)) from"
                + " enterprise_registration e"));
  }

  private static String query(String database, String query) throws SQLException {
    try (Connection connection = server.connect(database);
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      assertTrue(result.next());
      return result.getString(1);
    }
  }
}
