package org.govshare.catalog.request;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.govshare.catalog.Bodies;
import org.govshare.catalog.CatalogTest;
import org.govshare.catalog.calendar.WorkingDays;
import org.govshare.catalog.schedule.Schedule;
import org.govshare.platform.reactive.testing.TestToken;
import org.junit.jupiter.api.Test;

/** A request's whole way: drafted, returned, decided in part, objected to, taken back, ended. */
@QuarkusTest
class RequestTest extends CatalogTest {

  private static final Duration LONG = Duration.ofSeconds(20);
  private static final String PASS = "{\"decision\":\"PASS\"}";
  private static final String GRANT = "{\"decision\":\"GRANT\"}";
  private static final String REFUSE = "{\"decision\":\"REFUSE\",\"remark\":\"涉及个人隐私\"}";
  private static final String RETURN = "{\"decision\":\"RETURN\",\"remark\":\"请补充依据\"}";
  private static final String OBJECT = "{\"reason\":\"依法应当共享\"}";
  private static final TestToken AUTHOR = user("tj-author").department("tj").roles("requester");
  private static final TestToken COLLEAGUE =
      user("tj-colleague").department("tj").roles("requester");
  private static final TestToken SHARING_TOO =
      user("sharing-too").department("xxzx").roles("sharing-reviewer");

  @Inject Schedule schedule;
  @Inject Pool database;

  private static Response resource(String name) {
    return published(
        GS_EDITOR,
        GS_REVIEWER,
        Bodies.resource(
            name, Bodies.item("统一社会信用代码", "uscc"), Bodies.item("法定代表人", "person", "CONDITIONAL")));
  }

  private static Response submitted(Response resource) {
    return post(AUTHOR, "/requests", Bodies.request(id(resource), resource.path("items.id")))
        .then()
        .statusCode(201)
        .extract()
        .response();
  }

  private static Response check(Response request, String body) {
    return ok(step(SHARING, request, "/requests/" + id(request) + "/compliance-check", body));
  }

  private static Response decide(Response request, String body) {
    return step(GS_REVIEWER, request, "/requests/" + id(request) + "/decision", body);
  }

  private static Response act(TestToken token, Response request, String step, String body) {
    return step(token, request, "/requests/" + id(request) + "/" + step, body);
  }

  private static Response change(TestToken token, Response request, String body) {
    return as(token)
        .header("If-Match", request.header("ETag"))
        .body(body)
        .put(API + "/requests/" + id(request));
  }

  @Test
  void aDraftIsWrittenBitByBitAndSeenByItsDepartmentAlone() {
    Response resource = resource("起草申请");
    String little = "{\"resourceId\":\"" + id(resource) + "\",\"purpose\":\"核对\"}";
    refused(post(GS_EDITOR, "/requests/drafts", little), 403, "role-required");
    invalid(post(AUTHOR, "/requests/drafts", "{}"), "resourceId");
    Response draft =
        post(AUTHOR, "/requests/drafts", little).then().statusCode(201).extract().response();
    draft.then().body("state", equalTo("DRAFT")).body("items", empty());
    refused(get(SHARING, "/requests/" + id(draft)), 404, "request-not-found");
    refused(get(GS_REVIEWER, "/requests/" + id(draft)), 404, "request-not-found");
    ok(get(SHARING, "/requests?state=DRAFT")).then().body("items", empty());
    ok(get(COLLEAGUE, "/requests/" + id(draft)));

    invalid(act(AUTHOR, draft, "submission", null), "validUntil");
    String whole = Bodies.request(id(resource), resource.path("items.id"));
    refused(change(SW_REQUESTER, draft, whole), 404, "request-not-found");
    invalid(
        change(AUTHOR, draft, whole.replace(id(resource), UUID.randomUUID().toString())),
        "resourceId");
    Response written = ok(change(COLLEAGUE, draft, whole));
    written.then().body("items", hasSize(2));
    refused(change(AUTHOR, draft, whole), 412, "stale-version");
    Response handedIn = ok(act(AUTHOR, written, "submission", null));
    handedIn
        .then()
        .body("state", equalTo("SUBMITTED"))
        .body("clocks.step", contains("REQUEST_COMPLIANCE_CHECK"))
        .body("clocks[0].workingDays", equalTo(2));
    refused(change(AUTHOR, handedIn, whole), 409, "request-in-wrong-state");

    Response other = post(AUTHOR, "/requests/drafts", little);
    as(AUTHOR)
        .header("If-Match", other.header("ETag"))
        .delete(API + "/requests/" + id(other))
        .then()
        .statusCode(204);
    refused(get(AUTHOR, "/requests/" + id(other)), 404, "request-not-found");
    refused(
        as(AUTHOR)
            .header("If-Match", handedIn.header("ETag"))
            .delete(API + "/requests/" + id(handedIn)),
        409,
        "request-in-wrong-state");
  }

