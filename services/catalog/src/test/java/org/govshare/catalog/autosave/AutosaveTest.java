package org.govshare.catalog.autosave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import org.govshare.catalog.CatalogTest;
import org.govshare.platform.reactive.testing.TestToken;
import org.junit.jupiter.api.Test;

/** What is typed is kept for its writer alone, for a while and up to a size. */
@QuarkusTest
class AutosaveTest extends CatalogTest {

  private static final Duration LONG = Duration.ofSeconds(20);

  @Inject Pool database;
  @Inject AutosaveService autosaves;

  private static Response put(TestToken who, String path, String content) {
    return as(who).body(content).put(API + "/autosaves/" + path);
  }

  @Test
  void whatWasTypedComesBackUntilItIsForgotten() {
    TestToken me = user("typist").department("gs").roles("catalog-editor");
    ok(put(me, "resource/new-1", "{\"name\":\"企\",\"items\":[{\"length\":null}]}"));
    ok(put(me, "resource/new-1", "{\"name\":\"企业\\u0000\",\"items\":[{\"length\":18}]}"))
        .then()
        .body("form", equalTo("resource"))
        .body("key", equalTo("new-1"));
    ok(put(me, "request/r-1", "{}"));
    ok(get(me, "/autosaves/resource/new-1"))
        .then()
        .body("content.name", equalTo("企业\u0000"))
        .body("content.items[0].length", equalTo(18));
    ok(get(me, "/autosaves"))
        .then()
        .body("total", equalTo(2))
        .body("items.key", equalTo(java.util.List.of("r-1", "new-1")))
        .body("items[0].content", nullValue());
    for (int i = 0; i < 2; i++) {
      as(me).delete(API + "/autosaves/resource/new-1").then().statusCode(204);
    }
    refused(get(me, "/autosaves/resource/new-1"), 404, "autosave-not-found");
  }

  @Test
  void nobodyElseSeesIt() {
    TestToken me = user("private-typist").department("gs").roles("catalog-editor");
    ok(put(me, "resource/mine", "{\"name\":\"私\"}"));
    for (TestToken other : new TestToken[] {GS_EDITOR, GS_REVIEWER, PUBLISHER}) {
      refused(get(other, "/autosaves/resource/mine"), 404, "autosave-not-found");
      as(other).delete(API + "/autosaves/resource/mine").then().statusCode(204);
    }
    ok(get(me, "/autosaves/resource/mine")).then().body("content.name", equalTo("私"));
    refused(get(AUDITOR, "/autosaves"), 403, "forbidden");
    refused(put(AUDITOR, "resource/x", "{}"), 403, "forbidden");
    refused(get(AUDITOR, "/autosaves/resource/mine"), 403, "forbidden");
    refused(as(AUDITOR).delete(API + "/autosaves/resource/mine"), 403, "forbidden");
  }

  @Test
  void badNamesAndTooMuchAreRefused() {
    invalid(put(GS_EDITOR, "Resource/a", "{}"), "form");
    invalid(put(GS_EDITOR, "resource/a%20b", "{}"), "key");
    invalid(put(GS_EDITOR, "resource/" + "k".repeat(101), "{}"), "key");
    refused(put(GS_EDITOR, "resource/a", "[]"), 400, "unreadable-json");
    refused(put(GS_EDITOR, "resource/a", "{"), 400, "unreadable-json");
    String big = "{\"a\":\"" + "字".repeat(AutosaveService.LIMIT_BYTES / 3) + "\"}";
    refused(put(GS_EDITOR, "resource/a", big), 413, "autosave-too-large");
  }

  @Test
  void theOldestMakesRoomAndOldOnesAreThrownAway() {
    TestToken me = user("busy-typist").department("gs").roles("catalog-editor");
    for (int i = 0; i <= AutosaveService.KEPT_AT_MOST; i++) {
      ok(put(me, "resource/k" + i, "{}"));
    }
    ok(get(me, "/autosaves?size=1"))
        .then()
        .body("total", equalTo(AutosaveService.KEPT_AT_MOST))
        .body("items", hasSize(1));
    refused(get(me, "/autosaves/resource/k0"), 404, "autosave-not-found");
    database
        .query(
            "update autosave set saved_at = now() - interval '31 days'"
                + " where person = 'busy-typist' and key <> 'k7'")
        .execute()
        .await()
        .atMost(LONG);
    autosaves.run().await().atMost(LONG);
    assertThat(ok(get(me, "/autosaves")).<Integer>path("total")).isEqualTo(1);
  }
}
