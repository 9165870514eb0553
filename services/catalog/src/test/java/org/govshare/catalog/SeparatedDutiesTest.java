package org.govshare.catalog;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.govshare.platform.reactive.testing.TestToken;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** 三员 see nothing of the departments' business in any list. */
@QuarkusTest
class SeparatedDutiesTest extends CatalogTest {

  /**
   * The province's reference data, counts, what is open to the public, and what is their own; those
   * that want a parameter say so first.
   */
  private static final Set<String> OPEN =
      Set.of(
          "/attachments 400",
          "/calendar/deadline 400",
          "/calendar/years 200",
          "/categories 200",
          "/categories/tree 200",
          "/delegations 200",
          "/departments 200",
          "/departments/tree 200",
          "/evaluations 200",
          "/format-types 200",
          "/identifier-scheme 200",
          "/identifier-scheme/history 200",
          "/imports/template 200",
          "/jobs 200",
          "/library-links 400",
          "/library-links/repealed 200",
          "/library-links/requests 400",
          "/library/code-tables 200",
          "/library/data-elements 200",
          "/library/data-elements/suggestions 400",
          "/library/documents 200",
          "/notice-settings 200",
          "/notices 200",
          "/notices/unread-count 200",
          "/public/dcat 200",
          "/regions 200",
          "/regions/tree 200",
          "/saved-searches 200",
          "/statistics 200",
          "/statistics/compilation 200",
          "/time-limits 200",
          "/todo 200",
          "/todo/tasks 200");

  @ParameterizedTest
  @ValueSource(strings = {"sysadmin", "secadmin", "auditor"})
  void everyListButTheseRefusesThem(String duty) {
    TestToken token = user(duty).roles(duty);
    Map<String, Map<String, Object>> paths =
        given().get("/q/openapi?format=json").jsonPath().getMap("paths");
    Set<String> answered = new TreeSet<>();
    paths.forEach(
        (path, operations) -> {
          if (!operations.containsKey("get") || path.contains("{")) {
            return;
          }
          Response answer = as(token).get(path);
          if (answer.statusCode() != 403) {
            answered.add(path.replace(API, "") + " " + answer.statusCode());
          }
        });
    assertThat(answered).containsExactlyInAnyOrderElementsOf(OPEN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sysadmin", "secadmin", "auditor"})
  void whatCitesTheLibraryIsBusinessToo(String duty) {
    TestToken token = user(duty).roles(duty);
    String links = "/library-links?kind=DOCUMENT&id=" + UUID.randomUUID();
    refused(get(token, links), 403, "business-data");
  }
}
