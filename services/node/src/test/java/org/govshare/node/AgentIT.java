package org.govshare.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.govshare.node.fixture.AgentProcess;
import org.govshare.node.fixture.Exchange;
import org.govshare.node.fixture.People;
import org.govshare.node.fixture.TestDatabases;
import org.govshare.protocol.control.RunLimits;
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

  @Test
  void itsPeopleStopAndAllowItAtItsMachine() throws Exception {
    People.insertMany(databases, 20_000);
    exchange.limits(new RunLimits(3_000L, null));
    UUID run = UUID.randomUUID();
    exchange.start(run, UUID.randomUUID(), TransferMode.FULL, People.COLUMNS);
    awaitRows(1);

    assertTrue(source.command(0, "outgoing").contains("of person-to-sw, FULL, since "));
    assertTrue(source.command(0, "stop", "all").startsWith("stopped: everything"));
    exchange.centre().await("withheld", event -> event.path("type").asText().equals("RunWithheld"));
    source.kill();
    source.start();
    awaitReady(source);
    assertTrue(source.command(0, "status").contains("stopped: everything, by "));
    assertTrue(source.command(2, "stop").contains("usage: govshare-node"));
    long held = count();
    assertTrue(held < 20_000);
    source.command(0, "allow", "all");

    awaitRows((int) held + 1);
    assertTrue(source.command(0, "--json", "outgoing").contains("\"WITHHELD\""));
  }

  @Test
  void itListensOnItsManagementPortAloneAndWhereItIsTold() throws Exception {
    source.close();
    source.environment("QUARKUS_HTTP_HOST", "127.0.0.1");
    source.start();
    awaitReady(source);

    List<String> listening = listening(source.pid());
    assertEquals(1, listening.size(), listening.toString());
    // Loopback, as the kernel writes it: IPv4, or IPv4 mapped into IPv6.
    assertTrue(listening.getFirst().contains("0100007F:"), listening.toString());
    assertEquals(1, listening(target.pid()).size());
  }

  /** Local addresses of the TCP sockets on which a process listens. */
  private static List<String> listening(long pid) throws IOException {
    Set<String> own = new HashSet<>();
    try (Stream<Path> files = Files.list(Path.of("/proc/" + pid + "/fd"))) {
      for (Path file : files.toList()) {
        if (Files.isSymbolicLink(file)) {
          own.add(Files.readSymbolicLink(file).toString());
        }
      }
    }
    List<String> found = new ArrayList<>();
    for (String table : List.of("tcp", "tcp6")) {
      for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/net/" + table))) {
        String[] fields = line.strip().split("\\s+");
        if (fields[3].equals("0A") && own.contains("socket:[" + fields[9] + "]")) {
          found.add(fields[1]);
        }
      }
    }
    return found;
  }

  private static void awaitReady(AgentProcess agent) throws Exception {
    Instant end = Instant.now().plus(Duration.ofSeconds(60));
    while (!agent.answers()) {
      if (Instant.now().isAfter(end)) {
        throw new AssertionError(agent.log());
      }
      Thread.sleep(50);
    }
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
