package org.govshare.node;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.UUID;
import org.govshare.node.fixture.DatabaseTest;
import org.govshare.node.fixture.People;
import org.govshare.protocol.control.Side;
import org.govshare.protocol.control.TransferMode;
import org.junit.jupiter.api.Test;

/** Change capture goes on with what agents from before lanes have left in both databases. */
class CaptureUpgradeTest extends DatabaseTest {
  private final UUID channel = UUID.randomUUID();

  private long capture() throws Exception {
    UUID run = UUID.randomUUID();
    exchange.start(run, channel, TransferMode.CAPTURE, People.COLUMNS);
    exchange.awaitState(run, Side.TARGET, "COMPLETED");
    return exchange.awaitState(run, Side.SOURCE, "COMPLETED").get("rows").asLong();
  }

  @Test
  void windowsGoOnAndWhatWasBroughtIsRemovedByItsDeletes() throws Exception {
    exchange.startNodes();
    People.insertMany(databases, 50);
    capture();
    databases.execute("gs", "ALTER TABLE govshare_capture.reader DROP COLUMN service_id");
    databases.execute(
        "sw",
        """
        ALTER TABLE govshare.replica ADD COLUMN copying boolean NOT NULL DEFAULT false,
          ADD COLUMN channel_id uuid;
        UPDATE govshare.replica SET channel_id = (SELECT channel_id FROM govshare.replica_lane);
        DROP TABLE govshare.replica_lane;
        ALTER TABLE govshare.replica_1 DROP COLUMN govshare_lane;
        DROP TABLE govshare.shadow;
        DELETE FROM govshare.schema_version WHERE version >= 5;
        """);
    databases.execute(
        "gs",
        "DELETE FROM public.person WHERE id = 1; UPDATE public.person SET name = 'x' WHERE id = 2");

    assertEquals(2, capture());
    assertEquals(People.digest(databases, "gs"), People.digest(databases, "sw"));
    databases.execute("gs", "TRUNCATE public.person");
    assertEquals(1, capture());
    assertEquals("0", databases.value("sw", "SELECT count(*) FROM public.person"));
  }
}
