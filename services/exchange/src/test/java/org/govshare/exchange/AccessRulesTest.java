package org.govshare.exchange;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.govshare.platform.reactive.testing.TestToken;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each rule of access with the refusal it leads to. */
@QuarkusTest
class AccessRulesTest extends ExchangeTest {

  private static final String NOBODY = "00000000-0000-0000-0000-000000000000";
  private static final List<String> READS =
      List.of(
          "/domains",
          "/nodes",
          "/nodes/gs",
          "/nodes/gs/tables",
          "/grants",
          "/grants/" + NOBODY,
          "/services",
          "/services/" + NOBODY,
          "/services/" + NOBODY + "/schedule",
          "/services/" + NOBODY + "/firings",
          "/services/" + NOBODY + "/versions",
          "/processes",
          "/process-runs/" + NOBODY,
          "/runs",
          "/runs/" + NOBODY,
          "/runs/" + NOBODY + "/receipts",
          "/runs/" + NOBODY + "/chain",
          "/runs/export",
          "/services/" + NOBODY + "/events",
          "/services/" + NOBODY + "/reconciliations",
          "/runs/" + NOBODY + "/reconciliations");
  private static final List<String> POSTS =
      List.of(
          "/domains",
          "/nodes/gs/inventory",
          "/services",
          "/services/" + NOBODY + "/runs",
          "/services/" + NOBODY + "/suspension",
          "/services/" + NOBODY + "/resumption",
          "/runs/" + NOBODY + "/stopping",
          "/runs/" + NOBODY + "/pausing",
          "/runs/" + NOBODY + "/resumption",
          "/services/" + NOBODY + "/versions/1/restoration",
          "/schedule-preview",
          "/processes",
          "/processes/" + NOBODY + "/runs",
          "/process-runs/" + NOBODY + "/stopping",
          "/services/" + NOBODY + "/reconciliations",
          "/runs/" + NOBODY + "/reconciliations/" + NOBODY + "/cancellation",
          "/runs/" + NOBODY + "/reconciliations/" + NOBODY + "/resends",
          "/runs/" + NOBODY + "/reconciliations");

  private static Scene scene;
  private static UUID service;
  private static UUID run;

  @BeforeAll
  static void forget() {
    scene = null;
  }

  @BeforeEach
  void aRunBetweenTwoDepartments() {
    if (scene == null) {
      scene = new Scene();
      service = scene.service();
      run = scene.start(service);
    }
  }

  private static void forbidden(Response answer, String code) {
    answer
        .then()
        .statusCode(403)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:govshare:problem:" + code));
  }

  private static RequestSpecification bearer(TestToken token) {
    return given().auth().oauth2(token.sign()).contentType(ContentType.JSON);
  }

  @Test
  void nobodyGetsInWithoutAToken() {
    for (String path : READS) {
      given().get(API + path).then().statusCode(401);
    }
    for (String path : POSTS) {
      given().contentType(ContentType.JSON).body("{}").post(API + path).then().statusCode(401);
    }
    given().contentType(ContentType.JSON).body("{}").put(API + "/nodes/gs").then().statusCode(401);
  }

  @Test
  void tokensOfOthersAndOldOnesAreRefused() {
    TestToken good = TestToken.of("operator", AUDIENCE).department("xxzx").roles("monitor");
    bearer(good).get(API + "/runs").then().statusCode(200);
    bearer(good.expiringIn(Duration.ofMinutes(-10))).get(API + "/runs").then().statusCode(401);
    bearer(TestToken.of("operator", "govshare-catalog").department("xxzx").roles("monitor"))
        .get(API + "/runs")
        .then()
        .statusCode(401);
  }

  @Test
  void separatedDutiesSeeNothing() {
    for (String role : List.of("sysadmin", "secadmin", "auditor")) {
      for (String path : READS) {
        forbidden(
            bearer(TestToken.of(role, AUDIENCE).roles(role)).get(API + path), "role-required");
      }
    }
    forbidden(
        bearer(TestToken.of("both", AUDIENCE).roles("sysadmin", "auditor", "monitor"))
            .get(API + "/runs"),
        "separated-duties");
  }

  @Test
  void aDepartmentsRoleWithoutDepartmentSeesNothing() {
    forbidden(
        bearer(TestToken.of("lost", AUDIENCE).roles("requester")).get(API + "/services"),
        "no-department");
  }

