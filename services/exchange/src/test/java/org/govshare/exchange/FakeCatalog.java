package org.govshare.exchange;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.govshare.protocol.control.RowCondition;

/** The catalogue as the exchange meets it: facts in one gap-free sequence. */
final class FakeCatalog {

  private static final AtomicLong SEQUENCE = new AtomicLong();

  private FakeCatalog() {}

  /** A grant of these columns, each an item. */
  record Granted(UUID id, Map<String, UUID> items) {}

  static synchronized void tell(String type, Object payload) {
    Bus.get()
        .send(
            "fact.catalog.exchange",
            Map.of(
                "producer",
                "catalog",
                "consumer",
                "exchange",
                "sequence",
                SEQUENCE.incrementAndGet(),
                "type",
                type,
                "occurredAt",
                Instant.now(),
                "correlation",
                "test-correlation",
                "payload",
                payload));
  }

  static Granted grant(
      String provider, String requester, Instant expiresAt, String table, String... columns) {
    return grant(provider, requester, expiresAt, table, null, columns);
  }

  static Granted grant(
      String provider,
      String requester,
      Instant expiresAt,
      String table,
      List<RowCondition> rows,
      String... columns) {
    UUID id = UUID.randomUUID();
    Map<String, UUID> ids = new LinkedHashMap<>();
    List<Map<String, Object>> items = new ArrayList<>();
    for (String column : columns) {
      ids.put(column, UUID.randomUUID());
      items.add(
          Map.of(
              "itemId",
              ids.get(column),
              "name",
              "信息项 " + column,
              "fieldName",
              column,
              "dataType",
              "C",
              "length",
              100));
    }
    Map<String, Object> fact = new LinkedHashMap<>();
    fact.put("grantId", id);
    fact.put("requestId", UUID.randomUUID());
    fact.put("resourceId", UUID.randomUUID());
    fact.put("resourceVersion", 1);
    fact.put("resourceIdentifier", "0102011234567890/00001");
    fact.put("resourceName", "企业登记信息");
    fact.put("providerDepartment", provider);
    fact.put("requesterDepartment", requester);
    fact.put("items", items);
    fact.put("rowFilter", null);
    fact.put("rowConditions", rows);
    fact.put("expiresAt", expiresAt);
    fact.put("grantedAt", Instant.now());
    fact.put("sourceTable", table == null ? null : Map.of("schema", "public", "table", table));
    tell("GrantGiven", fact);
    return new Granted(id, ids);
  }

  static void revoke(UUID grant) {
    tell("GrantRevoked", Map.of("grantId", grant, "reason", "不再需要", "revokedAt", Instant.now()));
  }
}
