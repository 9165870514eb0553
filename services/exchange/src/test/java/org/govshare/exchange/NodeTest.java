package org.govshare.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.govshare.protocol.control.InventoryColumn;
import org.govshare.protocol.control.InventoryDataSource;
import org.govshare.protocol.control.InventoryReported;
import org.govshare.protocol.control.InventoryTable;
import org.govshare.protocol.control.NodeStarted;
import org.govshare.protocol.crypto.CryptoSuite;
import org.govshare.protocol.crypto.NodeKeys;
import org.govshare.protocol.crypto.PublicKeys;
import org.junit.jupiter.api.Test;

/** Registering domains and nodes, and what nodes report of themselves. */
@QuarkusTest
class NodeTest extends ExchangeTest {

  private final FakeNode node =
      new FakeNode("n" + UUID.randomUUID().toString().substring(0, 8), "gs");
  private final String path = API + "/nodes/" + node.code;

  @Test
  void theSameRegistrationAgainChangesNothing() {
    Scene.register(node);
    operator()
        .body(node.registration())
        .put(path)
        .then()
        .statusCode(200)
        .header("ETag", "\"0\"")
        .body("keyId", equalTo(node.keys.keyId().toString()))
        .body("gmKeyId", equalTo(node.gmKeys.keyId().toString()));
  }

  @Test
  void anotherRegistrationNamesTheVersionSeen() {
    Scene.register(node);
    Map<String, Object> other = new HashMap<>(node.registration());
    other.put("name", "另一名称");

    operator().body(other).put(path).then().statusCode(428);
    operator().header("If-Match", "\"9\"").body(other).put(path).then().statusCode(412);
    operator()
        .header("If-Match", "\"0\"")
        .body(other)
        .put(path)
        .then()
        .statusCode(200)
        .header("ETag", "\"1\"")
        .body("name", equalTo("另一名称"));
  }

  @Test
  void aNewNodeIsAskedForItsTables() {
    Scene.register(node);

    assertThat(node.command("ReportInventory").isObject()).isTrue();
  }

  @Test
  void keysMustBeKeysAndNobodyElses() {
    Map<String, Object> bad = new HashMap<>(node.registration());
    bad.put("signingKey", bad.get("agreementKey"));
    bad.put("agreementKey", "AAAA");
    bad.put("gmSigningKey", bad.get("signingKey"));
    bad.put("gmAgreementKey", null);
    bad.put("name", " ");
    bad.put("department", "G S");
    operator()
        .body(bad)
        .put(path)
        .then()
        .statusCode(400)
        .body("errors.field", hasItems("signingKey", "agreementKey", "name", "department"))
        .body("errors.field", hasItems("gmSigningKey", "gmAgreementKey"));
    Scene.register(node);
    operator()
        .body(node.registration())
        .put(API + "/nodes/x" + node.code)
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:govshare:problem:key-taken"));
    Map<String, Object> half = new HashMap<>(node.registration());
    half.put("signingKey", PublicKeys.base64(NodeKeys.generate(CryptoSuite.INTL).signingKey()));
    operator()
        .body(half)
        .put(API + "/nodes/x" + node.code)
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:govshare:problem:key-taken"));
    operator().body(node.registration()).put(API + "/nodes/Bad").then().statusCode(400);
  }

  @Test
  void whatANodeReportsTakesThePlaceOfWhatItReportedBefore() {
    Scene.register(node);
    Instant now = Instant.now();
    node.say(new NodeStarted(NodeStarted.TYPE, now, "1.2.3"));
    node.say(InventoryReported.of(now, List.of(source("a", "b"))));
    awaitTables(2);
    node.say(InventoryReported.of(now.minusSeconds(60), List.of()));
    node.say(InventoryReported.of(now.plusSeconds(1), List.of(source("c"))));
    awaitTables(1);

    get(designer(), "/nodes/" + node.code + "/tables")
        .body("items[0].name", equalTo("c"))
        .body("items[0].comment", equalTo("表c"))
        .body("items[0].dataSource", equalTo("main"))
        .body("items[0].direction", equalTo("SOURCE"))
        .body("items[0].columns[0].type", equalTo("bigint"))
        .body("items[0].primaryKey", equalTo(List.of("id")));
    get(designer(), "/nodes/" + node.code).body("agentVersion", equalTo("1.2.3"));
  }

  @Test
  void anInventoryThatIsNotWholeIsPutAsideAsAWhole() {
    Scene.register(node);
    node.report(source("a"));
    awaitTables(1);
    node.report(source("b", "b"));
    node.report(
        new InventoryDataSource(
            "main",
            "postgresql",
            "SIDEWAYS",
            List.of(new InventoryTable("public", "x", 1, List.of(), List.of(), List.of()))));
    node.report(source("a", "z"));
    awaitTables(2);
  }

  private void awaitTables(int count) {
    await(
        count + " tables are known",
        () ->
            get(designer(), "/nodes/" + node.code + "/tables")
                .extract()
                .path("total")
                .equals(count));
  }

  private static InventoryDataSource source(String... tables) {
    return new InventoryDataSource(
        "main",
        "postgresql",
        "SOURCE",
        java.util.Arrays.stream(tables)
            .map(
                name ->
                    new InventoryTable(
                        "public",
                        name,
                        -1,
                        List.of(new InventoryColumn("id", "bigint", false, 1, null)),
                        List.of("id"),
                        List.of(List.of("id")),
                        null,
                        "表" + name))
            .toList());
  }

  @Test
  void aDomainIsWellFormedAndNew() {
    String code = "d" + UUID.randomUUID().toString().substring(0, 8);
    designer()
        .body(Map.of("code", code, "name", "域 " + code))
        .post(API + "/domains")
        .then()
        .statusCode(201)
        .header("Location", containsString("/domains/" + code));
    designer()
        .body(Map.of("code", code, "name", "另一个"))
        .post(API + "/domains")
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:govshare:problem:domain-exists"));
    designer()
        .body(Map.of("code", "多证", "name", ""))
        .post(API + "/domains")
        .then()
        .statusCode(400)
        .body("errors.field", hasItems("code", "name"));
    get(monitor(), "/domains?size=0").statusCode(400);
  }
}