  @Test
  void theClockPausesWhileTheAuthorMends() {
    Response resource = resource("补正");
    Response returned = check(submitted(resource), RETURN);
    returned
        .then()
        .body("state", equalTo("RETURNED"))
        .body("complianceCheck.remark", equalTo("请补充依据"))
        .body("clocks.find { it.step == 'REQUEST_COMPLIANCE_CHECK' }.state", equalTo("PAUSED"))
        .body("clocks.find { it.step == 'REQUEST_COMPLIANCE_CHECK' }.daysLeft", equalTo(2));
    ok(get(AUTHOR, "/todo/tasks?assigned=me&kind=REQUEST_RETURNED&size=100"))
        .then()
        .body("items.objectId", hasItem(id(returned)));
    ok(get(SHARING, "/todo/tasks?size=100&kind=REQUEST_COMPLIANCE_CHECK"))
        .then()
        .body("items.objectId", not(hasItem(id(returned))));
    ok(get(SHARING, "/todo/tasks?size=100&paused=true"))
        .then()
        .body("items.objectId", hasItem(id(returned)));
    ok(get(AUTHOR, "/requests?role=todo&size=100")).then().body("items.id", hasItem(id(returned)));
    refused(act(SW_REQUESTER, returned, "submission", null), 404, "request-not-found");
    refused(act(GS_REVIEWER, returned, "submission", null), 403, "role-required");

    Response again = ok(act(AUTHOR, returned, "submission", null));
    again
        .then()
        .body("state", equalTo("SUBMITTED"))
        .body("clocks.step", contains("REQUEST_COMPLIANCE_CHECK"))
        .body("clocks[0].state", equalTo("ON_TIME"))
        .body("clocks[0].dueAt", notNullValue());
    check(again, PASS);
    ok(get(AUTHOR, "/requests/" + id(again) + "/clocks"))
        .then()
        .body("items.step", hasItem("REQUEST_COMPLIANCE_CHECK"))
        .body(
            "items.find { it.step == 'REQUEST_COMPLIANCE_CHECK' }.state", equalTo("DONE_IN_TIME"));
    refused(get(MZ_REVIEWER, "/requests/" + id(again) + "/clocks"), 404, "request-not-found");
    ok(get(AUTHOR, "/requests/" + id(again) + "/history"))
        .then()
        .body("items.action", contains("SUBMIT", "RETURN", "RESUBMIT", "PASS"))
        .body("items.actor", contains("tj-author", "sharing", "tj-author", "sharing"))
        .body("items[1].remark", equalTo("请补充依据"));
  }

