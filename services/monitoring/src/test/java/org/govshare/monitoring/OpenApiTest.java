package org.govshare.monitoring;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OpenApiTest {

  private static final Path COMMITTED = Path.of("openapi", "openapi.yaml");
  private static final Path SERVED = Path.of("target", "openapi.yaml");

  @Test
  void committedDocumentIsWhatIsServed() throws IOException {
    String served = given().get("/q/openapi").then().statusCode(200).extract().asString();
    Files.writeString(SERVED, served);

    assertThat(COMMITTED)
        .as("if the change is meant, copy %s to %s", SERVED, COMMITTED)
        .content()
        .isEqualTo(served);
  }
}
