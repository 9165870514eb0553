package org.govshare.catalog.subscription;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.govshare.catalog.Bodies;
import org.govshare.catalog.CatalogTest;
import org.govshare.platform.reactive.testing.TestToken;
import org.junit.jupiter.api.Test;

/** What subscribers hear, and who may say that data was updated. */
@QuarkusTest
class SubscriptionTest extends CatalogTest {

  private static final String NOW = "IMMEDIATE";

  @Inject SubscriptionDigest digest;

  /** Without a role, so that nothing but their subscriptions is told to them. */
  private static TestToken subscriber(String name) {
    return user(name).department("sw");
  }

  private static Response subscribe(TestToken person, String kind, String target, String delivery) {
    return post(
        person,
        "/subscriptions",
        "{\"kind\":\"%s\",\"target\":\"%s\",\"delivery\":\"%s\"}"
            .formatted(kind, target, delivery));
  }

  private static Response subscribed(
      TestToken person, String kind, String target, String delivery) {
    return subscribe(person, kind, target, delivery).then().statusCode(201).extract().response();
  }

  private static Response published(String name) {
    return published(
        GS_EDITOR,
        GS_REVIEWER,
        Bodies.resource(name, Bodies.item("统一社会信用代码", "uscc"), Bodies.item("名称", "name")));
  }

  private static Response nextVersion(Response published, String name) {
    Response draft =
        step(GS_EDITOR, published, "/resources/" + id(published) + "/versions", null)
            .then()
            .statusCode(201)
            .extract()
            .response();
    Response changed =
        ok(
            as(GS_EDITOR)
                .header("If-Match", draft.header("ETag"))
                .body(
                    Bodies.resource(
                        name, Bodies.item("名称", "name"), Bodies.item("成立日期", "founded")))
                .put(API + "/resources/" + id(draft)));
    return published(GS_REVIEWER, changed, GS_EDITOR);
  }

  private static List<String> kinds(TestToken person) {
    return ok(get(person, "/notices")).path("items.kind");
  }

  @Test
  void aSubscriberHearsOfBreakingVersionsAndWithdrawal() {
    TestToken person = subscriber("sub-resource");
    Response resource = published("订阅企业登记");
    subscribed(person, "RESOURCE", id(resource), NOW)
        .then()
        .body("label", equalTo("订阅企业登记"))
        .body("resource.version", equalTo(1))
        .body("resource.state", equalTo("PUBLISHED"));
    Response second = nextVersion(resource, "订阅企业登记");
    ok(get(person, "/notices"))
        .then()
        .body("items.kind", contains("RESOURCE_VERSION_BREAKING"))
        .body("items[0].title", equalTo("“订阅企业登记”发布了第 2 版，含不兼容变更"))
        .body("items[0].text", containsString("新增信息项 1 个，删除 1 个"))
        .body("items[0].text", containsString("不兼容：统一社会信用代码"))
        .body("items[0].text", containsString("共享收紧：无；共享放宽：无"))
        .body("items[0].link", equalTo("/resources/" + id(second)));
    Response withdrawn =
        ok(
            step(
                GS_REVIEWER,
                second,
                "/resources/" + id(second) + "/withdrawal",
                "{\"reason\":\"停止采集\"}"));
    ok(get(person, "/notices"))
        .then()
        .body("items.kind", contains("RESOURCE_WITHDRAWN", "RESOURCE_VERSION_BREAKING"))
        .body("items[0].text", containsString("停止采集"));
    ok(get(person, "/subscriptions?resourceId=" + id(resource)))
        .then()
        .body("items[0].resource.state", equalTo("WITHDRAWN"))
        .body("items[0].resource.id", equalTo(id(withdrawn)));
  }

