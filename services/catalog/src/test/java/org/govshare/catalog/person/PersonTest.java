package org.govshare.catalog.person;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import org.govshare.catalog.CatalogTest;
import org.govshare.platform.reactive.testing.TestToken;
import org.junit.jupiter.api.Test;

/** Who is known after they have called, and who sees that. */
@QuarkusTest
class PersonTest extends CatalogTest {

  @Test
  void whoeverCalledIsKnownWithWhatTheTokenSaid() {
    TestToken newcomer =
        user("person-known")
            .department("mz")
            .roles("catalog-editor", "offline_access", "default-roles-govshare");
    ok(get(newcomer, "/people?q=PERSON-known"))
        .then()
        .body("total", equalTo(1))
        .body("items.name", contains("person-known"))
        .body("items[0].department", equalTo("mz"))
        .body("items[0].roles", contains("catalog-editor"))
        .body("items[0].lastSeen", notNullValue())
        .body("items[0].email", nullValue());
  }

  @Test
  void aChangedTokenIsNotedAtOnce() {
    ok(get(user("person-moved").department("gs").roles("requester"), "/people"));
    ok(get(user("person-moved").department("sw").roles("department-reviewer"), "/people"));
    ok(get(PUBLISHER, "/people?q=person-moved"))
        .then()
        .body("items.department", contains("sw"))
        .body("items[0].roles", contains("department-reviewer"));
  }

  @Test
  void aRefusedCallIsNotedAllTheSame() {
    TestToken refused = user("person-refused").department("gs").roles("requester");
    refused(get(refused, "/people?department=mz"), 403, "department-required");
    ok(get(PUBLISHER, "/people?q=person-refused")).then().body("total", equalTo(1));
  }

  @Test
  void peopleAreFilteredByDepartmentAndRole() {
    ok(get(user("person-a").department("tj").roles("catalog-editor"), "/people"));
    ok(get(user("person-b").department("tj").roles("requester"), "/people"));
    ok(get(PUBLISHER, "/people?department=tj"))
        .then()
        .body("items.name", hasItems("person-a", "person-b"))
        .body("items.department", everyItem(equalTo("tj")));
    ok(get(SHARING, "/people?department=tj&role=requester"))
        .then()
        .body("items.name", hasItem("person-b"))
        .body("items.name", not(hasItem("person-a")));
    ok(get(PUBLISHER, "/people?q=%25")).then().body("items", empty());
  }

  @Test
  void colleaguesSeeTheirOwnDepartmentAlone() {
    ok(get(MZ_EDITOR, "/people"));
    ok(get(GS_EDITOR, "/people")).then().body("items.department", everyItem(equalTo("gs")));
    refused(get(GS_EDITOR, "/people?department=mz"), 403, "department-required");
    refused(get(AUDITOR, "/people"), 403, "no-department");
    invalid(get(PUBLISHER, "/people?q=" + "x".repeat(101)), "q");
  }
}