  @Test
  void whatWasChangedForTheProviderIsCheckedAgainFirst() {
    Response resource = resource("补正后复核");
    Response passed = check(submitted(resource), PASS);
    passed
        .then()
        .body("clocks.step", contains("REQUEST_DECISION"))
        .body("clocks[0].workingDays", equalTo(10));
    Response returned = ok(decide(passed, RETURN));
    // Only explained, it goes back to the provider.
    Response explained = ok(act(AUTHOR, returned, "submission", null));
    explained.then().body("state", equalTo("COMPLIANCE_PASSED"));
    Response returnedAgain = ok(decide(explained, RETURN));
    List<String> items = resource.path("items.id");
    Response mended =
        ok(
            change(
                AUTHOR,
                returnedAgain,
                Bodies.request(id(resource), List.of(items.get(1), items.get(0)))
                    .replace("多证合一", "数据核对")));
    mended.then().body("items.id", contains(items.get(1), items.get(0)));
    Response submitted = ok(act(AUTHOR, mended, "submission", null));
    submitted
        .then()
        .body("state", equalTo("SUBMITTED"))
        .body("clocks.find { it.step == 'REQUEST_DECISION' }.state", equalTo("PAUSED"));
    Response checked = check(submitted, PASS);
    checked
        .then()
        .body("clocks.step", contains("REQUEST_DECISION"))
        .body("clocks[0].state", not(equalTo("PAUSED")));
    ok(decide(checked, GRANT)).then().body("state", equalTo("GRANTED")).body("clocks", empty());
  }

  @Test
  void itemsAreGrantedAndRefusedOneByOne() {
    Response resource = resource("部分授权");
    List<String> items = resource.path("items.id");
    Response passed = check(submitted(resource), PASS);
    String refusal = "{\"itemId\":\"" + items.get(1) + "\",\"reason\":\"超出用途\"}";
    invalid(decide(passed, "{\"decision\":\"PARTIAL\"}"), "refusals");
    invalid(decide(passed, "{\"decision\":\"GRANT\",\"refusals\":[" + refusal + "]}"), "refusals");
    invalid(
        decide(
            passed,
            "{\"decision\":\"PARTIAL\",\"refusals\":[" + refusal.replace("超出用途", "") + "]}"),
        "refusals[0].reason");
    invalid(
        decide(
            passed,
            "{\"decision\":\"PARTIAL\",\"refusals\":["
                + refusal.replace(items.get(1), UUID.randomUUID().toString())
                + "]}"),
        "refusals[0].itemId");
    invalid(
        decide(
            passed,
            "{\"decision\":\"PARTIAL\",\"refusals\":["
                + refusal
                + ","
                + refusal.replace(items.get(1), items.get(0))
                + "]}"),
        "refusals");
    invalid(
        decide(
            passed,
            "{\"decision\":\"PARTIAL\",\"itemIds\":[\""
                + items.get(1)
                + "\"],\"refusals\":["
                + refusal
                + "]}"),
        "refusals[0].itemId");
    invalid(decide(passed, "{\"decision\":\"RETURN\"}"), "remark");
    Response decided =
        ok(
            decide(
                passed,
                "{\"decision\":\"PARTIAL\",\"refusals\":["
                    + refusal
                    + "],\"rowFilter\":\"仅限本市\",\"conditions\":\"不得转让\"}"));
    decided
        .then()
        .body("state", equalTo("PARTIALLY_GRANTED"))
        .body("items.outcome", contains("GRANTED", "REFUSED"))
        .body("items[1].reason", equalTo("超出用途"))
        .body("rowFilter", equalTo("仅限本市"));
    ok(get(AUTHOR, "/grants/" + decided.path("grantId")))
        .then()
        .body("items.id", contains(items.get(0)))
        .body("rowFilter", equalTo("仅限本市"))
        .body("conditions", equalTo("不得转让"));
    ok(get(AUTHOR, "/notices?size=100"))
        .then()
        .body("items.kind", hasItem("REQUEST_GRANTED_IN_PART"));
  }