  @Test
  void departmentsCategoriesAndQueriesMatchNewResourcesOnce() {
    TestToken person = subscriber("sub-matching");
    TestToken parent = subscriber("sub-parent");
    TestToken query = subscriber("sub-query");
    TestToken other = subscriber("sub-other");
    subscribed(person, "DEPARTMENT", "mz", NOW).then().body("label", equalTo("省民政厅"));
    subscribed(person, "CATEGORY", "020300", "DAILY");
    subscribed(parent, "CATEGORY", "020000", NOW);
    subscribed(query, "QUERY", "低保  申请人姓名", NOW).then().body("target", equalTo("低保 申请人姓名"));
    subscribed(other, "QUERY", "低保 不存在的词", NOW);
    TestToken column = subscriber("sub-column");
    subscribed(column, "QUERY", "低保 applicant_nm", NOW);
    published(
        MZ_EDITOR,
        MZ_REVIEWER,
        Bodies.resourceIn("低保家庭", "社会救助", "020300", Bodies.item("申请人姓名", "applicant_nm")));
    ok(get(person, "/notices"))
        .then()
        .body("items.kind", contains("RESOURCE_PUBLISHED"))
        .body("items[0].title", equalTo("新资源：“低保家庭”"));
    ok(get(parent, "/notices")).then().body("total", equalTo(1));
    ok(get(query, "/notices")).then().body("total", equalTo(1));
    ok(get(column, "/notices")).then().body("total", equalTo(1));
    ok(get(other, "/notices")).then().body("items", empty());
  }

  @Test
  void aQueryWithFiltersMatchesWhatASearchWouldFind() {
    TestToken matching = subscriber("sub-filters");
    TestToken shared = subscriber("sub-shared");
    TestToken elsewhere = subscriber("sub-elsewhere");
    TestToken tomorrow = subscriber("sub-tomorrow");
    String words = "q=%E6%AE%A1%E8%91%AC";
    subscribed(matching, "QUERY", words + "&department=mz&category=020000&format=DATABASE", NOW)
        .then()
        .body("target", equalTo(words + "&department=mz&category=020000&format=DATABASE"));
    subscribed(shared, "QUERY", words + "&sharingType=NOT_SHARED&sharingType=CONDITIONAL", NOW);
    subscribed(elsewhere, "QUERY", words + "&department=gs", NOW);
    subscribed(tomorrow, "QUERY", "department=mz&publishedFrom=2999-01-01", NOW);
    Response first =
        published(
            MZ_EDITOR,
            MZ_REVIEWER,
            Bodies.resourceIn("殡葬服务机构", "社会事务", "020300", Bodies.item("机构名称", "name")));
    ok(get(matching, "/notices")).then().body("items.kind", contains("RESOURCE_PUBLISHED"));
    for (TestToken other : List.of(shared, elsewhere, tomorrow)) {
      ok(get(other, "/notices")).then().body("items", empty());
    }
    // A new version that now fits is told too.
    Response draft =
        step(MZ_EDITOR, first, "/resources/" + id(first) + "/versions", null)
            .then()
            .statusCode(201)
            .extract()
            .response();
    Response changed =
        ok(
            rewrite(
                MZ_EDITOR,
                draft,
                "/resources/" + id(draft),
                Bodies.resourceIn(
                    "殡葬服务机构", "社会事务", "020300", Bodies.item("机构名称", "name", "CONDITIONAL"))));
    published(MZ_REVIEWER, changed, MZ_EDITOR);
    ok(get(shared, "/notices"))
        .then()
        .body("total", equalTo(1))
        .body("items[0].text", containsString("共享收紧：机构名称；共享放宽：无"));
    ok(get(elsewhere, "/notices")).then().body("items", empty());

    invalid(subscribe(matching, "QUERY", "department=nowhere", NOW), "target");
    invalid(subscribe(matching, "QUERY", "category=999999", NOW), "target");
    invalid(subscribe(matching, "QUERY", "sharingType=FREE", NOW), "target");
    invalid(subscribe(matching, "QUERY", "state=DRAFT", NOW), "target");
    invalid(subscribe(matching, "QUERY", "q=", NOW), "target");
    invalid(subscribe(matching, "QUERY", "q=%zz", NOW), "target");
    invalid(subscribe(matching, "QUERY", "publishedFrom=soon", NOW), "target");
    invalid(subscribe(matching, "QUERY", "q=a&department=" + "a".repeat(2000), NOW), "target");
  }

