package org.govshare.catalog.request;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.govshare.catalog.Bodies;
import org.govshare.catalog.calendar.WorkingDays;
import org.govshare.platform.reactive.testing.TestToken;
import org.junit.jupiter.api.Test;

/** How a request is written: drafted, previewed, handed in, mended. */
@QuarkusTest
class RequestDraftTest extends RequestScenes {

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
}
