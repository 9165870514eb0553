package org.govshare.standalone.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.govshare.standalone.api.PlatformClient;
import org.govshare.standalone.platform.DemoNode;
import org.govshare.standalone.provision.Provisioning;

/** How a grant becomes rows in the other department's database. */
final class ExchangeJob {

  /** The twelve columns carried: those of the source, and what they are called at the target. */
  static final Map<String, String> COLUMNS = columns();

  private static final Duration INVENTORY = Duration.ofSeconds(60);
  private static final Duration RUN = Duration.ofMinutes(10);
  private static final Duration RECONCILIATION = Duration.ofMinutes(3);
  private static final String SOURCE_TABLE = "enterprise_registration";
  private static final String TARGET_TABLE = "enterprise";

  private final PlatformClient client;

  ExchangeJob(PlatformClient client) {
    this.client = client;
  }

  private static Map<String, String> columns() {
    Map<String, String> columns = new LinkedHashMap<>();
    columns.put("uniscid", "taxpayer_id");
    columns.put("enterprise_name", "taxpayer_name");
    columns.put("enterprise_type", "taxpayer_type");
    columns.put("legal_representative", "legal_person");
    columns.put("registered_capital", "capital");
    columns.put("established_on", "founded_on");
    columns.put("registration_status", "state");
    columns.put("address", "place");
    columns.put("business_scope", "scope");
    columns.put("region_code", "region");
    columns.put("employees", "staff");
    columns.put("updated_at", "source_updated_at");
    return columns;
  }

  /** The grant that answers a request, once the exchange knows of it. */
  Optional<JsonNode> grantOf(String request) {
    PlatformClient.Session designer = client.exchange("designer");
    for (int page = 0; ; page++) {
      JsonNode grants = designer.get("/grants?size=100&page=" + page).expect(200).body();
      for (JsonNode grant : grants.path("items")) {
        if (request.equals(grant.path("requestId").asText())) {
          return Optional.of(grant);
        }
      }
      if ((page + 1) * 100 >= grants.path("total").asInt()) {
        return Optional.empty();
      }
    }
  }

  /** Turns the grant into an exchange service from 省工商局 to 省税务局. */
  JsonNode createService(JsonNode grant, String serial) {
    awaitTable("gs", SOURCE_TABLE);
    awaitTable("sw", TARGET_TABLE);
    List<Map<String, String>> mapping = new ArrayList<>();
    for (JsonNode item : grant.path("items")) {
      String column = item.path("fieldName").asText();
      mapping.add(
          Map.of(
              "itemId", item.path("itemId").asText(),
              "sourceColumn", column,
              "targetColumn", COLUMNS.get(column)));
    }
    Map<String, Object> service = new LinkedHashMap<>();
    service.put("code", "gs-sw-qydj-" + serial);
    service.put("name", "企业登记信息推送税务 " + serial);
    service.put("domain", Provisioning.DOMAIN);
    service.put("process", "企业设立");
    service.put("grantId", grant.path("id").asText());
    service.put("mode", "FULL");
    service.put("source", end("gs", SOURCE_TABLE, "uniscid"));
    service.put("target", end("sw", TARGET_TABLE, "taxpayer_id"));
    service.put("mapping", mapping);
    return client.exchange("designer").post("/services", service).expect(201).body();
  }

  private static Map<String, Object> end(String node, String table, String key) {
    return Map.of(
        "node",
        node,
        "dataSource",
        DemoNode.dataSource(),
        "schema",
        "public",
        "table",
        table,
        "keyColumns",
        List.of(key));
  }

  private void awaitTable(String node, String table) {
    Patience.await(
        "node " + node + " to report its table " + table,
        INVENTORY,
        () -> {
          JsonNode tables =
              client
                  .exchange("designer")
                  .get("/nodes/" + node + "/tables?size=100")
                  .expect(200)
                  .body();
          for (JsonNode one : tables.path("items")) {
            if (table.equals(one.path("name").asText())) {
              return Optional.of(one);
            }
          }
          return Optional.empty();
        });
  }

  /** Starts a run and waits until it is complete. */
  JsonNode run(JsonNode service, Consumer<String> progress) {
    PlatformClient.Session operator = client.exchange("operator");
    String runs = "/services/" + service.path("id").asText() + "/runs";
    JsonNode started = operator.post(runs, Map.of()).expect(202).body();
    String path = "/runs/" + started.path("id").asText();
    return Patience.await(
        "the run to complete",
        RUN,
        () -> {
          JsonNode run = operator.get(path).expect(200).body();
          String state = run.path("state").asText();
          progress.accept(
              String.format(
                  Locale.ROOT,
                  "%-10s %,10d rows sent %,10d committed",
                  state,
                  run.path("source").path("rows").asLong(),
                  run.path("target").path("rows").asLong()));
          if ("FAILED".equals(state) || "STOPPED".equals(state)) {
            throw new DemoFailure("The run ended as " + state + ": " + run.path("reason"));
          }
          return "COMPLETED".equals(state) ? Optional.of(run) : Optional.empty();
        });
  }

  /** Has both ends read their table back and compares the sums. */
  JsonNode reconcile(JsonNode run) {
    PlatformClient.Session operator = client.exchange("operator");
    String path = "/runs/" + run.path("id").asText() + "/reconciliations";
    String id = operator.post(path, Map.of()).expect(202).body().path("id").asText();
    return Patience.await(
        "both ends to sum their tables",
        RECONCILIATION,
        () -> {
          JsonNode all = operator.get(path).expect(200).body();
          for (JsonNode one : all.isArray() ? all : all.path("items")) {
            boolean ended = !"PENDING".equals(one.path("state").asText());
            if (id.equals(one.path("id").asText()) && ended) {
              return Optional.of(one);
            }
          }
          return Optional.empty();
        });
  }
}
