package org.govshare.catalog.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.Response;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.function.Supplier;
import org.govshare.catalog.CatalogTest;
import org.govshare.platform.reactive.testing.TestToken;
import org.junit.jupiter.api.Test;

/** What a person is told, on the platform and by e-mail. */
@QuarkusTest
@QuarkusTestResource(SmtpResource.class)
class NoticeTest extends CatalogTest {

  @Inject Notices notices;
  SmtpServer mails;

  private static Notice notice(Recipients to, String resource) {
    return new Notice(
        NoticeKind.RESOURCE_WITHDRAWN,
        to,
        Map.of("resource", resource, "department", "省工商局", "identifier", "1/2"),
        "/resources/1");
  }

  private void tell(Recipients to, String resource) {
    tell(() -> notices.tell(notice(to, resource)));
  }

  private static void tell(Supplier<Uni<Void>> work) {
    try {
      VertxContextSupport.subscribeAndAwait(() -> Panache.withTransaction(work));
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  private static Response settings(TestToken person, String email, String kinds) {
    Response seen = ok(get(person, "/notice-settings"));
    return as(person)
        .header("If-Match", seen.header("ETag"))
        .body(
            "{\"email\":%s,\"language\":\"zh\",\"emailKinds\":[%s]}"
                .formatted(email == null ? null : '"' + email + '"', kinds))
        .put(API + "/notice-settings");
  }

  @Test
  void aPersonReadsWhatTheyAreTold() {
    TestToken reader = user("notice-reader").department("gs");
    TestToken other = user("notice-other").department("gs");
    tell(Recipients.person("notice-reader"), "企业登记");
    Response list = ok(get(reader, "/notices"));
    list.then()
        .body("total", equalTo(1))
        .body("items[0].kind", equalTo("RESOURCE_WITHDRAWN"))
        .body("items[0].title", equalTo("“企业登记”已撤销"))
        .body("items[0].text", equalTo("省工商局的“企业登记”（1/2）已从目录中撤销。"))
        .body("items[0].link", equalTo("/resources/1"))
        .body("items[0].at", notNullValue())
        .body("items[0].readAt", nullValue());
    as(reader)
        .header("Accept-Language", "en")
        .get(API + "/notices")
        .then()
        .body("items[0].title", equalTo("\"企业登记\" was withdrawn"));
    ok(get(reader, "/notices/unread-count")).then().body("count", equalTo(1));
    ok(get(other, "/notices")).then().body("items", empty());
    String id = list.path("items[0].id");
    refused(post(other, "/notices/" + id + "/reading", ""), 404, "notice-not-found");
    post(reader, "/notices/" + id + "/reading", "").then().statusCode(204);
    post(reader, "/notices/" + id + "/reading", "").then().statusCode(204);
    ok(get(reader, "/notices?unread=true")).then().body("items", empty());
    ok(get(reader, "/notices")).then().body("items[0].readAt", notNullValue());
    ok(get(reader, "/notices/unread-count")).then().body("count", equalTo(0));
  }

  @Test
  void rolesAreToldInTheirDepartmentOrInAll() {
    TestToken mz = user("notice-mz").department("mz").roles("node-operator");
    TestToken gs = user("notice-gs").department("gs").roles("node-operator");
    tell(Recipients.role("mz", "node-operator"), "仅民政");
    tell(Recipients.role("node-operator").and(Recipients.person("notice-mz")), "全部");
    ok(get(mz, "/notices")).then().body("items.title", contains("“全部”已撤销", "“仅民政”已撤销"));
    ok(get(gs, "/notices")).then().body("items.title", contains("“全部”已撤销"));
    ok(get(AUDITOR, "/notices")).then().body("items", empty());
    ok(post(mz, "/notices/reading", "")).then().body("count", equalTo(2));
    ok(post(mz, "/notices/reading", "")).then().body("count", equalTo(0));
    ok(get(gs, "/notices/unread-count")).then().body("count", equalTo(1));
  }

  @Test
  void whatIsRolledBackIsNotTold() {
    TestToken person = user("notice-rolled-back").department("gs");
    assertThatThrownBy(
            () ->
                tell(
                    () ->
                        notices
                            .tell(notice(Recipients.person("notice-rolled-back"), "回滚"))
                            .chain(
                                () -> Uni.createFrom().failure(new IllegalStateException("no")))))
        .hasMessage("no");
    ok(get(person, "/notices")).then().body("items", empty());
  }

  @Test
  void anEmailArrivesOnceInTheLanguageSet() throws Exception {
    TestToken person = user("mail-once").department("ga").roles("requester");
    ok(settings(person, "once@example.org", "\"RESOURCE_WITHDRAWN\""))
        .then()
        .body("email", equalTo("once@example.org"))
        .body("emailAvailable", equalTo(true))
        .body("emailKinds", contains("RESOURCE_WITHDRAWN"))
        .body("kinds.kind", hasItem("DATA_UPDATED"))
        .body("kinds.find { it.kind == 'DATA_UPDATED' }.label", equalTo("资源数据更新"))
        .body("revision", equalTo(1));
    // Named, and a holder of the role: one e-mail all the same.
    tell(Recipients.person("mail-once").and(Recipients.role("ga", "requester")), "Registrations");
    SmtpServer.Received mail = mails.next("once@example.org");
    assertThat(mail.content())
        .contains("Message-ID: <")
        .contains("@govshare>")
        .contains("Auto-Submitted: auto-generated")
        .contains("/resources/1");
    // Sent one after another: when the second is there, the first would have come twice by now.
    tell(Recipients.person("mail-once"), "Second");
    mails.next("once@example.org");
    assertThat(mails.count("once@example.org")).isEqualTo(2);
  }

  @Test
  void anEmailArrivesAfterFailedAttemptsAndOnce() throws Exception {
    TestToken person = user("mail-busy").department("gs");
    ok(settings(person, "busy@example.org", "\"RESOURCE_WITHDRAWN\""));
    mails.beBusy(3);
    tell(Recipients.person("mail-busy"), "Busy");
    mails.next("busy@example.org");
    assertThat(mails.timesStillBusy()).isZero();
    tell(Recipients.person("mail-busy"), "Then");
    mails.next("busy@example.org");
    assertThat(mails.count("busy@example.org")).isEqualTo(2);
    ok(get(person, "/notice-settings")).then().body("refusal", nullValue());
  }

  @Test
  void anAddressRefusedForGoodIsSaidAndLeftAlone() throws Exception {
    TestToken person = user("mail-gone").department("gs");
    ok(settings(person, "gone@example.org", "\"RESOURCE_WITHDRAWN\""));
    tell(Recipients.person("mail-gone"), "Gone");
    Response seen = ok(get(person, "/notice-settings"));
    for (int i = 0; i < 1_000 && seen.path("refusal") == null; i++) {
      seen = ok(get(person, "/notice-settings"));
    }
    seen.then().body("refusal.reason", containsString("550")).body("refusal.at", notNullValue());
    // Another address is tried again.
    ok(settings(person, "came-back@example.org", "\"RESOURCE_WITHDRAWN\""))
        .then()
        .body("refusal", nullValue());
    tell(Recipients.person("mail-gone"), "Back");
    mails.next("came-back@example.org");
  }

  @Test
  void onlyKindsAskedForAreSentByEmail() throws Exception {
    TestToken person = user("mail-kinds").department("gs");
    ok(settings(person, "kinds@example.org", "\"DATA_UPDATED\""));
    tell(Recipients.person("mail-kinds"), "Unwanted");
    ok(settings(person, "kinds@example.org", "\"RESOURCE_WITHDRAWN\""));
    tell(Recipients.person("mail-kinds"), "Wanted");
    assertThat(mails.next("kinds@example.org").content()).contains("Subject: =?UTF-8?");
    assertThat(mails.count("kinds@example.org")).isEqualTo(1);
    ok(get(person, "/notices")).then().body("total", equalTo(2));
  }

  @Test
  void settingsAreCheckedAndVersioned() {
    TestToken person = user("settings-checked").department("gs");
    invalid(settings(person, "not an address", ""), "email");
    invalid(settings(person, "a@b.c\\r\\nBcc: x@y.z", ""), "email");
    invalid(settings(person, null, "\"DATA_UPDATED\""), "email");
    invalid(settings(person, "a@b.cd", "\"NO_SUCH_KIND\""), "emailKinds[0]");
    invalid(
        as(person)
            .header("If-Match", "\"0\"")
            .body("{\"language\":\"fr\",\"emailKinds\":[]}")
            .put(API + "/notice-settings"),
        "language");
    refused(
        as(person).body("{\"language\":\"en\",\"emailKinds\":[]}").put(API + "/notice-settings"),
        428,
        "missing-version");
    ok(settings(person, "a@b.cd", ""));
    refused(
        as(person)
            .header("If-Match", "\"0\"")
            .body("{\"language\":\"en\",\"emailKinds\":[]}")
            .put(API + "/notice-settings"),
        412,
        "stale-version");
    ok(get(person, "/notice-settings"))
        .then()
        .body("email", equalTo("a@b.cd"))
        .body("language", equalTo("zh"));
  }
}
