package org.govshare.catalog.export.dcat;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.govshare.catalog.CatalogTest;
import org.junit.jupiter.api.Test;

/** Without a token, the public catalogue answers and nothing else does. */
@QuarkusTest
class PublicSurfaceTest extends CatalogTest {

  private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch");

  @Test
  void onlyThePublicCatalogueAnswersStrangers() {
    Map<String, Map<String, Object>> paths =
        given().accept("application/json").get("/q/openapi?format=json").path("paths");
    Set<String> open = new TreeSet<>();
    paths.forEach(
        (path, operations) ->
            operations.keySet().stream()
                .filter(METHODS::contains)
                .filter(method -> answers(method, path))
                .forEach(method -> open.add(method + " " + path)));

    assertThat(paths).hasSizeGreaterThan(20);
    assertThat(open)
        .containsExactlyInAnyOrder(
            "get " + API + "/public/dcat",
            "get " + API + "/public/dcat.{suffix}",
            "get " + API + "/public/dcat/datasets/{name}");
  }

  /** Tried in several ways: what does not fit is refused before anybody asks who calls. */
  private static boolean answers(String method, String path) {
    for (String value : List.of("00000000-0000-0000-0000-000000000001", "2026", "x")) {
      String address =
          path.replace("{prefix}/{number}", "0102011300000001/00001")
              .replaceAll("\\{[^}]+}", value);
      for (String type :
          List.of("application/json", "text/csv", "application/octet-stream", "text/plain")) {
        int status =
            given()
                .contentType(type)
                .request(method.toUpperCase(Locale.ROOT), address)
                .statusCode();
        if (status == 401) {
          return false;
        }
      }
    }
    return true;
  }
}
