package org.govshare.catalog.conformity;

import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.govshare.catalog.CatalogTest;
import org.junit.jupiter.api.Test;

/** What demands and business functions rest on can be a policy of the library. */
@QuarkusTest
class BasisLinkTest extends CatalogTest {

  private static Response policy(String number, String more) {
    return post(
            PUBLISHER,
            "/library/documents",
            """
            {"kind":"POLICY","title":"%s","documentNumber":"%s","issuingBody":"测试",
             "effectiveOn":"2001-01-01"%s}
            """
                .formatted(number, number, more))
        .then()
        .statusCode(201)
        .extract()
        .response();
  }

  private static String demand(String policy) {
    return """
    {"name":"有依据的需求","items":["甲"],"purpose":"测试","legalBasis":"《统计法》第七条",
     "legalBasisId":"%s","scenario":"测试","frequency":"YEARLY"}
    """
        .formatted(policy);
  }

  private static String function(String name, String policy) {
    return """
    {"name":"%s","source":"STAFFING_PLAN","basis":"三定方案第一条","legalBasisId":"%s"}
    """
        .formatted(name, policy);
  }

  @Test
  void theyCiteWhatIsInForceAndKeepItInTheLibrary() {
    Response first = policy("需求依据〔2001〕1号", "");
    Response second = policy("职责依据〔2001〕2号", "");
    String repealed = id(policy("依据已废止〔2001〕3号", ",\"repealedOn\":\"2002-01-01\""));
    invalid(post(SW_REQUESTER, "/demands", demand(repealed)), "legalBasisId");
    invalid(post(GS_EDITOR, "/functions", function("废止依据职责", repealed)), "legalBasisId");
    Response demand = post(SW_REQUESTER, "/demands", demand(id(first)));
    demand.then().statusCode(201).body("legalBasisId", equalTo(id(first)));
    Response function = post(GS_EDITOR, "/functions", function("有依据的职责", id(second)));
    function.then().statusCode(201).body("legalBasisId", equalTo(id(second)));
    refused(
        remove(PUBLISHER, first, "/library/documents/" + id(first)), 409, "library-entry-in-use");
    refused(
        remove(PUBLISHER, second, "/library/documents/" + id(second)), 409, "library-entry-in-use");
    ok(rewrite(GS_EDITOR, function, "/functions/" + id(function), function("有依据的职责", id(first))))
        .then()
        .body("legalBasisId", equalTo(id(first)));
  }
}
