package org.govshare.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.govshare.node.fixture.DatabaseTest;
import org.govshare.protocol.control.ComputeDigest;
import org.govshare.protocol.control.DigestColumn;
import org.govshare.protocol.control.MappedColumn;
import org.govshare.protocol.control.MappingFunction;
import org.govshare.protocol.control.MappingStep;
import org.govshare.protocol.control.RowCondition;
import org.govshare.protocol.control.RowOperator;
import org.govshare.protocol.control.Side;
import org.govshare.protocol.control.TransferMode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Values that are made on the way, and rows that are left out. */
class MappingTest extends DatabaseTest {
  private static final String SALT = "'; DROP TABLE public.person; --";

  @BeforeEach
  void tables() throws Exception {
    databases.execute(
        "gs",
        """
        DROP TABLE public.person;
        CREATE TABLE public.person (id bigint PRIMARY KEY, name text, code char(18), kind text,
          born date, changed_at timestamptz, amount text, remark text);
        INSERT INTO public.person VALUES
          (1, E' \\u3000Ａ公司\\t', '91130000MA07ABCD1X', '1', '1990-02-28',
            '2026-01-01 16:30:00Z', '12.50', NULL),
          (2, 'b''公司"', '91130000MA07ABCD2X', '2', NULL, '2026-06-30 23:59:59.5Z', '-3', 'x'),
          (3, 'c', '9', '9', '2000-12-31', NULL, NULL, '');
        """);
  }

  private static MappingStep step(MappingFunction function, String... arguments) {
    return new MappingStep(function, List.of(arguments));
  }

  private static MappedColumn column(String from, String to, String type, MappingStep... steps) {
    return new MappedColumn(from, to, type, List.of(steps));
  }

  private void target(String columns) throws Exception {
    databases.execute(
        "sw",
        "DROP TABLE public.person; CREATE TABLE public.person (id bigint PRIMARY KEY, "
            + columns
            + ")");
  }

  private JsonNode copy(List<MappedColumn> columns, List<RowCondition> filter) throws Exception {
    exchange.startNodes();
    UUID run = UUID.randomUUID();
    exchange.start(run, UUID.randomUUID(), TransferMode.FULL, columns, filter);
    return exchange.awaitState(run, Side.TARGET, "COMPLETED");
  }

  private String rows(String expression) throws Exception {
    return databases.value(
        "sw", "SELECT string_agg(" + expression + ", '|' ORDER BY id) FROM public.person");
  }

  @Test
  void everyFunctionDoesWhatItsNameSays() throws Exception {
    target(
        "name text, code text, masked text, kind varchar(20), born text, born_again date, changed"
            + " text, amount numeric(8,2), remark text NOT NULL, joined text, hashed text, part"
            + " text");
    List<MappedColumn> columns =
        List.of(
            column("id", "id", "bigint"),
            column("name", "name", "text", step(MappingFunction.TRIM), step(MappingFunction.UPPER)),
            column("code", "code", "text", step(MappingFunction.LOWER)),
            column("code", "masked", "text", step(MappingFunction.MASK, "4", "3")),
            column(
                "kind",
                "kind",
                "character varying(20)",
                step(MappingFunction.LOOKUP, "1", "内资", "2", "外资", "其他")),
            column("born", "born", "text", step(MappingFunction.DATE_FORMAT, "YYYY年MM月DD日")),
            column(
                "born",
                "born_again",
                "date",
                step(MappingFunction.DATE_FORMAT, "YYYYMMDD"),
                step(MappingFunction.PARSE_DATE, "YYYYMMDD")),
            column(
                "changed_at",
                "changed",
                "text",
                step(MappingFunction.DATE_FORMAT, "YYYY-MM-DD HH24:MI:SS")),
            column("amount", "amount", "numeric(8,2)", step(MappingFunction.CAST)),
            column("remark", "remark", "text", step(MappingFunction.DEFAULT, "无")),
            column("name", "joined", "text", step(MappingFunction.CONCATENATE, "-", "kind", "id")),
            column("code", "hashed", "text", step(MappingFunction.HASH, SALT)),
            column("code", "part", "text", step(MappingFunction.SUBSTRING, "9", "2")));

    JsonNode done = copy(columns, List.of());

    assertEquals(3, done.get("rows").asLong());
    assertEquals("Ａ公司|B'公司\"|C", rows("name"));
    assertEquals("91130000ma07abcd1x|91130000ma07abcd2x|9", rows("code"));
    assertEquals("9113***********D1X|9113***********D2X|*", rows("masked"));
    assertEquals("内资|外资|其他", rows("kind"));
    assertEquals("1990年02月28日||2000年12月31日", rows("coalesce(born, '')"));
    assertEquals("1990-02-28||2000-12-31", rows("coalesce(born_again::text, '')"));
    assertEquals("2026-01-02 00:30:00|2026-07-01 07:59:59|", rows("coalesce(changed, '')"));
    assertEquals("12.50|-3.00|", rows("coalesce(amount::text, '')"));
    assertEquals("无|x|", rows("remark"));
    assertEquals(" \u3000Ａ公司\t-1-1|b'公司\"-2-2|c-9-3", rows("joined"));
    assertEquals(
        Stream.of("91130000MA07ABCD1X", "91130000MA07ABCD2X", "9").map(MappingTest::hash).toList(),
        List.of(rows("hashed").split("\\|")));
    assertEquals("MA|MA|", rows("part"));
    assertEquals(digest(Side.SOURCE, columns, List.of()), digest(Side.TARGET, columns, List.of()));
    databases.execute("sw", "UPDATE public.person SET masked = '?' WHERE id = 2");
    assertTrue(
        !digest(Side.SOURCE, columns, List.of()).equals(digest(Side.TARGET, columns, List.of())));
  }