  @Test
  void anOverturnedRefusalBindsTheProvider() {
    Response resource = resource("异议");
    Response refused = ok(decide(check(submitted(resource), PASS), REFUSE));
    refused
        .then()
        .body("state", equalTo("REFUSED"))
        .body("items.outcome", everyItem(equalTo("REFUSED")));
    refused(act(GS_REVIEWER, refused, "objection", OBJECT), 403, "role-required");
    refused(act(SW_REQUESTER, refused, "objection", OBJECT), 404, "request-not-found");
    invalid(act(AUTHOR, refused, "objection", "{}"), "reason");
    Response objected = ok(act(AUTHOR, refused, "objection", OBJECT));
    objected
        .then()
        .body("state", equalTo("OBJECTED"))
        .body("clocks.step", contains("REQUEST_ARBITRATION"))
        .body("clocks[0].workingDays", equalTo(10))
        .body("objections.reason", contains("依法应当共享"));
    String overturn = "{\"decision\":\"OVERTURNED\",\"remark\":\"应当共享非隐私项\"}";
    refused(act(AUTHOR, objected, "arbitration", overturn), 403, "role-required");
    refused(act(GS_REVIEWER, objected, "arbitration", overturn), 403, "role-required");
    invalid(act(SHARING, objected, "arbitration", "{\"decision\":\"UPHELD\"}"), "remark");
    invalid(act(SHARING, objected, "arbitration", "{\"remark\":\"同意\"}"), "decision");
    Response overturned = ok(act(SHARING, objected, "arbitration", overturn));
    overturned
        .then()
        .body("state", equalTo("COMPLIANCE_PASSED"))
        .body("bound", equalTo(true))
        .body("objections[0].outcome", equalTo("OVERTURNED"))
        .body("objections[0].remark", equalTo("应当共享非隐私项"))
        .body("clocks.step", contains("REQUEST_DECISION"));
    refused(decide(overturned, REFUSE), 409, "bound-by-arbitration");
    ok(decide(overturned, GRANT)).then().body("state", equalTo("GRANTED"));
    ok(get(GS_REVIEWER, "/notices?size=100"))
        .then()
        .body("items.kind", hasItem("REFUSAL_OVERTURNED"));
  }

  @Test
  void aRefusalAtTheCheckIsNotArbitratedByWhoRefused() {
    Response refused = check(submitted(resource("检查异议")), REFUSE);
    Response objected = ok(act(AUTHOR, refused, "objection", OBJECT));
    String uphold = "{\"decision\":\"UPHELD\",\"remark\":\"用途不明确\"}";
    refused(act(SHARING, objected, "arbitration", uphold), 403, "own-work");
    Response upheld = ok(act(SHARING_TOO, objected, "arbitration", uphold));
    upheld.then().body("state", equalTo("REFUSED")).body("clocks", empty());
    refused(act(AUTHOR, upheld, "objection", OBJECT), 409, "objection-decided-already");
    refused(act(SHARING, upheld, "arbitration", uphold), 409, "request-in-wrong-state");
  }

  @Test
  void anObjectionToPartOfARequestKeepsWhatWasGranted() {
    Response resource = resource("部分异议");
    List<String> items = resource.path("items.id");
    Response decided =
        ok(
            decide(
                check(submitted(resource), PASS),
                "{\"decision\":\"PARTIAL\",\"refusals\":[{\"itemId\":\""
                    + items.get(1)
                    + "\",\"reason\":\"不需要\"}]}"));
    Response objected = ok(act(AUTHOR, decided, "objection", OBJECT));
    ok(get(AUTHOR, "/grants/" + decided.path("grantId"))).then().body("state", equalTo("ACTIVE"));
    Response overturned =
        ok(
            act(
                SHARING,
                objected,
                "arbitration",
                "{\"decision\":\"OVERTURNED\",\"remark\":\"全部共享\"}"));
    Response granted = ok(decide(overturned, GRANT));
    granted
        .then()
        .body("state", equalTo("GRANTED"))
        .body("grantId", not(equalTo(decided.path("grantId"))));
    ok(get(AUTHOR, "/grants/" + decided.path("grantId")))
        .then()
        .body("state", equalTo("REVOKED"))
        .body("replacedBy", equalTo(granted.path("grantId")));
    ok(get(AUTHOR, "/grants/" + granted.path("grantId")))
        .then()
        .body("state", equalTo("ACTIVE"))
        .body("items", hasSize(2));
  }

