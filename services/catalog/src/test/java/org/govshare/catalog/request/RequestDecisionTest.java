package org.govshare.catalog.request;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.govshare.catalog.Bodies;
import org.govshare.platform.reactive.testing.TestToken;
import org.junit.jupiter.api.Test;

/** How a request is decided: in part, with four eyes, and against an objection. */
@QuarkusTest
class RequestDecisionTest extends RequestScenes {

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
  void rowsAreGrantedByConditionsThatTheItemsCanMeet() {
    Response resource = resource("行条件");
    Response passed = check(submitted(resource), PASS);
    List<String> items = resource.path("items.id");
    String grant = "{\"decision\":\"GRANT\",\"rowConditions\":[{\"itemId\":\"%s\",%s}]}";
    String city = "\"operator\":\"STARTS_WITH\",\"values\":[\"1301\"]";
    invalid(decide(passed, grant.formatted(UUID.randomUUID(), city)), "rowConditions[0].itemId");
    invalid(
        decide(passed, grant.formatted(items.get(0), "\"operator\":\"IN\",\"values\":[]")),
        "rowConditions[0].values");
    invalid(
        decide(passed, grant.formatted(items.get(0), "\"values\":[]")),
        "rowConditions[0].operator");
    Response decided = ok(decide(passed, grant.formatted(items.get(1), city)));
    ok(get(AUTHOR, "/grants/" + decided.path("grantId")))
        .then()
        .body("rowConditions.itemId", contains(items.get(1)))
        .body("rowConditions[0].operator", equalTo("STARTS_WITH"))
        .body("rowConditions[0].values", contains("1301"));
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
}