  @Test
  void aDailyDigestComesOnceWithEverything() throws Throwable {
    TestToken person = subscriber("sub-daily");
    Response resource = published("摘要资源");
    subscribed(person, "RESOURCE", id(resource), "DAILY");
    String updates = "/resources/" + id(resource) + "/data-updates";
    post(GS_EDITOR, updates, "{}").then().statusCode(201);
    post(GS_EDITOR, updates, "{}").then().statusCode(201);
    Response second = nextVersion(resource, "摘要资源");
    ok(get(person, "/notices")).then().body("items", empty());
    VertxContextSupport.subscribeAndAwait(() -> digest.send(Instant.now()));
    ok(get(person, "/notices")).then().body("items", empty());
    Instant later = Instant.now().plus(Duration.ofHours(25));
    VertxContextSupport.subscribeAndAwait(() -> digest.send(later));
    VertxContextSupport.subscribeAndAwait(() -> digest.send(later));
    ok(get(person, "/notices"))
        .then()
        .body("items.kind", contains("SUBSCRIPTION_DIGEST"))
        .body("items[0].title", equalTo("订阅摘要：3 条"))
        .body("items[0].text", containsString("不兼容的新版本 1 个"))
        .body("items[0].text", containsString("数据更新 2 次。涉及：摘要资源。"))
        .body("items[0].text", containsString("- 省工商局发布了“摘要资源”"))
        .body("items[0].text", containsString("不兼容：统一社会信用代码"))
        .body("items[0].text", containsString("/resources/" + id(second)));
  }

  @Test
  void dataUpdatesAreToldToSubscribersAndGrantHoldersOnce() {
    TestToken holder = user("sub-holder").department("zj").roles("requester");
    TestToken bystander = user("sub-bystander").department("rs").roles("requester");
    Response resource = published("数据更新资源");
    Response request =
        post(holder, "/requests", Bodies.request(id(resource), resource.path("items.id")));
    Response checked =
        ok(
            step(
                SHARING,
                request,
                "/requests/" + id(request) + "/compliance-check",
                "{\"decision\":\"PASS\"}"));
    ok(
        step(
            GS_REVIEWER,
            checked,
            "/requests/" + id(request) + "/decision",
            "{\"decision\":\"GRANT\"}"));
    subscribed(holder, "RESOURCE", id(resource), NOW);
    long before = kinds(holder).stream().filter(kind -> kind.equals("DATA_UPDATED")).count();
    String path = "/resources/" + id(resource) + "/data-updates";
    post(
            GS_EDITOR,
            path,
            "{\"updatedAt\":\"2026-01-02T03:04:00Z\",\"rowCount\":123456,\"note\":\"季度更新\"}")
        .then()
        .statusCode(201)
        .body("rowCount", equalTo(123456))
        .body("reportedBy", equalTo("gs-editor"));
    ok(get(GS_EDITOR, "/resources/" + id(resource)))
        .then()
        .header("ETag", equalTo(resource.header("ETag")))
        .body("rowCount", equalTo(123456))
        .body("dataUpdatedAt", equalTo("2026-01-02T03:04:00Z"));
    Response notices = ok(get(holder, "/notices?unread=true"));
    notices
        .then()
        .body("items.findAll { it.kind == 'DATA_UPDATED' }.size()", equalTo((int) before + 1))
        .body(
            "items.find { it.kind == 'DATA_UPDATED' }.text",
            equalTo(
                "省工商局于 2026-01-02 11:04 更新了“数据更新资源”（%s）的数据，现有记录 123456 条。季度更新"
                    .formatted((String) resource.path("identifier"))));
    ok(get(bystander, "/notices"))
        .then()
        .body("items.kind", everyItem(not(equalTo("DATA_UPDATED"))));
    // A report that comes late does not take the place of a later one.
    post(GS_EDITOR, path, "{\"updatedAt\":\"2025-01-01T00:00:00Z\",\"rowCount\":1}")
        .then()
        .statusCode(201);
    ok(get(GS_EDITOR, "/resources/" + id(resource))).then().body("rowCount", equalTo(123456));
    ok(get(bystander, path))
        .then()
        .body("total", equalTo(2))
        .body("items.rowCount", contains(123456, 1));
  }