  @Test
  void onlyDesignersDesign() {
    for (RequestSpecification user : List.of(operator(), monitor(), editor())) {
      forbidden(
          user.body(Map.of("code", "x", "name", "x")).post(API + "/domains"), "role-required");
    }
    for (RequestSpecification user : List.of(operator(), monitor(), editor())) {
      forbidden(user.body(scene.draft()).post(API + "/services"), "role-required");
    }
    for (RequestSpecification user : List.of(operator(), monitor(), editor())) {
      forbidden(
          user.header("If-Match", "\"0\"").body(scene.draft()).put(API + "/services/" + service),
          "role-required");
    }
  }

  private static RequestSpecification editor() {
    return as("editor", scene.provider, "catalog-editor");
  }

  @Test
  void onlyOperatorsRegisterNodesAndRun() {
    for (RequestSpecification user : List.of(designer(), monitor(), editor())) {
      forbidden(
          user.body(scene.source.registration()).put(API + "/nodes/" + scene.source.code),
          "role-required");
    }
    for (String path :
        List.of(
            "/services/" + service + "/runs",
            "/runs/" + run + "/stopping",
            "/runs/" + run + "/reconciliations")) {
      forbidden(designer().post(API + path), "role-required");
      forbidden(monitor().post(API + path), "role-required");
      forbidden(editor().post(API + path), "role-required");
    }
  }

  @Test
  void onlyDesignersAndOperatorsSuspendAndResume() {
    for (String verb : List.of("/suspension", "/resumption")) {
      forbidden(monitor().post(API + "/services/" + service + verb), "role-required");
      forbidden(editor().post(API + "/services/" + service + verb), "role-required");
    }
  }

  @Test
  void grantsAreForThoseWhoDesignAndRun() {
    forbidden(monitor().get(API + "/grants"), "role-required");
    forbidden(editor().get(API + "/grants/" + scene.grant.id()), "role-required");
    get(operator(), "/grants").statusCode(200);
  }

  @Test
  void tablesAreForDesignersOperatorsAndTheNodesOwnPeople() {
    String tables = "/nodes/" + scene.source.code + "/tables";
    String inventory = "/nodes/" + scene.source.code + "/inventory";
    forbidden(monitor().get(API + tables), "role-required");
    forbidden(editor().post(API + inventory), "role-required");
    forbidden(as("e", scene.requester, "catalog-editor").get(API + tables), "department-required");
    forbidden(as("n", scene.requester, "node-operator").get(API + tables), "department-required");
    get(editor(), tables).statusCode(200);
    forbidden(
        as("n", scene.requester, "node-operator").post(API + inventory), "department-required");
    get(as("n", scene.provider, "node-operator"), tables).statusCode(200);
    as("n", scene.provider, "node-operator").post(API + inventory).then().statusCode(202);
  }

  @Test
  void aDepartmentSeesItsOwnServicesAndRunsAlone() {
    for (String own : List.of(scene.provider, scene.requester)) {
      get(as("u", own, "requester"), "/services").body("items.id", hasItem(service.toString()));
      get(as("u", own, "requester"), "/services/" + service).statusCode(200);
      get(as("u", own, "requester"), "/runs").body("items.id", hasItem(run.toString()));
      get(as("u", own, "requester"), "/runs/" + run).statusCode(200);
    }
    get(as("u", "zz", "requester"), "/services").body("total", equalTo(0));
    get(as("u", "zz", "requester"), "/runs").body("items.id", not(hasItem(run.toString())));
    get(as("u", "zz", "requester"), "/nodes").body("total", equalTo(0));
    for (String path :
        List.of(
            "/services/" + service,
            "/runs/" + run,
            "/runs/" + run + "/receipts",
            "/runs/" + run + "/chain",
            "/runs/" + run + "/reconciliations",
            "/nodes/" + scene.source.code)) {
      forbidden(as("u", "zz", "requester").get(API + path), "departments-required");
    }
  }

  @Test
  void whatDoesNotExistIsSaidSo() {
    for (String path : List.of("/services/", "/runs/", "/grants/")) {
      get(designer(), path + NOBODY).statusCode(404);
      get(designer(), path + "not-an-id").statusCode(400);
    }
    get(designer(), "/nodes/nobody").statusCode(404);
    get(designer(), "/nodes/nobody/tables").statusCode(404);
    operator().post(API + "/services/" + NOBODY + "/runs").then().statusCode(404);
    operator().post(API + "/runs/" + NOBODY + "/stopping").then().statusCode(404);
  }
}
