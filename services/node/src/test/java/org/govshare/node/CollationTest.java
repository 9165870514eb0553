package org.govshare.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import org.govshare.node.fixture.DatabaseTest;
import org.govshare.node.fixture.People;
import org.govshare.protocol.control.MappedColumn;
import org.govshare.protocol.control.Side;
import org.govshare.protocol.control.TransferMode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Keys of text, whose order the database's collations make. */
class CollationTest extends DatabaseTest {
  private static final List<MappedColumn> COLUMNS =
      People.COLUMNS.stream()
          .map(it -> it.source().equals("id") ? new MappedColumn("id", "id", "text") : it)
          .toList();

  private final UUID channel = UUID.randomUUID();

  @BeforeEach
  void start() throws Exception {
    People.insertMany(databases, 300);
    for (String database : List.of("gs", "sw")) {
      databases.execute(database, "ALTER TABLE public.person ALTER COLUMN id TYPE text");
    }
    exchange.startNodes();
  }

  private JsonNode run(TransferMode mode, String state) throws Exception {
    UUID run = UUID.randomUUID();
    exchange.start(run, channel, mode, COLUMNS);
    return exchange.awaitState(run, Side.SOURCE, state);
  }

  private void order(String collation) throws Exception {
    databases.execute(
        "gs", "ALTER TABLE public.person ALTER COLUMN id TYPE text COLLATE \"" + collation + "\"");
  }

  @Test
  void incrementsDoNotGoOnInAnotherOrder() throws Exception {
    assertEquals(300, run(TransferMode.INCREMENT, "COMPLETED").get("rows").asLong());
    assertEquals(0, run(TransferMode.INCREMENT, "COMPLETED").get("rows").asLong());
    order("POSIX");

    JsonNode failed = run(TransferMode.INCREMENT, "FAILED");
    assertEquals("collation-changed", failed.get("reason").asText());
    assertTrue(failed.get("detail").asText().contains("pg_catalog.POSIX"), failed.toString());
    exchange.anew(true);
    assertEquals(300, run(TransferMode.INCREMENT, "COMPLETED").get("rows").asLong());
    exchange.anew(false);
    assertEquals(0, run(TransferMode.INCREMENT, "COMPLETED").get("rows").asLong());
  }

  @Test
  void aFullCopyCarriesNoPositionOfAnotherOrderAlong() throws Exception {
    run(TransferMode.INCREMENT, "COMPLETED");
    order("POSIX");
    run(TransferMode.FULL, "COMPLETED");

    assertEquals(300, run(TransferMode.INCREMENT, "COMPLETED").get("rows").asLong());
    String all =
        "SELECT md5(string_agg(p::text, '|' ORDER BY id COLLATE \"C\")) FROM public.person p";
    assertEquals(databases.value("gs", all), databases.value("sw", all));
  }
}
