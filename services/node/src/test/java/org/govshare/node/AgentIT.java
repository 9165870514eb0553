package org.govshare.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.govshare.node.fixture.AgentProcess;
import org.govshare.node.fixture.Exchange;
import org.govshare.node.fixture.People;
import org.govshare.node.fixture.TestDatabases;
import org.govshare.protocol.control.Side;
import org.govshare.protocol.control.TransferMode;
import org.govshare.protocol.crypto.Keyring;
import org.govshare.protocol.receipt.Receipt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two packaged agents. */
class AgentIT {
  private static final int ROWS = 60_000;

  @TempDir Path directory;
  private TestDatabases databases;
  private Exchange exchange;
  private AgentProcess source;
  private AgentProcess target;

  @BeforeEach
  void start() throws Exception {
    databases = new TestDatabases();
    exchange = new Exchange(directory, databases);
    People.createTables(databases);
    source = agent("gs", "read");
    target = agent("sw", "write");
    source.start();
    target.start();
  }

  @AfterEach
  void stop() throws Exception {
    source.close();
    target.close();
    exchange.close();
    databases.close();
  }

  @Test
  void aCopySurvivesTheDeathOfEachAgent() throws Exception {
    People.insertAwkward(databases);
    People.insertMany(databases, ROWS);
    UUID run = UUID.randomUUID();
    exchange.start(run, UUID.randomUUID(), TransferMode.FULL, People.COLUMNS);

    awaitRows(ROWS / 10);
    source.kill();
    source.start();
    awaitRows(ROWS / 2);
    target.kill();
    target.start();

    exchange.awaitState(run, Side.SOURCE, "COMPLETED");
    exchange.awaitState(run, Side.TARGET, "COMPLETED");
    assertEquals(People.digest(databases, "gs"), People.digest(databases, "sw"));
    Receipt before = null;
    for (Receipt receipt : exchange.centre().receipts()) {
      assertNull(receipt.breakAfter(before));
      before = receipt;
    }
    assertFalse(source.log().contains("postgres\npassword"), "no secret in the log");
  }

  private void awaitRows(int rows) throws Exception {
    Instant end = Instant.now().plus(Duration.ofSeconds(60));
    while (count() < rows) {
      if (Instant.now().isAfter(end)) {
        throw new AssertionError(
            "only " + count() + " rows\n" + source.log() + "\n" + target.log());
      }
      Thread.sleep(5);
    }
  }

  private long count() throws Exception {
    String known = databases.value("sw", "SELECT to_regclass('govshare.channel')");
    String rows =
        known == null ? null : databases.value("sw", "SELECT sum(run_rows) FROM govshare.channel");
    return rows == null ? 0 : Long.parseLong(rows);
  }

  private AgentProcess agent(String node, String list) throws Exception {
    Path keys = directory.resolve("keys-" + node);
    Keyring known = exchange.keyring(node);
    known.save(keys);
    String yaml =
        """
        govshare:
          agent:
            state:
              directory: %s
            amqp:
              host: localhost
              port: %d
            exchange:
              chunk-bytes: 32768
            nodes:
              %s:
                amqp:
                  username: node.%s
                  password: secret
                keys:
                  directory: %s
                data-sources:
                  %s:
                    host: localhost
                    port: %d
                    database: %s
                    username: postgres
                    password: postgres
                    allow:
                      %s: [public.person]
        """
            .formatted(
                directory.resolve("state-" + node),
                exchange.broker().port(),
                node,
                node,
                keys,
                node,
                databases.dataSource(node, "postgres", List.of(), List.of()).port(),
                node,
                list);
    Path file = Files.writeString(directory.resolve("agent-" + node + ".yaml"), yaml);
    return new AgentProcess(file, List.of("-Xmx128m"));
  }
}
