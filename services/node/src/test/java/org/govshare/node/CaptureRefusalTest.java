package org.govshare.node;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.UUID;
import org.govshare.node.fixture.DatabaseTest;
import org.govshare.node.fixture.People;
import org.govshare.protocol.control.Side;
import org.govshare.protocol.control.TransferMode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When change capture stops instead of missing something. */
class CaptureRefusalTest extends DatabaseTest {
  private final UUID channel = UUID.randomUUID();

  @BeforeEach
  void start() throws Exception {
    exchange.startNodes();
    People.insertMany(databases, 20);
  }

  private String run(String state) throws Exception {
    UUID run = UUID.randomUUID();
    exchange.start(run, channel, TransferMode.CAPTURE, People.COLUMNS);
    return exchange.awaitState(run, Side.SOURCE, state).path("reason").asText();
  }

  @Test
  void aTableThatIsNotOnTheCaptureListIsRefusedAndLeftAlone() throws Exception {
    exchange.dataSource(
        "gs", databases.dataSource("gs", "postgres", List.of("public.person"), List.of()));
    exchange.stopNode("gs");
    exchange.startNode("gs");

    assertEquals("not-allowed", run("FAILED"));
    assertEquals(
        "",
        String.valueOf(
            databases.value(
                "gs", "SELECT coalesce(to_regnamespace('govshare_capture')::text, '')")));
    assertEquals("0", databases.value("gs", "SELECT count(*) FROM pg_trigger"));
  }

  @Test
  void triggersThatAreMissingOrSwitchedOffStopTheRun() throws Exception {
    run("COMPLETED");
    databases.execute("gs", "ALTER TABLE public.person DISABLE TRIGGER govshare_capture_1");
    assertEquals("capture-interrupted", run("FAILED"));
    databases.execute("gs", "ALTER TABLE public.person ENABLE TRIGGER govshare_capture_1");
    assertEquals("capture-interrupted", run("FAILED"));
    databases.execute("gs", "DROP TRIGGER govshare_capture_1_truncate ON public.person");
    assertEquals("capture-interrupted", run("FAILED"));
    databases.execute("gs", "DROP SCHEMA govshare_capture CASCADE");
    assertEquals("capture-missing", run("FAILED"));
    exchange.anew(true);
    run("COMPLETED");
    assertEquals(People.digest(databases, "gs"), People.digest(databases, "sw"));
  }

  @Test
  void historyThatIsNotKeptAnyMoreStopsTheRun() throws Exception {
    run("COMPLETED");
    run("COMPLETED");
    databases.execute("gs", "UPDATE govshare_capture.reader SET windows = windows + 1");
    assertEquals("history-purged", run("FAILED"));
    databases.execute("gs", "DELETE FROM govshare_capture.reader");
    assertEquals("history-purged", run("FAILED"));
  }

  @Test
  void aTableWhoseChangesEscapeTriggersIsRefused() throws Exception {
    databases.execute("gs", "CREATE TABLE public.child () INHERITS (public.person)");
    assertEquals("capture-not-possible", run("FAILED"));
    databases.execute("gs", "DROP TABLE public.child; ALTER TABLE public.person SET UNLOGGED");
    assertEquals("capture-not-possible", run("FAILED"));
  }

  @Test
  void theWritersOfTheTableNeedNoRightsAndRenamesDoNotDisturbThem() throws Exception {
    run("COMPLETED");
    databases.execute(
        "gs",
        """
        DROP ROLE IF EXISTS writer;
        CREATE ROLE writer LOGIN;
        GRANT SELECT, INSERT, UPDATE, DELETE ON public.person TO writer;
        ALTER TABLE public.person RENAME COLUMN id TO ident;
        SET ROLE writer;
        INSERT INTO public.person (ident, name, changed_at) VALUES (100, 'w', now());
        UPDATE public.person SET ident = 101 WHERE ident = 100;
        """);
    assertEquals("column-missing", run("FAILED"));
    databases.execute("gs", "ALTER TABLE public.person RENAME COLUMN ident TO id");

    run("COMPLETED");

    assertEquals(People.digest(databases, "gs"), People.digest(databases, "sw"));
    databases.execute("gs", "DROP OWNED BY writer; DROP ROLE writer");
  }
}
