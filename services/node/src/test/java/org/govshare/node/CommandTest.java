package org.govshare.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.govshare.node.fixture.DatabaseTest;
import org.govshare.node.fixture.People;
import org.govshare.protocol.control.ComputeDigest;
import org.govshare.protocol.control.DigestColumn;
import org.govshare.protocol.control.ReportInventory;
import org.govshare.protocol.control.Side;
import org.govshare.protocol.control.TransferMode;
import org.junit.jupiter.api.Test;

class CommandTest extends DatabaseTest {
  private static final List<DigestColumn> COLUMNS =
      People.COLUMNS.stream()
          .map(column -> new DigestColumn(column.source(), column.targetType(), column.steps()))
          .toList();
  private static final String SALT = Base64.getEncoder().encodeToString(new byte[] {1, 2, 3});

  private static boolean of(JsonNode event, String type, String node) {
    return event.path("type").asText().equals(type)
        && (node == null || event.toString().contains("\"code\":\"" + node + "\""));
  }

  private ComputeDigest digest(UUID id, Side side, String table, String salt) {
    return new ComputeDigest(
        id,
        UUID.randomUUID(),
        side,
        side == Side.SOURCE ? "gs" : "sw",
        "public",
        table,
        COLUMNS,
        List.of(),
        salt);
  }

  private JsonNode result(UUID id) throws InterruptedException {
    return exchange
        .centre()
        .await("result", event -> event.path("reconciliationId").asText().equals(id.toString()));
  }

  @Test
  void aNodeTellsThatItStartedAndWhichTablesItOpens() throws Exception {
    databases.execute("gs", "CREATE TABLE public.hidden (id int)");
    databases.execute("gs", "COMMENT ON COLUMN public.person.name IS '名称'");
    databases.execute("gs", "COMMENT ON TABLE public.person IS '人员信息表'");
    exchange.startNode("gs");

    exchange.centre().await("start", event -> of(event, "NodeStarted", null));
    JsonNode inventory =
        exchange.centre().await("inventory", event -> of(event, "InventoryReported", "gs"));
    JsonNode tables = inventory.get("dataSources").get(0).get("tables");
    assertEquals(1, tables.size());
    JsonNode person = tables.get(0);
    assertEquals("person", person.get("name").asText());
    assertEquals("人员信息表", person.get("comment").asText());
    assertEquals("id", person.get("primaryKey").get(0).asText());
    assertEquals("character varying(200)", person.get("columns").get(1).get("type").asText());
    assertEquals("名称", person.get("columns").get(1).get("comment").asText());
    assertFalse(person.get("columns").get(0).get("nullable").asBoolean());
  }

  @Test
  void theInventoryComesAgainWhenAskedFor() throws Exception {
    exchange.startNode("gs");
    exchange.centre().await("inventory", event -> of(event, "InventoryReported", "gs"));
    databases.execute("gs", "ALTER TABLE public.person ADD COLUMN added text");
    exchange.centre().command("gs", new ReportInventory());

    exchange.centre().await("column", event -> event.toString().contains("\"added\""));
  }

  @Test
  void digestsOfEqualTablesAreEqualAndOfDifferentOnesAreNot() throws Exception {
    People.insertAwkward(databases);
    People.insertMany(databases, 500);
    exchange.startNodes();
    UUID run = UUID.randomUUID();
    exchange.start(run, UUID.randomUUID(), TransferMode.FULL, People.COLUMNS);
    exchange.awaitState(run, Side.TARGET, "COMPLETED");
    UUID source = UUID.randomUUID();
    UUID target = UUID.randomUUID();
    exchange.centre().command("gs", digest(source, Side.SOURCE, "person", SALT));
    exchange.centre().command("sw", digest(target, Side.TARGET, "person", SALT));

    JsonNode atSource = result(source);
    JsonNode atTarget = result(target);
    assertEquals("DigestComputed", atSource.get("type").asText());
    assertEquals(518, atSource.get("rows").asLong());
    assertEquals(atSource.get("digest"), atTarget.get("digest"));

    databases.execute("sw", "UPDATE public.person SET remark = remark || ' ' WHERE id = 77");
    UUID changed = UUID.randomUUID();
    exchange.centre().command("sw", digest(changed, Side.TARGET, "person", SALT));
    assertFalse(atSource.get("digest").equals(result(changed).get("digest")));
    UUID otherSalt = UUID.randomUUID();
    exchange.centre().command("gs", digest(otherSalt, Side.SOURCE, "person", "AAAA"));
    assertFalse(atSource.get("digest").equals(result(otherSalt).get("digest")));
  }

