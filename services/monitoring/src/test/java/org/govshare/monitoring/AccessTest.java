package org.govshare.monitoring;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.UUID;
import org.govshare.platform.reactive.testing.BrokerResource;
import org.govshare.platform.reactive.testing.PostgresResource;
import org.govshare.platform.reactive.testing.TestToken;
import org.govshare.platform.reactive.testing.TokenIssuerResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(TokenIssuerResource.class)
class AccessTest {

  private static final String BASE = "/api/monitoring/v1";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/platform",
        "/domains",
        "/services",
        "/nodes",
        "/runs/00000000-0000-0000-0000-000000000001"
      })
  void refusesWhoDoesNotSignIn(String path) {
    given()
        .get(BASE + path)
        .then()
        .statusCode(401)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:govshare:problem:unauthenticated"))
        .body("correlation", notNullValue());
  }

  @Test
  void refusesTokenForAnotherService() {
    TestToken token = TestToken.of("monitor", "govshare-exchange").roles("monitor");

    Scene.as(token).get(BASE + "/platform").then().statusCode(401);
  }

  @Test
  void refusesExpiredToken() {
    TestToken token =
        TestToken.of("monitor", Scene.AUDIENCE).roles("monitor").expiringIn(Duration.ofMinutes(-5));

    Scene.as(token).get(BASE + "/platform").then().statusCode(401);
  }

  @Test
  void refusesForgedSignature() {
    String token = TestToken.of("monitor", Scene.AUDIENCE).roles("monitor").sign();
    String forged = token.substring(0, token.lastIndexOf('.')) + ".AAAA";

    given().auth().oauth2(forged).get(BASE + "/platform").then().statusCode(401);
  }

  @ParameterizedTest
  @CsvSource({
    "/platform,department-reviewer",
    "/platform,requester",
    "/platform,catalog-publisher",
    "/platform,sharing-reviewer",
    "/platform,auditor",
    "/platform,sysadmin",
    "/platform,none",
    "/domains,node-operator",
    "/domains,catalog-editor",
    "/domains,secadmin",
    "/domains,none",
    "/nodes,node-operator",
    "/nodes,requester",
    "/nodes,auditor",
    "/nodes,none",
    "/runs/00000000-0000-0000-0000-000000000001,requester",
    "/runs/00000000-0000-0000-0000-000000000001,node-operator",
    "/runs/00000000-0000-0000-0000-000000000001,none",
    "/services,catalog-publisher",
    "/services,sharing-reviewer",
    "/services,sysadmin",
    "/services,secadmin",
    "/services,auditor",
    "/services,none"
  })
  void refusesOtherRoles(String path, String role) {
    TestToken token = TestToken.of("somebody", Scene.AUDIENCE).department("sw").roles(role);

    Scene.as(token)
        .header("Accept-Language", "en")
        .get(BASE + path)
        .then()
        .statusCode(403)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:govshare:problem:role-required"))
        .body("detail", containsString("monitor"));
  }

  @Test
  void refusesDepartmentRoleWithoutDepartment() {
    TestToken token = TestToken.of("somebody", Scene.AUDIENCE).roles("requester");

    Scene.as(token)
        .get(BASE + "/services")
        .then()
        .statusCode(403)
        .body("type", equalTo("urn:govshare:problem:no-department"));
  }

  @Test
  void refusesTwoSeparatedDuties() {
    TestToken token =
        TestToken.of("somebody", Scene.AUDIENCE).roles("monitor", "sysadmin", "auditor");

    Scene.as(token)
        .get(BASE + "/platform")
        .then()
        .statusCode(403)
        .body("type", equalTo("urn:govshare:problem:separated-duties"));
  }

  @ParameterizedTest
  @CsvSource({
    "/platform,monitor",
    "/platform,exchange-operator",
    "/platform,exchange-designer",
    "/domains,exchange-operator",
    "/domains,exchange-designer",
    "/nodes,exchange-operator",
    "/nodes,exchange-designer",
    "/services,monitor",
    "/services,exchange-operator",
    "/services,exchange-designer",
    "/services,node-operator",
    "/services,catalog-editor",
    "/services,department-reviewer",
    "/services,requester"
  })
  void letsThoseRolesPass(String path, String role) {
    TestToken token = TestToken.of("somebody", Scene.AUDIENCE).department("xxzx").roles(role);

    Scene.as(token).get(BASE + path).then().statusCode(200);
  }

  @Test
  void saysThatRunIsNotKnown() {
    UUID run = UUID.randomUUID();

    Scene.monitor()
        .get(BASE + "/runs/" + run)
        .then()
        .statusCode(404)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:govshare:problem:run-not-found"))
        .body("title", equalTo("没有该次运行"))
        .body("detail", containsString(run.toString()));
  }

  @ParameterizedTest
  @CsvSource({
    "/platform?from=yesterday,from",
    "/domains?to=2026-13-01,to",
    "/services?from=2026-02-02&to=2026-02-01,from",
    "/services?from=1999-12-31,from",
    "/nodes?size=101,size",
    "/domains?page=-1,page"
  })
  void namesTheFieldAtFault(String request, String field) {
    Scene.monitor()
        .get(BASE + request)
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:govshare:problem:invalid-input"))
        .body("errors[0].field", equalTo(field))
        .body("errors[0].message", notNullValue());
  }
}
