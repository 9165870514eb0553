package org.govshare.catalog.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.govshare.catalog.Bodies;
import org.junit.jupiter.api.Test;

/** What no longer holds or never existed is told so that the caller knows what to do. */
@QuarkusTest
class ToldPlainlyTest extends RequestScenes {

  @Inject Pool database;

  private static String message(Response answer, String field) {
    return answer.path("errors.find { it.field == '" + field + "' }.message");
  }

  @Test
  void aRequestPastItsValidity() {
    Response resource = resource("期限已过");
    String body = Bodies.request(id(resource), resource.path("items.id"));
    Response past = post(AUTHOR, "/requests", body.replace(Bodies.UNTIL.toString(), "2020-01-01"));
    invalid(past, "validUntil");

    Response request = submitted(resource);
    database
        .preparedQuery("update access_request set valid_until = '2020-01-01' where id = $1")
        .execute(Tuple.of(UUID.fromString(id(request))))
        .await()
        .atMost(Duration.ofSeconds(20));
    Response chinese = act(SHARING, request, "compliance-check", PASS);
    refused(chinese, 409, "request-expired");
    chinese.then().body("detail", containsString("2020-01-01"));
    as(SHARING)
        .header("Accept-Language", "en")
        .header("If-Match", request.header("ETag"))
        .body(PASS)
        .post(API + "/requests/" + id(request) + "/compliance-check")
        .then()
        .body("title", equalTo("The time asked for is over"))
        .body("detail", containsString("until 2020-01-01"));
  }

  @Test
  void aGrantOnAWithdrawnResource() {
    Response resource = resource("授权后撤销");
    Response decided = ok(decide(check(submitted(resource), PASS), GRANT));
    String grant = decided.path("grantId");
    Response seen = ok(get(GS_REVIEWER, "/resources/" + id(resource)));
    ok(
        step(
            GS_REVIEWER,
            seen,
            "/resources/" + id(resource) + "/withdrawal",
            "{\"reason\":\"系统下线\"}"));

    Response revoked = ok(get(AUTHOR, "/grants/" + grant));
    revoked
        .then()
        .body("state", equalTo("REVOKED"))
        .body("revocationReason", equalTo("系统下线"))
        .body("resourceState", equalTo("WITHDRAWN"));
    String renewal =
        "{\"grantId\":\""
            + grant
            + "\",\"validUntil\":\""
            + Bodies.LATER
            + "\",\"reason\":\"继续使用\"}";
    Response renewed = post(AUTHOR, "/requests/renewals", renewal);
    refused(renewed, 409, "grant-not-in-force");
    renewed.then().body("detail", containsString("已撤销"));
    List<String> items = resource.path("items.id");
    refused(
        step(
            GS_REVIEWER,
            revoked,
            "/grants/" + grant + "/narrowing",
            "{\"itemIds\":[\"" + items.get(0) + "\"],\"reason\":\"不再必要\"}"),
        409,
        "grant-already-revoked");
    invalid(post(AUTHOR, "/requests", Bodies.request(id(resource), items)), "resourceId");
  }

  @Test
  void anUnknownCode() {
    String body = Bodies.resource("未知代码", Bodies.item("名称", "mc"));
    Response category = post(GS_EDITOR, "/resources", body.replace("010201", "999999"));
    invalid(category, "categoryCode");
    Response format =
        post(
            GS_EDITOR,
            "/resources",
            body.replace("\"sourceSchema\"", "\"formatType\":\"lotus\",\"sourceSchema\""));
    invalid(format, "formatType");
    Response department = get(AUTHOR, "/resources?department=nowhere");
    invalid(department, "department");
    Response below = get(AUTHOR, "/resources?category=999999");
    invalid(below, "category");

    assertThat(message(category, "categoryCode")).contains("999999");
    assertThat(message(format, "formatType")).contains("lotus");
    assertThat(message(department, "department")).contains("nowhere");
    assertThat(message(below, "category")).contains("999999");
    refused(get(AUTHOR, "/resources/" + UUID.randomUUID()), 404, "resource-not-found");
  }
}