  @Test
  void aFilterLeavesOutWhatDoesNotFulfilAllItsConditions() throws Exception {
    databases.execute(
        "gs",
        "INSERT INTO public.person SELECT n, 'n' || n, n::text, (n % 5)::text, date '2020-01-01' +"
            + " n, now(), NULL, NULL FROM generate_series(10, 3000) AS n");
    target("kind text");
    List<RowCondition> filter =
        List.of(
            new RowCondition("kind", RowOperator.IN, List.of("1", "3", "x'")),
            new RowCondition("born", RowOperator.AT_LEAST, List.of("2020-02-01")),
            new RowCondition("born", RowOperator.LESS, List.of("2026-01-01")),
            new RowCondition("id", RowOperator.NOT_EQUALS, List.of("51")),
            new RowCondition("name", RowOperator.STARTS_WITH, List.of("n")),
            new RowCondition("changed_at", RowOperator.IS_NOT_NULL, List.of()),
            new RowCondition("remark", RowOperator.IS_NULL, List.of()));
    List<MappedColumn> columns =
        List.of(column("id", "id", "bigint"), column("kind", "kind", "text"));

    JsonNode done = copy(columns, filter);

    String expected =
        databases.value(
            "gs",
            "SELECT count(*) || ':' || sum(id) FROM public.person WHERE kind IN ('1', '3') AND born"
                + " >= '2020-02-01' AND born < '2026-01-01' AND id <> 51 AND name LIKE 'n%'");
    assertEquals(expected, databases.value("sw", "SELECT count(*) || ':' || sum(id) FROM person"));
    assertEquals(expected.split(":")[0], done.get("rows").asText());
    assertEquals(digest(Side.SOURCE, columns, filter), digest(Side.TARGET, columns, List.of()));
  }

  @Test
  void aValueThatIsNotOfTheTargetsTypeEndsTheRunWithItsReason() throws Exception {
    target("amount numeric(8,2)");
    databases.execute("gs", "UPDATE public.person SET amount = 'viel' WHERE id = 2");
    exchange.startNodes();
    UUID run = UUID.randomUUID();
    exchange.start(
        run,
        UUID.randomUUID(),
        TransferMode.FULL,
        List.of(
            column("id", "id", "bigint"),
            column("amount", "amount", "numeric(8,2)", step(MappingFunction.CAST))));

    JsonNode failed = exchange.awaitState(run, Side.SOURCE, "FAILED");

    assertEquals("value-refused", failed.get("reason").asText());
    assertEquals("0", databases.value("sw", "SELECT count(*) FROM public.person"));
  }

  private String digest(Side side, List<MappedColumn> columns, List<RowCondition> filter)
      throws Exception {
    boolean source = side == Side.SOURCE;
    UUID id = UUID.randomUUID();
    exchange
        .centre()
        .command(
            source ? "gs" : "sw",
            new ComputeDigest(
                id,
                UUID.randomUUID(),
                side,
                source ? "gs" : "sw",
                "public",
                "person",
                columns.stream()
                    .map(
                        it ->
                            source
                                ? new DigestColumn(it.source(), it.targetType(), it.steps())
                                : new DigestColumn(it.target(), it.targetType(), List.of()))
                    .toList(),
                filter,
                "AQID"));
    JsonNode result =
        exchange
            .centre()
            .await(
                "result", event -> event.path("reconciliationId").asText().equals(id.toString()));
    return result.get("rows").asText() + ":" + result.get("digest").asText();
  }

  private static String hash(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest((SALT + text).getBytes(StandardCharsets.UTF_8)));
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