  @Test
  void theAuthorTakesARequestBack() {
    Response request = submitted(resource("撤回"));
    String reason = "{\"reason\":\"不再需要\"}";
    refused(act(GS_REVIEWER, request, "withdrawal", reason), 403, "role-required");
    invalid(act(AUTHOR, request, "withdrawal", "{}"), "reason");
    Response withdrawn = ok(act(AUTHOR, request, "withdrawal", reason));
    withdrawn.then().body("state", equalTo("WITHDRAWN")).body("clocks", empty());
    refused(act(SHARING, withdrawn, "compliance-check", PASS), 409, "request-in-wrong-state");
    refused(act(AUTHOR, withdrawn, "withdrawal", reason), 409, "request-in-wrong-state");
  }

  @Test
  void aRequestPastItsTimeIsToldPlainlyAndEnds() throws Throwable {
    Response request = submitted(resource("过期申请"));
    database
        .preparedQuery("update access_request set valid_until = '2020-01-01' where id = $1")
        .execute(Tuple.of(UUID.fromString(id(request))))
        .await()
        .atMost(LONG);
    refused(act(SHARING, request, "compliance-check", PASS), 409, "request-expired");
    run();
    run();
    Response ended = ok(get(AUTHOR, "/requests/" + id(request)));
    ended.then().body("state", equalTo("EXPIRED")).body("clocks", empty());
    ok(get(AUTHOR, "/requests/" + id(request) + "/history"))
        .then()
        .body("items.action", contains("SUBMIT", "EXPIRE"))
        .body("items[1].actor", equalTo("govshare"));
    ok(get(AUTHOR, "/notices?size=100"))
        .then()
        .body(
            "items.findAll { it.kind == 'REQUEST_EXPIRED' }.link",
            hasItem("/requests/" + id(request)));
  }

  @Test
  void aRequestFallsAwayWithItsResource() {
    Response resource = resource("资源撤销");
    Response passed = check(submitted(resource), PASS);
    Response seen = ok(get(GS_REVIEWER, "/resources/" + id(resource)));
    ok(
        step(
            GS_REVIEWER,
            seen,
            "/resources/" + id(resource) + "/withdrawal",
            "{\"reason\":\"系统下线\"}"));
    ok(get(AUTHOR, "/requests/" + id(passed)))
        .then()
        .body("state", equalTo("LAPSED"))
        .body("clocks", empty());
    refused(
        decide(ok(get(GS_REVIEWER, "/requests/" + id(passed))), GRANT),
        409,
        "request-in-wrong-state");
    Response asked =
        post(AUTHOR, "/requests", Bodies.request(id(resource), resource.path("items.id")));
    invalid(asked, "resourceId");
  }

  @Test
  void nobodyDecidesOnWhatTheyWrote() {
    TestToken both = user("tj-both").department("tj").roles("requester", "sharing-reviewer");
    Response resource = resource("四眼申请");
    Response returned = check(submitted(resource), RETURN);
    Response mended =
        ok(
            change(
                both,
                returned,
                Bodies.request(id(resource), resource.path("items.id")).replace("多证合一", "另一用途")));
    Response submitted = ok(act(both, mended, "submission", null));
    refused(act(both, submitted, "compliance-check", PASS), 403, "own-work");
  }

