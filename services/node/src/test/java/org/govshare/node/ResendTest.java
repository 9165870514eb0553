package org.govshare.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import org.govshare.node.fixture.DatabaseTest;
import org.govshare.node.fixture.People;
import org.govshare.protocol.control.RowCondition;
import org.govshare.protocol.control.RowOperator;
import org.govshare.protocol.control.Side;
import org.govshare.protocol.control.StartRun;
import org.govshare.protocol.control.TransferMode;
import org.junit.jupiter.api.Test;

class ResendTest extends DatabaseTest {
  private final UUID channel = UUID.randomUUID();

  private JsonNode increment(RowCondition... bounds) throws Exception {
    UUID run = UUID.randomUUID();
    StartRun target =
        exchange.command(Side.TARGET, run, channel, TransferMode.INCREMENT, People.COLUMNS);
    StartRun source =
        exchange.command(Side.SOURCE, run, channel, TransferMode.INCREMENT, People.COLUMNS);
    boolean again = bounds.length > 0;
    exchange.centre().command("sw", again ? target.resending(List.of(bounds)) : target);
    exchange.centre().command("gs", again ? source.resending(List.of(bounds)) : source);
    exchange.awaitState(run, Side.TARGET, "COMPLETED");
    return exchange.awaitState(run, Side.SOURCE, "COMPLETED");
  }

  @Test
  void rowsAreSentAgainAndIncrementsGoOnFromWhereTheyWere() throws Exception {
    People.insertMany(databases, 300);
    exchange.startNodes();
    assertEquals(300, increment().get("rows").asLong());
    String good = People.digest(databases, "gs");
    databases.execute("sw", "UPDATE public.person SET name = 'spoilt' WHERE id IN (7, 8)");
    databases.execute("sw", "DELETE FROM public.person WHERE id BETWEEN 100 AND 119");
    assertNotEquals(good, People.digest(databases, "sw"));

    JsonNode byKey =
        increment(new RowCondition("id", RowOperator.IN, List.of("7", "8", "9", "100000")));
    assertEquals(3, byKey.get("rows").asLong());
    // The watermark of row n is n seconds after the year's beginning.
    JsonNode byTime =
        increment(
            new RowCondition(
                "changed_at", RowOperator.AT_LEAST, List.of("2026-01-01T08:01:40+08:00")),
            new RowCondition("changed_at", RowOperator.LESS, List.of("2026-01-01T00:02:00Z")));
    assertEquals(20, byTime.get("rows").asLong());
    assertEquals(good, People.digest(databases, "sw"));

    assertEquals(0, increment().get("rows").asLong());
    databases.execute(
        "gs", "INSERT INTO public.person (id, name, changed_at) VALUES (9000, 'x', now())");
    assertEquals(1, increment().get("rows").asLong());
    assertEquals(People.digest(databases, "gs"), People.digest(databases, "sw"));
  }

  @Test
  void aParkedRowThatWasMendedAtTheSourceIsSentAgainByItsKey() throws Exception {
    People.insertMany(databases, 30);
    databases.execute("sw", "ALTER TABLE public.person ADD CHECK (amount >= 0)");
    databases.execute("gs", "UPDATE public.person SET amount = -1 WHERE id = 5");
    exchange.badRowPercent(10.0);
    exchange.startNodes();
    increment();
    databases.execute("gs", "UPDATE public.person SET amount = 5 WHERE id = 5");

    increment(new RowCondition("id", RowOperator.EQUALS, List.of("5")));

    assertEquals(People.digest(databases, "gs"), People.digest(databases, "sw"));
    assertEquals("SUPERSEDED", databases.value("sw", "SELECT state FROM govshare.parked_row"));
  }
}
