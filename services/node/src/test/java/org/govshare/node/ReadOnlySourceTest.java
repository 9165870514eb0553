package org.govshare.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.govshare.node.database.Connections;
import org.govshare.node.database.DataSource;
import org.govshare.node.fixture.DatabaseTest;
import org.govshare.node.fixture.People;
import org.govshare.protocol.control.Side;
import org.govshare.protocol.control.TransferMode;
import org.junit.jupiter.api.Test;

/** What an agent does to a source's database, unless change capture is chosen: it reads. */
class ReadOnlySourceTest extends DatabaseTest {
  private static final String READ_ONLY = "25006";

  private interface Opening {
    Connection open(DataSource source) throws SQLException;
  }

  @Test
  void theDatabaseRefusesEachWriteOfASourcesSessions() throws Exception {
    DataSource source = databases.dataSource("gs", "postgres", List.of("public.person"), List.of());
    for (Opening opening : List.<Opening>of(Connections::reader, Connections::query)) {
      for (String write :
          List.of(
              "DELETE FROM public.person",
              "CREATE TABLE public.left_behind (id int)",
              "SELECT nextval('public.counter')")) {
        databases.execute("gs", "CREATE SEQUENCE IF NOT EXISTS public.counter");
        try (Connection connection = opening.open(source);
            Statement statement = connection.createStatement()) {
          SQLException refused =
              assertThrows(SQLException.class, () -> statement.execute(write), write);
          assertEquals(READ_ONLY, refused.getSQLState(), write);
        }
      }
    }
  }

  /** The user is not even able to write, and the database holds nothing new afterwards. */
  @Test
  void copiesAndIncrementsNeedNothingButReading() throws Exception {
    databases.execute(
        "gs",
        "DROP ROLE IF EXISTS looker; CREATE ROLE looker LOGIN PASSWORD 'postgres';"
            + " GRANT pg_read_all_stats TO looker; GRANT SELECT ON public.person TO looker;"
            + " REVOKE CREATE, TEMPORARY ON DATABASE gs FROM PUBLIC, looker;"
            + " REVOKE CREATE ON SCHEMA public FROM PUBLIC");
    People.insertMany(databases, 100);
    String before = objects();
    exchange.dataSource(
        "gs", databases.dataSource("gs", "looker", List.of("public.person"), List.of()));
    exchange.startNodes();
    for (TransferMode mode : List.of(TransferMode.FULL, TransferMode.INCREMENT)) {
      UUID run = UUID.randomUUID();
      exchange.start(run, UUID.randomUUID(), mode, People.COLUMNS);
      exchange.awaitState(run, Side.SOURCE, "COMPLETED");
      exchange.awaitState(run, Side.TARGET, "COMPLETED");
    }

    assertEquals(People.digest(databases, "gs"), People.digest(databases, "sw"));
    assertEquals(before, objects());
    databases.execute("gs", "DROP OWNED BY looker; DROP ROLE looker");
  }

  private String objects() throws SQLException {
    return databases.value(
        "gs",
        "SELECT count(*) || ' ' || md5(string_agg(oid::text, ',' ORDER BY oid)) FROM pg_class");
  }
}