  @Test
  void theLegalBasisMayBeAPolicyInForceInTheLibrary() {
    Response resource = resource("依据");
    String body = Bodies.request(id(resource), resource.path("items.id"));
    String policy =
        "{\"kind\":\"POLICY\",\"documentNumber\":\"%s\",\"title\":\"共享办法\",\"issuingBody\":\"测试\","
            + "\"effectiveOn\":\"2001-01-01\"%s}";
    Response inForce = post(PUBLISHER, "/library/documents", policy.formatted("申请〔2001〕1号", ""));
    inForce.then().statusCode(201);
    Response repealed =
        post(
            PUBLISHER,
            "/library/documents",
            policy.formatted("申请〔2001〕2号", ",\"repealedOn\":\"2002-01-01\""));
    repealed.then().statusCode(201);
    for (String wrong : List.of(UUID.randomUUID().toString(), id(repealed))) {
      invalid(
          post(
              AUTHOR,
              "/requests",
              body.replace("\"scenario\"", "\"legalBasisId\":\"" + wrong + "\",\"scenario\"")),
          "legalBasisId");
    }
    post(
            AUTHOR,
            "/requests",
            body.replace("\"scenario\"", "\"legalBasisId\":\"" + id(inForce) + "\",\"scenario\""))
        .then()
        .statusCode(201)
        .body("legalBasisId", equalTo(id(inForce)));
    refused(
        as(PUBLISHER)
            .header("If-Match", inForce.header("ETag"))
            .delete(API + "/library/documents/" + id(inForce)),
        409,
        "library-entry-in-use");
  }

  @Test
  void whoStandsInForTheAuthorIsToldToo() {
    TestToken away = user("tj-away").department("tj").roles("requester");
    TestToken standIn = user("tj-stand-in").department("tj").roles("requester");
    ok(get(standIn, "/todo"));
    LocalDate today = WorkingDays.dayOf(Instant.now());
    post(
            away,
            "/delegations",
            "{\"delegate\":\"tj-stand-in\",\"firstDay\":\"%s\",\"lastDay\":\"%s\"}"
                .formatted(today, today.plusDays(1)))
        .then()
        .statusCode(201);
    Response resource = resource("代办申请");
    Response request =
        post(away, "/requests", Bodies.request(id(resource), resource.path("items.id")));
    Response returned = check(request, RETURN);
    ok(get(standIn, "/todo/tasks?assigned=me&size=100"))
        .then()
        .body("items.objectId", hasItem(id(returned)));
    ok(get(standIn, "/notices?size=100"))
        .then()
        .body("items.link", hasItem("/requests/" + id(returned)));
    ok(act(standIn, returned, "submission", null)).then().body("state", equalTo("SUBMITTED"));
  }

  @Test
  void aPreviewTellsWhatARequestWouldComeTo() {
    Response resource = resource("预览");
    String body = Bodies.request(id(resource), resource.path("items.id"));
    refused(post(GS_EDITOR, "/requests/preview", body), 403, "role-required");
    ok(post(AUTHOR, "/requests/preview", body))
        .then()
        .body("items.sharingCondition", contains(null, "按协议使用"))
        .body("complianceCheck.workingDays", equalTo(2))
        .body("answer.workingDays", equalTo(10))
        .body("overlaps", empty());
    Response granted = ok(decide(check(submitted(resource), PASS), GRANT));
    List<String> items = resource.path("items.id");
    ok(post(AUTHOR, "/requests/preview", Bodies.request(id(resource), items.subList(0, 1))))
        .then()
        .body("answer.workingDays", equalTo(5))
        .body("overlaps.grantId", contains(granted.<String>path("grantId")))
        .body("overlaps[0].items", contains("统一社会信用代码"));
    ok(get(AUTHOR, "/requests?size=100&resource=" + id(resource)))
        .then()
        .body("items", hasSize(1))
        .body("items[0].advices", nullValue());
    invalid(
        post(AUTHOR, "/requests/preview", body.replace(id(resource), UUID.randomUUID().toString())),
        "resourceId");
  }

  private void run() throws Throwable {
    VertxContextSupport.subscribeAndAwait(() -> schedule.run());
  }
}
