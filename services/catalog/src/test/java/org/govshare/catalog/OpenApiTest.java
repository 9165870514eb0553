package org.govshare.catalog;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The committed interface is the one served. After a change of the interface, {@code
 * -Dgovshare.openapi.write=true} writes the file anew.
 */
@QuarkusTest
class OpenApiTest extends CatalogTest {

  private static final Path COMMITTED = Path.of("openapi", "openapi.yaml");

  @Test
  void theCommittedInterfaceIsTheOneServed() throws IOException {
    String served = given().get("/q/openapi").then().statusCode(200).extract().asString();
    if (Boolean.getBoolean("govshare.openapi.write")) {
      Files.createDirectories(COMMITTED.getParent());
      Files.writeString(COMMITTED, served);
    }

    String committed = Files.readString(COMMITTED);

    assertThat(served.strip()).isEqualTo(committed.strip());
  }

  @Test
  void everySchemaHasANameThatSaysWhatItIs() {
    String served = given().get("/q/openapi").then().statusCode(200).extract().asString();

    // A number is what a second schema of the same name gets.
    assertThat(served.lines().filter(line -> line.matches(" {4}[A-Za-z]+[0-9]+:"))).isEmpty();
  }
}
