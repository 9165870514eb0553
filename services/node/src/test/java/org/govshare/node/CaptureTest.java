package org.govshare.node;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import org.govshare.node.fixture.DatabaseTest;
import org.govshare.node.fixture.People;
import org.govshare.protocol.control.Side;
import org.govshare.protocol.control.TransferMode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CaptureTest extends DatabaseTest {
  private final UUID channel = UUID.randomUUID();

  @BeforeEach
  void start() throws Exception {
    exchange.startNodes();
  }

  private JsonNode capture() throws Exception {
    UUID run = UUID.randomUUID();
    exchange.start(run, channel, TransferMode.CAPTURE, People.COLUMNS);
    exchange.awaitState(run, Side.TARGET, "COMPLETED");
    return exchange.awaitState(run, Side.SOURCE, "COMPLETED");
  }

  @Test
  void insertsUpdatesDeletesAndKeyChangesArrive() throws Exception {
    People.insertMany(databases, 500);
    People.insertAwkward(databases);
    long rows = Long.parseLong(databases.value("gs", "SELECT count(*) FROM public.person"));
    assertEquals(rows + 1, capture().get("rows").asLong());
    databases.execute(
        "gs",
        """
        UPDATE public.person SET name = 'new' WHERE id = 7;
        UPDATE public.person SET id = 9007 WHERE id = 8;
        DELETE FROM public.person WHERE id BETWEEN 20 AND 29;
        INSERT INTO public.person (id, name, changed_at) VALUES (9000, 'x', now()), (9001, 'y', now());
        DELETE FROM public.person WHERE id = 9001;
        """);

    assertEquals(15, capture().get("rows").asLong());
    assertEquals(People.digest(databases, "gs"), People.digest(databases, "sw"));
    assertEquals(0, capture().get("rows").asLong());
    assertEquals("0", databases.value("gs", "SELECT count(*) FROM govshare_capture.change_1"));
  }

  @Test
  void changesThatDoNotFitAreParkedUntilALaterOneComes() throws Exception {
    People.insertMany(databases, 100);
    databases.execute("sw", "ALTER TABLE public.person ADD CHECK (amount >= 0)");
    exchange.badRowPercent(10.0);
    capture();
    databases.execute("gs", "UPDATE public.person SET amount = -1 WHERE id IN (3, 4, 5)");
    databases.execute("gs", "UPDATE public.person SET amount = 1 WHERE id = 50");

    assertEquals(4, capture().get("rows").asLong());
    String states = "SELECT string_agg(state, ' ' ORDER BY parked_id) FROM govshare.parked_row";
    assertEquals("WAITING WAITING WAITING", databases.value("sw", states));
    assertEquals("4.11", databases.value("sw", "SELECT amount FROM public.person WHERE id = 3"));
    assertEquals("1.00", databases.value("sw", "SELECT amount FROM public.person WHERE id = 50"));

    databases.execute("gs", "UPDATE public.person SET amount = 3 WHERE id = 3");
    databases.execute("gs", "DELETE FROM public.person WHERE id = 4");
    databases.execute("gs", "UPDATE public.person SET amount = -2 WHERE id = 5");
    capture();
    assertEquals("SUPERSEDED SUPERSEDED SUPERSEDED WAITING", databases.value("sw", states));
    databases.execute("gs", "UPDATE public.person SET amount = 5 WHERE id = 5");
    capture();

    assertEquals("SUPERSEDED SUPERSEDED SUPERSEDED SUPERSEDED", databases.value("sw", states));
    assertEquals(People.digest(databases, "gs"), People.digest(databases, "sw"));
  }
}
