package org.govshare.exchange;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Designing a service: what is right, and each thing that can be wrong. */
@QuarkusTest
class ServiceDesignTest extends ExchangeTest {

  private static Scene scene;

  private Map<String, Object> draft;

  @BeforeAll
  static void forget() {
    scene = null;
  }

  @BeforeEach
  void anOtherwiseGoodDraft() {
    if (scene == null) {
      scene = new Scene();
    }
    draft = scene.draft();
    draft.put("code", "svc-" + UUID.randomUUID().toString().substring(0, 12));
  }

  private ValidatableResponse refused() {
    return refused(scene.post(draft));
  }

  private static ValidatableResponse refused(Response answer) {
    return answer
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:govshare:problem:invalid-input"));
  }

  private void refused(String field, String message) {
    refused()
        .body("errors.field", hasItem(field))
        .body(
            "errors.findAll { it.field == '" + field + "' }.message.join(';')",
            containsString(message));
  }

  @SuppressWarnings("unchecked")
  private Map<String, Object> part(String name) {
    return (Map<String, Object>) draft.get(name);
  }

  @SuppressWarnings("unchecked")
  private List<Map<String, Object>> mapping() {
    return (List<Map<String, Object>>) draft.get("mapping");
  }

  private Map<String, Object> line(String column) {
    return mapping().stream()
        .filter(line -> line.get("sourceColumn").equals(column))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aGoodDesignIsDeployed() {
    Response made = scene.post(draft);

    made.then()
        .statusCode(201)
        .header("Location", containsString("/api/exchange/v1/services/" + made.path("id")))
        .header("ETag", equalTo("\"" + made.path("version") + "\""))
        .body("state", equalTo("DEPLOYED"))
        .body("sourceDepartment", equalTo(scene.provider))
        .body("targetDepartment", equalTo(scene.requester))
        .body("mapping[0].targetType", equalTo("character varying(18)"));
    get(designer(), "/services/" + made.path("id")).body("code", equalTo(draft.get("code")));
    get(designer(), "/services?q=" + draft.get("code")).body("total", equalTo(1));
    get(designer(), "/services?domain=" + scene.domain + "&state=STOPPED")
        .body("total", equalTo(0));
  }

  @Test
  void anIncrementalDesignNamesItsWatermark() {
    draft.put("mode", "INCREMENT");
    refused("source.watermarkColumn", "is required");
    part("source").put("watermarkColumn", "capital");
    refused("source.watermarkColumn", "numeric(18,2)");
    part("source").put("watermarkColumn", "secret");
    refused("source.watermarkColumn", "was not granted");
    part("source").put("watermarkColumn", "changed_at");
    scene.post(draft).then().statusCode(201).body("source.watermarkColumn", equalTo("changed_at"));
    draft.put("mode", "FULL");
    refused("source.watermarkColumn", "for increments only");
  }

  @Test
  void theSuiteIsChosenPerService() {
    scene.post(draft).then().statusCode(201).body("suite", equalTo("INTL"));
    draft.put("code", draft.get("code") + "g");
    draft.put("suite", "GM");
    scene.post(draft).then().statusCode(201).body("suite", equalTo("GM"));
    draft.put("suite", "ROT13");
    scene.post(draft).then().statusCode(400);
  }

  @Test
  void aSuiteNeedsTheKeysOfBothNodes() {
    Map<String, Object> without = new HashMap<>(scene.target.registration());
    without.remove("gmSigningKey");
    without.remove("gmAgreementKey");
    register(without);
    draft.put("suite", "GM");

    refused("suite", scene.target.code);

    register(scene.target.registration());
    scene.post(draft).then().statusCode(201);
  }

  private static void register(Map<String, Object> registration) {
    String node = API + "/nodes/" + scene.target.code;
    String seen = operator().get(node).then().statusCode(200).extract().header("ETag");
    operator().header("If-Match", seen).body(registration).put(node).then().statusCode(200);
  }

  @Test
  void whatIsMissingIsNamedAtOnce() {
    for (String field : List.copyOf(draft.keySet())) {
      draft.put(field, null);
    }

    refused()
        .body(
            "errors.field",
            hasItems(
                "code", "name", "domain", "process", "grantId", "mode", "source", "target",
                "mapping"));
  }

  @Test
  void aBodyThatIsNoneIsRefused() {
    designer()
        .body("null")
        .post(API + "/services")
        .then()
        .statusCode(400)
        .body("type", equalTo("urn:govshare:problem:unreadable-json"));
    designer().body("{").post(API + "/services").then().statusCode(400);
    draft.put("mode", "SOMETIMES");
    refused().body("errors.field", hasItem("mode"));
  }

  @Test
  void aCodeIsWellFormedAndFree() {
    draft.put("code", "Not A Code");
    refused("code", "does not have the form");
    draft.put("code", "svc-" + scene.suffix + "-taken");
    scene.post(draft).then().statusCode(201);
    refused("code", "is in use");
  }

  @Test
  void domainNodeAndGrantMustExist() {
    draft.put("domain", "nowhere");
    draft.put("grantId", UUID.randomUUID());
    part("source").put("node", "nobody");
    part("target").put("node", "nobody");

    refused()
        .body("errors.field", hasItems("domain", "grantId", "source.node", "target.node"))
        .body("errors.message", hasItem("is not known: nobody"));
  }

  @Test
  void nodesBelongToTheTwoDepartmentsOfTheGrant() {
    part("source").put("node", scene.target.code);
    part("target").put("node", scene.source.code);

    refused()
        .body("errors.find { it.field == 'source.node' }.message", containsString(scene.provider))
        .body("errors.find { it.field == 'target.node' }.message", containsString(scene.requester));
  }

  @Test
  void aTableMustBeOpenAndTheGrantedOne() {
    part("source").put("table", "salaries");
    part("target").put("table", "nowhere");

    refused()
        .body("errors.findAll { it.field == 'source.table' }.size()", equalTo(2))
        .body("errors.message", hasItem(containsString("public.enterprise")))
        .body("errors.message", hasItem(containsString("main: public.nowhere")));
  }

  @Test
  void anItemThatWasNotGrantedIsRefused() {
    mapping().add(scene.line("secret", "secret", "secret"));

    refused()
        .body("errors[0].field", equalTo("mapping[4].itemId"))
        .body("errors[0].row", equalTo(5))
        .body("errors[0].message", containsString("was not granted"));
  }

  @Test
  void anItemsColumnCannotBeSwappedForAnother() {
    line("capital").put("sourceColumn", "secret");
    refused("mapping[2].sourceColumn", "is not the column of item");
  }

  @Test
  void aTargetColumnMustExist() {
    line("capital").put("targetColumn", "kapital");
    refused("mapping[2].targetColumn", "is not a column of the table: kapital");
  }

  @Test
  void aTypeMustFit() {
    line("capital").put("targetColumn", "secret");
    refused("mapping[2].targetColumn", "numeric(18,2) cannot go into text");
    line("capital").put("targetColumn", "capital");
    line("name").put("targetColumn", "short_name");
    refused("mapping[1].targetColumn", "character varying(200) cannot go into");
  }

  @Test
  void nullsMustFitAndWhatMustBeFilledIs() {
    mapping().remove(line("name"));
    refused("mapping", "leaves out column name");
    line("capital").put("targetColumn", "name");
    refused("mapping[1].targetColumn", "may be null");
  }

  @Test
  void columnsOccurOnce() {
    mapping().add(scene.line("name", "name", "secret"));
    refused("mapping[4].sourceColumn", "occurs twice");
    line("capital").put("targetColumn", "name");
    refused("mapping[2].targetColumn", "occurs twice");
  }

  @Test
  void aLineIsComplete() {
    mapping().add(null);
    mapping().add(Map.of());
    refused()
        .body(
            "errors.field",
            hasItems(
                "mapping[4].itemId",
                "mapping[5].itemId",
                "mapping[5].sourceColumn",
                "mapping[5].targetColumn"));
  }

  @Test
  void keysAreUniqueMappedAndTheSame() {
    part("source").put("keyColumns", List.of("name"));
    part("target").put("keyColumns", List.of("name"));
    refused("source.keyColumns", "is not a primary or unique key");
    refused("target.keyColumns", "is not a primary or unique key");
    part("source").put("keyColumns", List.of("capital"));
    refused("source.keyColumns", "may be null: capital");
    refused("target.keyColumns", "must be the columns that the source's key goes into: capital");
    part("source").put("keyColumns", List.of("uscc", "uscc"));
    refused("source.keyColumns", "occurs twice");
    part("source").put("keyColumns", List.of());
    refused("source.keyColumns", "is required");
    part("source").put("keyColumns", List.of("uscc"));
    mapping().remove(line("uscc"));
    refused("source.keyColumns", "is not mapped: uscc");
  }

  @Test
  void nothingIsKeptOfARefusedDesign() {
    line("capital").put("targetColumn", "kapital");
    refused();
    get(designer(), "/services?q=" + draft.get("code")).body("total", equalTo(0));
  }

  @Test
  void faultsAreNamedInChineseByDefault() {
    line("capital").put("targetColumn", "kapital");
    as("designer", "xxzx", "exchange-designer")
        .header("Accept-Language", "zh-CN")
        .body(draft)
        .post(API + "/services")
        .then()
        .statusCode(400);
    io.restassured.RestAssured.given()
        .auth()
        .oauth2(
            org.govshare.platform.reactive.testing.TestToken.of("designer", AUDIENCE)
                .department("xxzx")
                .roles("exchange-designer")
                .sign())
        .contentType("application/json")
        .body(draft)
        .post(API + "/services")
        .then()
        .body("title", equalTo("输入有误"))
        .body("errors[0].message", equalTo("表中没有该列：kapital"));
  }

  @Test
  void aChangeNamesTheVersionSeen() {
    Response made = scene.post(draft);
    String path = API + "/services/" + made.path("id");
    String seen = made.header("ETag");
    draft.put("name", "改名之后");

    designer().body(draft).put(path).then().statusCode(428);
    designer().header("If-Match", "7").body(draft).put(path).then().statusCode(400);
    String next =
        designer()
            .header("If-Match", seen)
            .body(draft)
            .put(path)
            .then()
            .statusCode(200)
            .header("ETag", not(equalTo(seen)))
            .body("name", equalTo("改名之后"))
            .extract()
            .header("ETag");
    designer()
        .header("If-Match", seen)
        .body(draft)
        .put(path)
        .then()
        .statusCode(412)
        .body("type", equalTo("urn:govshare:problem:stale-version"));
    draft.put("code", "another-code");
    refused(designer().header("If-Match", next).body(draft).put(path));
  }

  @Test
  void aGrantThatRanOutCarriesNoService() {
    Scene shortLived = new Scene(Duration.ofSeconds(3));
    await(
        "the grant has run out",
        () ->
            get(designer(), "/grants/" + shortLived.grant.id())
                .extract()
                .path("state")
                .equals("EXPIRED"));

    refused(shortLived.post(shortLived.draft()))
        .body("errors.field", hasItem("grantId"))
        .body("errors.message", hasItem(containsString("has expired")));
  }

  @Test
  void aServiceWhoseGrantRunsOutIsStopped() {
    Scene shortLived = new Scene(Duration.ofSeconds(6));
    UUID service = shortLived.service();
    List<String> reasons = new ArrayList<>();
    await(
        "the service is stopped",
        () -> {
          Response shown = designer().get(API + "/services/" + service);
          reasons.add(shown.path("stopReason"));
          return "STOPPED".equals(shown.path("state"));
        });

    get(designer(), "/services/" + service).body("stopReason", equalTo("grant-expired"));
    operator()
        .post(API + "/services/" + service + "/runs")
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:govshare:problem:service-stopped"));
  }
}
