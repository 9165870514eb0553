package org.govshare.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.govshare.node.fixture.DatabaseTest;
import org.govshare.node.fixture.People;
import org.govshare.node.local.LocalClient;
import org.govshare.node.local.LocalSocket;
import org.govshare.node.local.Operator;
import org.govshare.node.state.Json;
import org.govshare.protocol.control.RowCondition;
import org.govshare.protocol.control.RowOperator;
import org.govshare.protocol.control.Side;
import org.govshare.protocol.control.TransferMode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a department's own people type at their machine. */
class OperatorTest extends DatabaseTest {
  @TempDir Path state;
  private final UUID run = UUID.randomUUID();
  private LocalSocket socket;
  private int exit;

  @BeforeEach
  void listen() throws Exception {
    exchange.dataSource(
        "gs", databases.requiringApproval("gs", "postgres", List.of("public.person")));
    People.insertMany(databases, 50);
    exchange.startNodes();
    socket =
        LocalSocket.open(state, new Operator(List.of(exchange.node("gs"), exchange.node("sw"))));
  }

  @AfterEach
  void close() throws Exception {
    socket.close();
  }

  private String type(String... words) {
    List<String> typed = new ArrayList<>(List.of("--state", state.toString()));
    typed.addAll(List.of(words));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (PrintStream printed = new PrintStream(out, true, StandardCharsets.UTF_8)) {
      exit = LocalClient.run(typed.toArray(String[]::new), printed, printed);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  private JsonNode json(String... words) throws Exception {
    List<String> typed = new ArrayList<>(List.of("--json"));
    typed.addAll(List.of(words));
    return Json.tree(type(typed.toArray(String[]::new)).getBytes(StandardCharsets.UTF_8));
  }

  private void withheld(String reason) throws Exception {
    exchange
        .centre()
        .await(
            reason,
            event ->
                event.path("type").asText().equals("RunWithheld")
                    && event.path("reason").asText().equals(reason));
  }

  @Test
  void whatWaitsIsSeenApprovedStoppedAndAllowed() throws Exception {
    RowCondition condition = new RowCondition("id", RowOperator.AT_MOST, List.of("20"));
    exchange.start(run, UUID.randomUUID(), TransferMode.FULL, People.COLUMNS, List.of(condition));
    withheld("approval-missing");

    JsonNode pending = json("pending").get(0);
    assertEquals("gs", pending.path("node").asText());
    assertEquals("person-to-sw", pending.path("services").get(0).asText());
    assertEquals("sw", pending.path("subject").path("targetNode").asText());
    String text = type("pending");
    assertTrue(text.contains("columns  id, name, code, amount"), text);
    assertTrue(text.contains("rows     id AT_MOST 20"), text);
    assertTrue(text.contains(exchange.keys("sw").keyId().toString()), text);

    type("--node", "gs", "stop", "table", "public.person", "--note", "audit");
    assertEquals(0, exit);
    String id = pending.path("id").asText();
    assertTrue(type("--node", "gs", "approve", id, "--days", "30").contains("approved until"));
    withheld("held-by-provider");
    String status = type("status");
    assertTrue(status.contains("stopped: table public.person"), status);
    assertTrue(status.contains("audit"), status);
    assertTrue(status.contains("stands by: run " + run), status);
    assertTrue(type("--node", "gs", "allow", "table", "public.person").contains("allowed again"));

    exchange.awaitState(run, Side.TARGET, "COMPLETED");
    exchange.awaitState(run, Side.SOURCE, "COMPLETED");
    assertEquals("20", databases.value("sw", "SELECT count(*) FROM public.person"));
    exchange
        .centre()
        .await("the journal", event -> type("outgoing").contains(" COMPLETED public.person to sw"));
    JsonNode line = json("outgoing", "--last", "1").get(0).path("left").get(0);
    assertEquals(20, line.path("sent").path("rows").asInt());
    assertEquals(20, line.path("committedRows").asInt());
    assertEquals(64, line.path("conditions").asText().length());
    assertTrue(type("approvals").contains(id + " at node gs: approved, by "));
    assertEquals("nothing waits for approval", type("pending").strip());
  }

  @Test
  void aRefusalIsSeenAndTakenBack() throws Exception {
    exchange.start(run, UUID.randomUUID(), TransferMode.FULL, People.COLUMNS);
    withheld("approval-missing");
    String id = json("pending").get(0).path("id").asText();

    assertEquals("refused", type("--node", "gs", "refuse", id).strip());
    withheld("approval-refused");
    assertTrue(type("approvals").contains(id + " at node gs: refused"));
    assertEquals("withdrawn", type("--node", "gs", "withdraw", id).strip());
    assertEquals(0, exit);
    type("--node", "gs", "withdraw", id);
    assertEquals(1, exit);
  }

  @Test
  void aCallThatIsWrongSaysSoAndChangesNothing() throws Exception {
    for (List<String> wrong :
        List.of(
            List.of("halt"),
            List.of("--node", "gs", "stop"),
            List.of("stop", "all"),
            List.of("--node", "nobody", "stop", "all"),
            List.of("--node", "gs", "stop", "table", "person"),
            List.of("--node", "gs", "stop", "run", "one"),
            List.of("--node", "gs", "stop", "all", "now"),
            List.of("--node", "gs", "approve", "0", "--days", "0"),
            List.of("status", "--node"),
            List.of("status", "--what"))) {
      String said = type(wrong.toArray(String[]::new));
      assertEquals(2, exit, wrong + " " + said);
      assertTrue(said.contains("usage: govshare-node"), said);
    }
    type("--node", "gs", "approve", "0123456789abcdef");
    assertEquals(1, exit);
    type("--node", "gs", "allow", "all");
    assertEquals(1, exit);
    assertTrue(exchange.node("gs").gate().holds().isEmpty());
  }

  @Test
  void onlyTheAgentsOwnAccountReachesTheSocket() throws Exception {
    assertEquals(
        "rwx------",
        PosixFilePermissions.toString(Files.getPosixFilePermissions(state.resolve("control"))));
    socket.close();
    assertTrue(type("status").startsWith("no agent answers at "));
    assertEquals(1, exit);
  }
}
