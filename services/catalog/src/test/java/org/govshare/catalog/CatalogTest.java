package org.govshare.catalog;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.emptyOrNullString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.govshare.platform.reactive.testing.BrokerResource;
import org.govshare.platform.reactive.testing.PostgresResource;
import org.govshare.platform.reactive.testing.TestToken;
import org.govshare.platform.reactive.testing.TokenIssuerResource;

/** What every test of the running catalogue starts from: its people and its addresses. */
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(TokenIssuerResource.class)
public abstract class CatalogTest {

  protected static final String API = "/api/catalog/v1";
  protected static final TestToken GS_EDITOR =
      user("gs-editor").department("gs").roles("catalog-editor");
  protected static final TestToken GS_REVIEWER =
      user("gs-reviewer").department("gs").roles("department-reviewer");
  protected static final TestToken MZ_EDITOR =
      user("mz-editor").department("mz").roles("catalog-editor");
  protected static final TestToken MZ_REVIEWER =
      user("mz-reviewer").department("mz").roles("department-reviewer");
  protected static final TestToken SW_REQUESTER =
      user("sw-requester").department("sw").roles("requester");
  protected static final TestToken PUBLISHER =
      user("publisher").department("xxzx").roles("catalog-publisher");
  protected static final TestToken SHARING =
      user("sharing").department("xxzx").roles("sharing-reviewer");
  protected static final TestToken DESIGNER =
      user("designer").department("xxzx").roles("exchange-designer");
  protected static final TestToken MONITOR = user("monitor").department("xxzx").roles("monitor");
  protected static final TestToken AUDITOR = user("auditor").roles("auditor");

  protected static TestToken user(String name) {
    return TestToken.of(name, "govshare-catalog");
  }

  protected static RequestSpecification as(TestToken token) {
    return given().auth().oauth2(token.sign()).contentType("application/json");
  }

  protected static Response get(TestToken token, String path) {
    return as(token).get(API + path);
  }

  protected static Response post(TestToken token, String path, String body) {
    return as(token).body(body).post(API + path);
  }

  /** Posts on something that exists, naming the version of the answer seen last. */
  protected static Response step(TestToken token, Response seen, String path, String body) {
    RequestSpecification request = as(token).header("If-Match", seen.header("ETag"));
    return body == null ? request.post(API + path) : request.body(body).post(API + path);
  }

  /** Replaces something that exists, naming the version of the answer seen last. */
  protected static Response rewrite(TestToken token, Response seen, String path, String body) {
    return as(token).header("If-Match", seen.header("ETag")).body(body).put(API + path);
  }

  /** Removes something that exists, naming the version of the answer seen last. */
  protected static Response remove(TestToken token, Response seen, String path) {
    return as(token).header("If-Match", seen.header("ETag")).delete(API + path);
  }

  protected static String id(Response answer) {
    return answer.path("id");
  }

  protected static Response created(TestToken editor, String body) {
    return post(editor, "/resources", body).then().statusCode(201).extract().response();
  }

  /** A draft taken all the way into the catalogue. */
  protected static Response published(TestToken editor, TestToken reviewer, String body) {
    return published(reviewer, created(editor, body), editor);
  }

  protected static Response published(TestToken reviewer, Response draft, TestToken editor) {
    String path = "/resources/" + id(draft);
    Response submitted = ok(step(editor, draft, path + "/submission", null));
    Response passed = ok(step(reviewer, submitted, path + "/review", "{\"decision\":\"PASS\"}"));
    return ok(step(PUBLISHER, passed, path + "/publication", "{\"decision\":\"PUBLISH\"}"));
  }

  protected static Response ok(Response answer) {
    return answer.then().statusCode(200).extract().response();
  }

  protected static void refused(Response answer, int status, String code) {
    answer
        .then()
        .statusCode(status)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:govshare:problem:" + code))
        .body("status", equalTo(status))
        .body("title", not(emptyOrNullString()))
        .body("title", not(equalTo(code)))
        .body("detail", not(emptyOrNullString()));
  }

  protected static void invalid(Response answer, String field) {
    refused(answer, 400, "invalid-input");
    answer.then().body("errors.field", hasItem(field));
    answer
        .then()
        .body(
            "errors.find { it.field == '" + field + "' }.message", not(matchesPattern("[a-z-]+")));
  }
}
