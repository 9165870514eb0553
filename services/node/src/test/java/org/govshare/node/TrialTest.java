package org.govshare.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.govshare.node.fixture.DatabaseTest;
import org.govshare.node.state.Json;
import org.govshare.protocol.control.MappedColumn;
import org.govshare.protocol.control.MappingFunction;
import org.govshare.protocol.control.MappingStep;
import org.govshare.protocol.control.RowCondition;
import org.govshare.protocol.control.RowOperator;
import org.govshare.protocol.control.Side;
import org.govshare.protocol.control.TryRun;
import org.govshare.protocol.crypto.SealedText;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a node says of a run before there is one. */
class TrialTest extends DatabaseTest {
  private static final List<MappedColumn> COLUMNS =
      List.of(
          new MappedColumn("id", "id", "bigint", List.of()),
          new MappedColumn(
              "name", "label", "text", List.of(new MappingStep(MappingFunction.UPPER, List.of()))));

  private KeyPair reader;

  @BeforeEach
  void tables() throws Exception {
    databases.execute(
        "gs",
        """
        DROP TABLE public.person;
        CREATE TABLE public.person (id bigint PRIMARY KEY, name text, amount text);
        INSERT INTO public.person
          SELECT i, 'secret-' || i, 'twelve' FROM generate_series(1, 500) i;
        ANALYZE public.person;
        """);
    databases.execute(
        "sw",
        "DROP TABLE public.person; CREATE TABLE public.person (id bigint PRIMARY KEY, label text)");
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    reader = generator.generateKeyPair();
    exchange.startNodes();
  }

  private String readerKey() {
    return Base64.getEncoder().encodeToString(reader.getPublic().getEncoded());
  }

  private JsonNode tried(Side side, List<MappedColumn> columns, String key) throws Exception {
    UUID trial = UUID.randomUUID();
    String node = side == Side.SOURCE ? "gs" : "sw";
    List<RowCondition> filter =
        side == Side.SOURCE
            ? List.of(new RowCondition("id", RowOperator.GREATER, List.of("100")))
            : List.of();
    exchange
        .centre()
        .command(
            node,
            new TryRun(trial, side, node, "public", "person", columns, List.of("id"), filter, key));
    return exchange
        .centre()
        .await("answer", event -> event.path("trialId").asText().equals(trial.toString()));
  }

  @Test
  void theFirstMappedRowsAreForTheReaderAlone() throws Exception {
    JsonNode done = tried(Side.SOURCE, COLUMNS, readerKey());

    assertEquals("TrialDone", done.get("type").asText(), done.toString());
    assertTrue(done.at("/plan/rows").asLong() > 0);
    assertTrue(done.at("/plan/steps").toString().contains("person"), done.toString());
    SealedText sealed = Json.read(done.get("rows"), SealedText.class);
    assertFalse(
        exchange.centre().events().stream().anyMatch(it -> it.toString().contains("SECRET-101")));
    JsonNode rows =
        Json.tree(
            sealed
                .open(reader.getPrivate(), done.get("trialId").asText())
                .getBytes(StandardCharsets.UTF_8));
    assertEquals(20, rows.size());
    assertEquals("[\"101\",\"SECRET-101\"]", rows.get(0).toString());
    assertEquals("[\"120\",\"SECRET-120\"]", rows.get(19).toString());
    assertEquals("0", databases.value("sw", "SELECT count(*) FROM public.person"));
  }

  @Test
  void withoutAReaderThereIsAPlanAlone() throws Exception {
    JsonNode done = tried(Side.SOURCE, COLUMNS, null);
    assertEquals("TrialDone", done.get("type").asText());
    assertTrue(done.get("rows").isNull());
    assertFalse(done.toString().contains("100"), "no value of a condition leaves the node");
  }

  @Test
  void theTargetSaysWhetherItsTableTakesThem() throws Exception {
    JsonNode empty = tried(Side.TARGET, COLUMNS, null);
    assertEquals(0, empty.at("/plan/rows").asLong(-2));

    databases.execute("sw", "ALTER TABLE public.person DROP COLUMN label");
    JsonNode drifted = tried(Side.TARGET, COLUMNS, null);
    assertEquals("TrialFailed", drifted.get("type").asText());
    assertEquals("schema-drift", drifted.get("reason").asText());
    assertTrue(drifted.get("detail").asText().contains("label"));
  }

  @Test
  void aValueThatCannotBeMappedFailsTheTrialWithoutBeingTold() throws Exception {
    List<MappedColumn> amount =
        List.of(
            new MappedColumn(
                "amount",
                "id",
                "bigint",
                List.of(new MappingStep(MappingFunction.CAST, List.of()))));
    JsonNode failed = tried(Side.SOURCE, amount, readerKey());
    assertEquals("value-refused", failed.get("reason").asText());
    assertFalse(failed.toString().contains("twelve"));
  }

  @Test
  void aTargetShowsNoRowsAndAKeyOfAnotherKindIsRefused() throws Exception {
    JsonNode target = tried(Side.TARGET, COLUMNS, readerKey());
    assertEquals("sample-not-allowed", target.get("reason").asText());
    JsonNode refused = tried(Side.SOURCE, COLUMNS, "AAAA");
    assertEquals("command-refused", refused.get("reason").asText());
  }
}
