package org.govshare.catalog.request;

import io.restassured.response.Response;
import org.govshare.catalog.Bodies;
import org.govshare.catalog.CatalogTest;
import org.govshare.platform.reactive.testing.TestToken;

/** The people and steps that tests of requests share. */
abstract class RequestScenes extends CatalogTest {

  static final String PASS = "{\"decision\":\"PASS\"}";
  static final String GRANT = "{\"decision\":\"GRANT\"}";
  static final String REFUSE = "{\"decision\":\"REFUSE\",\"remark\":\"涉及个人隐私\"}";
  static final String RETURN = "{\"decision\":\"RETURN\",\"remark\":\"请补充依据\"}";
  static final String OBJECT = "{\"reason\":\"依法应当共享\"}";
  static final TestToken AUTHOR = user("tj-author").department("tj").roles("requester");
  static final TestToken COLLEAGUE = user("tj-colleague").department("tj").roles("requester");
  static final TestToken SHARING_TOO =
      user("sharing-too").department("xxzx").roles("sharing-reviewer");

  static Response resource(String name) {
    return published(
        GS_EDITOR,
        GS_REVIEWER,
        Bodies.resource(
            name, Bodies.item("统一社会信用代码", "uscc"), Bodies.item("法定代表人", "person", "CONDITIONAL")));
  }

  static Response submitted(Response resource) {
    return post(AUTHOR, "/requests", Bodies.request(id(resource), resource.path("items.id")))
        .then()
        .statusCode(201)
        .extract()
        .response();
  }

  static Response check(Response request, String body) {
    return ok(step(SHARING, request, "/requests/" + id(request) + "/compliance-check", body));
  }

  static Response decide(Response request, String body) {
    return step(GS_REVIEWER, request, "/requests/" + id(request) + "/decision", body);
  }

  static Response act(TestToken token, Response request, String step, String body) {
    return step(token, request, "/requests/" + id(request) + "/" + step, body);
  }

  static Response change(TestToken token, Response request, String body) {
    return as(token)
        .header("If-Match", request.header("ETag"))
        .body(body)
        .put(API + "/requests/" + id(request));
  }
}
