package org.govshare.catalog.history;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.govshare.catalog.CatalogTest;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.identity.Roles;
import org.junit.jupiter.api.Test;

/** What the history keeps, and to whom it shows it. */
@QuarkusTest
class ChangesTest extends CatalogTest {

  private static final Caller EDITOR =
      new Caller("gs-editor", Optional.of("gs"), Set.of(Roles.CATALOG_EDITOR));

  @Inject Changes changes;

  private void record(String department, String kind, String id, Object before, Object after)
      throws Throwable {
    VertxContextSupport.subscribeAndAwait(
        () ->
            Panache.withTransaction(
                () -> changes.recordOf(department, kind, id, before, after, EDITOR)));
  }

  @Test
  void everyChangeIsKeptWithItsValues() throws Throwable {
    Map<String, Object> first = Map.of("name", "甲", "order", 1);
    Map<String, Object> second = Map.of("name", "乙 '\"{}", "order", 1);
    record(null, "kept", "1", null, first);
    record(null, "kept", "1", first, second);
    record(null, "kept", "1", second, second);
    record(null, "kept", "1", second, null);

    ok(get(PUBLISHER, "/changes?kind=kept&id=1"))
        .then()
        .body("total", equalTo(3))
        .body("items.action", contains("REMOVED", "CHANGED", "CREATED"))
        .body("items[0].after", nullValue())
        .body("items[1].changed", contains("name"))
        .body("items[1].before.name", equalTo("甲"))
        .body("items[1].after.name", equalTo("乙 '\"{}"))
        .body("items[1].after.order", equalTo(1))
        .body("items[2].before", nullValue())
        .body("items.actor", everyItem(equalTo("gs-editor")))
        .body("items.actorDepartment", everyItem(equalTo("gs")));
    ok(get(PUBLISHER, "/changes?kind=kept&id=1&size=1&page=1"))
        .then()
        .body("items.action", contains("CHANGED"));
  }

  @Test
  void departmentsSeeTheirOwnObjectsOnly() throws Throwable {
    record("gs", "seen", "gs", null, Map.of("name", "处室"));
    record("mz", "seen", "mz", null, Map.of("name", "处室"));
    record(null, "seen", "all", null, Map.of("name", "省"));

    ok(get(GS_EDITOR, "/changes?kind=seen"))
        .then()
        .body("items.objectId", contains("gs"))
        .body("items[0].departmentCode", equalTo("gs"));
    ok(get(GS_REVIEWER, "/changes?kind=seen&id=mz")).then().body("items", empty());
    ok(get(PUBLISHER, "/changes?kind=seen"))
        .then()
        .body("items.objectId", contains("all", "mz", "gs"));
    refused(get(SW_REQUESTER, "/changes"), 403, "role-required");
    refused(get(MONITOR, "/changes"), 403, "role-required");
    refused(get(AUDITOR, "/changes"), 403, "role-required");
    refused(get(user("stray").roles("catalog-editor"), "/changes"), 403, "no-department");
    invalid(get(PUBLISHER, "/changes?size=101"), "size");
  }
}
