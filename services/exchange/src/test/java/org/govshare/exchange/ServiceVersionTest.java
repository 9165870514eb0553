package org.govshare.exchange;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The designs that a service has had. */
@QuarkusTest
class ServiceVersionTest extends ExchangeTest {

  private Scene scene;
  private UUID service;
  private String versions;

  @BeforeEach
  void aService() {
    scene = new Scene();
    service = scene.service();
    versions = "/services/" + service + "/versions";
  }

  private String tag() {
    return get(designer(), "/services/" + service).extract().header("ETag");
  }

  /** Another name, and the columns in another order. */
  private Map<String, Object> changed() {
    Map<String, Object> draft = scene.draft();
    draft.put("name", "企业登记信息至税务(新)");
    List<Object> mapping = new ArrayList<>();
    mapping.add(scene.line("uscc", "uscc", "uscc"));
    mapping.add(scene.line("name", "name", "name"));
    mapping.add(scene.line("capital", "capital", "capital"));
    mapping.add(scene.line("changed_at", "changed_at", "changed_at"));
    mapping.add(mapping.remove(0));
    draft.put("mapping", mapping);
    return draft;
  }

  private void change(Map<String, Object> draft) {
    designer()
        .header("If-Match", tag())
        .body(draft)
        .put(API + "/services/" + service)
        .then()
        .statusCode(200);
  }

  private ValidatableResponse restore(int number, String tag) {
    return designer()
        .header("If-Match", tag)
        .post(API + versions + "/" + number + "/restoration")
        .then();
  }

  @Test
  void eachChangeKeepsTheFormerDesign() {
    get(monitor(), versions).statusCode(200).body("items.number", contains(1));
    change(changed());
    get(monitor(), versions)
        .body("items.number", contains(2, 1))
        .body("items.changedBy", contains("designer", "designer"));
    get(monitor(), versions + "/1").body("design.name", equalTo("企业登记信息至税务"));
    get(monitor(), versions + "/2").body("design.name", equalTo("企业登记信息至税务(新)"));
    get(monitor(), versions + "/3").statusCode(404);
    get(designer(), "/services/" + service).body("designVersion", equalTo(2));
  }

  @Test
  void suspendingIsNoNewVersion() {
    operator().post(API + "/services/" + service + "/suspension").then().statusCode(200);
    operator().post(API + "/services/" + service + "/resumption").then().statusCode(200);
    get(monitor(), versions).body("items", hasSize(1));
  }

  @Test
  void theDifferenceNamesWhatChanged() {
    change(changed());
    get(monitor(), versions + "/2/difference?with=1")
        .statusCode(200)
        .body("path", containsInAnyOrder("name", "mapping.order"))
        .body("find { it.path == 'name' }.before", equalTo("企业登记信息至税务"))
        .body("find { it.path == 'name' }.after", equalTo("企业登记信息至税务(新)"))
        .body(
            "find { it.path == 'mapping.order' }.after",
            equalTo("name, capital, changed_at, uscc"));
    get(monitor(), versions + "/1/difference?with=1").body("", hasSize(0));
    get(monitor(), versions + "/2/difference").statusCode(400);
    get(monitor(), versions + "/2/difference?with=9").statusCode(404);
  }

  @Test
  void aFormerDesignComesBackAsANewVersion() {
    change(changed());
    String seen = tag();
    restore(2, seen).statusCode(409).body("type", equalTo("urn:govshare:problem:version-current"));
    restore(9, seen).statusCode(404);
    restore(1, seen)
        .statusCode(200)
        .body("name", equalTo("企业登记信息至税务"))
        .body("designVersion", equalTo(3));
    restore(1, seen).statusCode(412);

    get(monitor(), versions).body("items[0].restoredFrom", equalTo(1));
    get(monitor(), versions + "/3/difference?with=1").body("", hasSize(0));
  }

  @Test
  void aFormerDesignThatBreaksTheRulesStaysFormer() {
    change(changed());
    FakeCatalog.revoke(scene.grant.id());
    await(
        "the grant has ended",
        () ->
            "REVOKED"
                .equals(get(designer(), "/grants/" + scene.grant.id()).extract().path("state")));
    restore(1, tag()).statusCode(400).body("errors.field", contains("grantId"));
    get(monitor(), versions).body("items", hasSize(2));
  }

  @Test
  void runsNameTheVersionTheyRan() {
    UUID first = scene.start(service);
    change(changed());
    operator().post(API + "/runs/" + first + "/stopping").then().statusCode(202);
    UUID second = scene.start(service);

    get(monitor(), "/runs/" + first).body("serviceVersion", equalTo(1));
    get(monitor(), "/runs/" + second).body("serviceVersion", equalTo(2));
  }

  @Test
  void onlyDesignersRestoreAndOnlyThoseConcernedLook() {
    change(changed());
    for (String path : List.of("", "/1", "/2/difference?with=1")) {
      get(as("u", "zz", "requester"), versions + path).statusCode(403);
      get(as("s", "xxzx", "sysadmin"), versions + path).statusCode(403);
      get(as("u", scene.provider, "requester"), versions + path).statusCode(200);
    }
    operator()
        .header("If-Match", tag())
        .post(API + versions + "/1/restoration")
        .then()
        .statusCode(403);
    designer().post(API + versions + "/1/restoration").then().statusCode(428);
  }
}