  @Test
  void onlyTheProviderSaysThatItsDataWasUpdated() {
    Response resource = published("更新权限");
    String path = "/resources/" + id(resource) + "/data-updates";
    refused(post(MZ_EDITOR, path, "{}"), 403, "department-required");
    refused(post(GS_REVIEWER, path, "{}"), 403, "role-required");
    TestToken foreign = user("service-account-sw-tax-system").department("sw").roles("requester");
    refused(post(foreign, path, "{}"), 403, "department-required");
    TestToken own = user("service-account-gs-system").department("gs");
    post(own, path, "{}").then().statusCode(201).body("rowCount", nullValue());
    refused(get(AUDITOR, path), 403, "no-department");
    invalid(post(GS_EDITOR, path, "{\"rowCount\":-1}"), "rowCount");
    invalid(post(GS_EDITOR, path, "{\"updatedAt\":\"2999-01-01T00:00:00Z\"}"), "updatedAt");
    invalid(post(GS_EDITOR, path, "{\"note\":\"" + "长".repeat(1001) + "\"}"), "note");
    Response draft = created(GS_EDITOR, Bodies.resource("未发布", Bodies.item("名称", "name")));
    refused(
        post(GS_EDITOR, "/resources/" + id(draft) + "/data-updates", "{}"),
        409,
        "resource-not-published");
    refused(
        post(MZ_EDITOR, "/resources/" + id(draft) + "/data-updates", "{}"),
        404,
        "resource-not-found");
  }

  @Test
  void subscriptionsAreOnesOwn() {
    TestToken person = subscriber("sub-own");
    TestToken other = subscriber("sub-someone");
    Response mine = subscribed(person, "DEPARTMENT", "ga", NOW);
    String path = "/subscriptions/" + id(mine);
    String daily = "{\"delivery\":\"DAILY\"}";
    refused(
        as(other).header("If-Match", mine.header("ETag")).body(daily).put(API + path),
        404,
        "subscription-not-found");
    refused(
        as(other).header("If-Match", mine.header("ETag")).delete(API + path),
        404,
        "subscription-not-found");
    ok(get(other, "/subscriptions")).then().body("items", empty());
    Response changed =
        ok(as(person).header("If-Match", mine.header("ETag")).body(daily).put(API + path));
    changed.then().body("delivery", equalTo("DAILY"));
    refused(
        as(person).header("If-Match", mine.header("ETag")).delete(API + path),
        412,
        "stale-version");
    as(person).header("If-Match", changed.header("ETag")).delete(API + path).then().statusCode(204);
    ok(get(person, "/subscriptions?kind=DEPARTMENT")).then().body("items", empty());
  }

  @Test
  void subscriptionsAreChecked() {
    TestToken person = subscriber("sub-checked");
    refused(subscribe(AUDITOR, "DEPARTMENT", "gs", NOW), 403, "no-department");
    subscribed(person, "DEPARTMENT", "gs", NOW);
    refused(subscribe(person, "DEPARTMENT", "gs", "DAILY"), 409, "already-subscribed");
    invalid(subscribe(person, "DEPARTMENT", "nowhere", NOW), "target");
    invalid(subscribe(person, "CATEGORY", "999999", NOW), "target");
    invalid(subscribe(person, "RESOURCE", "no-identity", NOW), "target");
    Response draft = created(GS_EDITOR, Bodies.resource("不可订阅", Bodies.item("名称", "name")));
    invalid(subscribe(person, "RESOURCE", id(draft), NOW), "target");
    invalid(subscribe(person, "QUERY", " ", NOW), "target");
    invalid(subscribe(person, "QUERY", "长".repeat(101), NOW), "target");
    invalid(post(person, "/subscriptions", "{\"target\":\"x\"}"), "kind");
    invalid(subscribe(person, "QUERY", "x", "HOURLY"), "delivery");
  }
}
