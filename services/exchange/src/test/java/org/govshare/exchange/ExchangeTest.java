package org.govshare.exchange;

import static io.restassured.RestAssured.given;

import io.quarkus.test.common.QuarkusTestResource;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.govshare.platform.reactive.testing.BrokerResource;
import org.govshare.platform.reactive.testing.PostgresResource;
import org.govshare.platform.reactive.testing.TestToken;
import org.govshare.platform.reactive.testing.TokenIssuerResource;

/** What the tests of the running service share. */
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(TokenIssuerResource.class)
@QuarkusTestResource(CentreKeyResource.class)
abstract class ExchangeTest {

  static final String API = "/api/exchange/v1";
  static final String AUDIENCE = "govshare-exchange";

  static RequestSpecification as(String user, String department, String... roles) {
    return given()
        .auth()
        .oauth2(TestToken.of(user, AUDIENCE).department(department).roles(roles).sign())
        .header("Accept-Language", "en")
        .contentType(ContentType.JSON);
  }

  static RequestSpecification designer() {
    return as("designer", "xxzx", "exchange-designer");
  }

  static RequestSpecification operator() {
    return as("operator", "xxzx", "exchange-operator");
  }

  static RequestSpecification monitor() {
    return as("monitor", "xxzx", "monitor");
  }

  static ValidatableResponse get(RequestSpecification user, String path) {
    return user.get(API + path).then();
  }

  /** Waits until something holds; what it waits for has no bound in time of its own. */
  static void await(String what, BooleanSupplier holds) {
    Instant until = Instant.now().plus(Bus.PATIENCE);
    while (!holds.getAsBoolean()) {
      if (Instant.now().isAfter(until)) {
        throw new AssertionError("it did not come about that " + what);
      }
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
