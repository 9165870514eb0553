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
}