  @Test
  void aDigestOfATableThatIsNotOpenIsRefused() throws Exception {
    databases.execute("gs", "CREATE TABLE public.hidden (id int)");
    exchange.startNode("gs");
    UUID id = UUID.randomUUID();
    exchange.centre().command("gs", digest(id, Side.SOURCE, "hidden", SALT));

    JsonNode failed = result(id);
    assertEquals("DigestFailed", failed.get("type").asText());
    assertEquals("not-allowed", failed.get("reason").asText());
  }

  @Test
  void aCommandThatComesTwiceIsCarriedOutOnce() throws Exception {
    exchange.startNode("gs");
    UUID id = UUID.randomUUID();
    exchange.centre().command("gs", 1, digest(id, Side.SOURCE, "person", SALT));
    exchange.centre().command("gs", 1, digest(id, Side.SOURCE, "person", SALT));
    UUID next = UUID.randomUUID();
    exchange.centre().command("gs", 2, digest(next, Side.SOURCE, "person", SALT));
    result(next);

    assertEquals(
        1,
        exchange.centre().events().stream()
            .filter(event -> event.path("reconciliationId").asText().equals(id.toString()))
            .count());
  }

  @Test
  void aCommandAfterAGapWaitsForTheMissingOne() throws Exception {
    exchange.startNode("gs");
    UUID first = UUID.randomUUID();
    UUID second = UUID.randomUUID();
    UUID third = UUID.randomUUID();
    exchange.centre().command("gs", 1, digest(first, Side.SOURCE, "person", SALT));
    exchange.centre().command("gs", 3, digest(third, Side.SOURCE, "person", SALT));
    exchange.centre().command("gs", 2, digest(second, Side.SOURCE, "person", SALT));
    result(first);
    result(second);

    assertTrue(
        exchange.centre().events().stream()
            .noneMatch(event -> event.path("reconciliationId").asText().equals(third.toString())));
    exchange.centre().command("gs", 3, digest(third, Side.SOURCE, "person", SALT));
    result(third);
  }

  @Test
  void aRestartedNodeRemembersItsLastCommand() throws Exception {
    exchange.startNode("gs");
    UUID first = UUID.randomUUID();
    exchange.centre().command("gs", 1, digest(first, Side.SOURCE, "person", SALT));
    result(first);
    exchange.stopNode("gs");
    exchange.startNode("gs");
    UUID again = UUID.randomUUID();
    UUID next = UUID.randomUUID();
    exchange.centre().command("gs", 1, digest(again, Side.SOURCE, "person", SALT));
    exchange.centre().command("gs", 2, digest(next, Side.SOURCE, "person", SALT));
    result(next);

    assertTrue(
        exchange.centre().events().stream()
            .noneMatch(event -> event.path("reconciliationId").asText().equals(again.toString())));
  }

  @Test
  void aRunThatTookAnothersPlaceIsTheOneThatARestartRemembers() throws Exception {
    People.insertMany(databases, 50);
    exchange.startNode("gs");
    UUID channel = UUID.randomUUID();
    UUID first = UUID.randomUUID();
    UUID second = UUID.randomUUID();
    for (UUID run : List.of(first, second)) {
      exchange
          .centre()
          .command(
              "gs", exchange.command(Side.SOURCE, run, channel, TransferMode.FULL, People.COLUMNS));
    }
    assertEquals(
        "superseded", exchange.awaitState(first, Side.SOURCE, "STOPPED").get("reason").asText());
    exchange.stopNode("gs");
    exchange.startNode("gs");
    exchange.startNode("sw");
    exchange
        .centre()
        .command(
            "sw",
            exchange.command(Side.TARGET, second, channel, TransferMode.FULL, People.COLUMNS));

    exchange.awaitState(second, Side.SOURCE, "COMPLETED");
    assertEquals(People.digest(databases, "gs"), People.digest(databases, "sw"));
  }

  @Test
  void aCommandThatMakesNoSenseDoesNotBlockTheNextOne() throws Exception {
    exchange.startNode("gs");
    exchange.centre().command("gs", new Nonsense("x"));
    exchange.centre().command("gs", 2, new StartRun("no run at all"));
    UUID next = UUID.randomUUID();
    exchange.centre().command("gs", 3, digest(next, Side.SOURCE, "person", SALT));

    assertEquals("DigestComputed", result(next).get("type").asText());
  }

  private record Nonsense(String what) {}

  /** Named like the real command. */
  private record StartRun(String runId) {}
}
