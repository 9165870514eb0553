package org.govshare.exchange;

import static org.govshare.exchange.ExchangeTest.API;

import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.govshare.protocol.control.CaptureFitness;
import org.govshare.protocol.control.InventoryColumn;
import org.govshare.protocol.control.InventoryDataSource;
import org.govshare.protocol.control.InventoryTable;

/**
 * Two departments with a node each, a grant between them and what is needed to design a service on
 * it; every scene has names of its own, so that scenes do not meet.
 */
final class Scene {

  private static final String[] COLUMNS = {"uscc", "name", "capital", "changed_at"};

  final String suffix = UUID.randomUUID().toString().substring(0, 8);
  final String provider = "p" + suffix;
  final String requester = "r" + suffix;
  final String domain = "d" + suffix;
  final FakeNode source = new FakeNode("s" + suffix, provider);
  final FakeNode target = new FakeNode("t" + suffix, requester);
  final FakeCatalog.Granted grant;

  Scene() {
    this(Duration.ofDays(30));
  }

  Scene(Duration validity) {
    register(source);
    register(target);
    source.report(
        new InventoryDataSource(
            "main", "postgresql", "SOURCE", List.of(enterprise("enterprise", false))));
    target.report(
        new InventoryDataSource(
            "main", "postgresql", "TARGET", List.of(enterprise("enterprise_in", true))));
    ExchangeTest.designer()
        .body(Map.of("code", domain, "name", "多证合一域 " + suffix))
        .post(API + "/domains")
        .then()
        .statusCode(201);
    grant =
        FakeCatalog.grant(provider, requester, Instant.now().plus(validity), "enterprise", COLUMNS);
    ExchangeTest.await("the grant is known", () -> knows("/grants/" + grant.id()));
    ExchangeTest.await("the source's tables are known", () -> tables(source) == 1);
    ExchangeTest.await("the target's tables are known", () -> tables(target) == 1);
  }

  private static boolean knows(String path) {
    return ExchangeTest.designer().get(API + path).statusCode() == 200;
  }

  private static int tables(FakeNode node) {
    return ExchangeTest.designer()
        .get(API + "/nodes/" + node.code + "/tables")
        .then()
        .statusCode(200)
        .extract()
        .path("total");
  }

  static void register(FakeNode node) {
    ExchangeTest.operator()
        .body(node.registration())
        .put(API + "/nodes/" + node.code)
        .then()
        .statusCode(201);
  }

  /** Has a node report its table without one of its columns. */
  void reportWithout(FakeNode node, String table, String column) {
    InventoryTable whole = enterprise(table, node == target);
    node.report(
        new InventoryDataSource(
            "main",
            "postgresql",
            node == target ? "TARGET" : "SOURCE",
            List.of(
                new InventoryTable(
                    whole.schema(),
                    whole.name(),
                    whole.approximateRows(),
                    whole.columns().stream().filter(it -> !it.name().equals(column)).toList(),
                    whole.primaryKey(),
                    whole.uniqueKeys()))));
  }

  /** One more node of the requester, with a table like the other's and one that is unlike it. */
  FakeNode anotherTarget(String suffix) {
    FakeNode node = new FakeNode("u" + suffix + this.suffix, requester);
    register(node);
    List<InventoryColumn> columns = new ArrayList<>(enterprise("unlike", false).columns());
    columns.set(1, new InventoryColumn("name", "text", false, 2, null));
    node.report(
        new InventoryDataSource(
            "main",
            "postgresql",
            "TARGET",
            List.of(
                enterprise("enterprise_in", true),
                new InventoryTable(
                    "public", "unlike", 0, columns, List.of("uscc"), List.of(List.of("uscc"))))));
    ExchangeTest.await("the other target's tables are known", () -> tables(node) == 2);
    return node;
  }

  private static InventoryTable enterprise(String name, boolean extra) {
    return enterprise(name, extra, null);
  }

  /** A table of an inventory, whose changes may or may not be captured. */
  static InventoryTable enterprise(String name, boolean extra, CaptureFitness capture) {
    List<InventoryColumn> columns = new ArrayList<>();
    columns.add(new InventoryColumn("uscc", "character varying(18)", false, 1, "统一社会信用代码"));
    columns.add(new InventoryColumn("name", "character varying(200)", false, 2, null));
    columns.add(new InventoryColumn("capital", "numeric(18,2)", true, 3, null));
    columns.add(new InventoryColumn("changed_at", "timestamp with time zone", false, 4, null));
    columns.add(new InventoryColumn("secret", "text", true, 5, null));
    if (extra) {
      columns.add(new InventoryColumn("short_name", "character varying(10)", true, 6, null));
    }
    return new InventoryTable(
        "public", name, 100, columns, List.of("uscc"), List.of(List.of("uscc")), capture, null);
  }

  /** A design that keeps every rule. */
  Map<String, Object> draft() {
    Map<String, Object> draft = new LinkedHashMap<>();
    draft.put("code", "svc-" + suffix);
    draft.put("name", "企业登记信息至税务");
    draft.put("domain", domain);
    draft.put("process", "开办企业");
    draft.put("grantId", grant.id());
    draft.put("mode", "FULL");
    Map<String, Object> from = new HashMap<>(place(source, "enterprise"));
    from.put("watermarkColumn", null);
    draft.put("source", from);
    draft.put("target", place(target, "enterprise_in"));
    List<Map<String, Object>> mapping = new ArrayList<>();
    for (String column : COLUMNS) {
      mapping.add(line(column, column, column));
    }
    draft.put("mapping", mapping);
    return draft;
  }

  static Map<String, Object> place(FakeNode node, String table) {
    Map<String, Object> place = new HashMap<>();
    place.put("node", node.code);
    place.put("dataSource", "main");
    place.put("schema", "public");
    place.put("table", table);
    place.put("keyColumns", List.of("uscc"));
    return place;
  }

  Map<String, Object> line(String item, String from, String to) {
    Map<String, Object> line = new HashMap<>();
    line.put("itemId", grant.items().getOrDefault(item, UUID.randomUUID()));
    line.put("sourceColumn", from);
    line.put("targetColumn", to);
    return line;
  }

  Response post(Map<String, Object> draft) {
    return ExchangeTest.designer().body(draft).post(API + "/services");
  }

  UUID service() {
    return UUID.fromString(post(draft()).then().statusCode(201).extract().path("id"));
  }

  UUID start(UUID service) {
    return UUID.fromString(
        ExchangeTest.operator()
            .post(API + "/services/" + service + "/runs")
            .then()
            .statusCode(202)
            .extract()
            .path("id"));
  }
}
