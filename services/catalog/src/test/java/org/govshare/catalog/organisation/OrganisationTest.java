package org.govshare.catalog.organisation;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.govshare.catalog.Bodies;
import org.govshare.catalog.CatalogTest;
import org.govshare.platform.reactive.testing.TestToken;
import org.junit.jupiter.api.Test;

/** Offices, functions and matters: who keeps them, how they refer to each other. */
@QuarkusTest
class OrganisationTest extends CatalogTest {

  private static Response made(TestToken token, String path, String body) {
    return post(token, path, body).then().statusCode(201).extract().response();
  }

  private static String office(String name) {
    return "{\"name\":\"" + name + "\",\"duties\":\"登记管理\"}";
  }

  private static String function(String name, String office) {
    return """
    {"name":"%s","source":"STAFFING_PLAN","basis":"三定方案第三条"%s}
    """
        .formatted(name, office == null ? "" : ",\"officeId\":\"" + office + "\"");
  }

  private static String matter(String code, String name, String function) {
    return """
    {"code":"%s","name":"%s","kind":"LICENCE"%s}
    """
        .formatted(code, name, function == null ? "" : ",\"functionId\":\"" + function + "\"");
  }

  @Test
  void anEditorKeepsTheOwnDepartment() {
    Response office = made(GS_EDITOR, "/offices", office("企业注册处"));
    office
        .then()
        .header("Location", endsWith("/offices/" + id(office)))
        .body("department.code", equalTo("gs"))
        .body("department.name", equalTo("省工商局"));
    Response function = made(GS_EDITOR, "/functions", function("企业登记注册", id(office)));
    function.then().body("officeName", equalTo("企业注册处"));
    Response matter = made(GS_EDITOR, "/matters", matter("GS-001", "企业设立登记", id(function)));
    matter.then().body("functionName", equalTo("企业登记注册"));

    Response renamed = ok(rewrite(GS_EDITOR, office, "/offices/" + id(office), office("注册登记处")));
    ok(get(MONITOR, "/functions/" + id(function))).then().body("officeName", equalTo("注册登记处"));
    refused(
        rewrite(GS_EDITOR, office, "/offices/" + id(office), office("旧")), 412, "stale-version");
    ok(get(SW_REQUESTER, "/matters?department=gs&q=gs-001&kind=LICENCE"))
        .then()
        .body("items.name", contains("企业设立登记"));
    ok(get(SW_REQUESTER, "/functions?q=三定&officeId=" + id(office)))
        .then()
        .body("items.id", contains(id(function)));
    ok(get(GS_REVIEWER, "/changes?kind=office&id=" + id(office)))
        .then()
        .body("items.action", contains("CHANGED", "CREATED"))
        .body("items[0].changed", hasItem("name"))
        .body("items[0].before.name", equalTo("企业注册处"));
    ok(get(MZ_EDITOR, "/changes?kind=office&id=" + id(office))).then().body("total", equalTo(0));
    renamed.then().body("revision", equalTo(1));
  }

  @Test
  void thePublisherKeepsAnyDepartment() {
    Response office = made(PUBLISHER, "/offices", "{\"departmentCode\":\"tj\",\"name\":\"综合处\"}");
    office.then().body("department.code", equalTo("tj"));
    invalid(
        rewrite(
            PUBLISHER,
            office,
            "/offices/" + id(office),
            "{\"departmentCode\":\"rs\",\"name\":\"综合处\"}"),
        "departmentCode");
    invalid(
        post(PUBLISHER, "/offices", "{\"departmentCode\":\"nowhere\",\"name\":\"综合处\"}"),
        "departmentCode");
    remove(PUBLISHER, office, "/offices/" + id(office)).then().statusCode(204);
    refused(get(PUBLISHER, "/offices/" + id(office)), 404, "office-not-found");
  }

  @Test
  void whatIsInUseSaysByWhat() {
    Response office = made(GS_EDITOR, "/offices", office("在用处"));
    Response function = made(GS_EDITOR, "/functions", function("在用职责", id(office)));
    made(GS_EDITOR, "/matters", matter("GS-USED", "在用事项", id(function)));
    created(
        GS_EDITOR,
        Bodies.resource("在用资源", Bodies.item("甲", "a"))
            .replaceFirst("\\{", "{\"functionId\":\"" + id(function) + "\","));
    Response ofOffice = remove(GS_EDITOR, office, "/offices/" + id(office));
    refused(ofOffice, 409, "in-use");
    ofOffice
        .then()
        .body("errors.field", contains("functions"))
        .body("errors[0].message", equalTo("1 项：在用职责"));
    Response ofFunction = remove(GS_EDITOR, function, "/functions/" + id(function));
    refused(ofFunction, 409, "in-use");
    ofFunction.then().body("errors.field", containsInAnyOrder("matters", "resources"));
  }

  @Test
  void resourcesReferToTheirOwnDepartmentOnly() {
    Response own = made(GS_EDITOR, "/functions", function("资源职责", null));
    Response foreign = made(MZ_EDITOR, "/functions", function("民政职责", null));
    String body = Bodies.resource("职责引用", Bodies.item("甲", "a"));
    Response draft =
        created(GS_EDITOR, body.replaceFirst("\\{", "{\"functionId\":\"" + id(own) + "\","));
    ok(get(GS_EDITOR, "/resources/" + id(draft))).then().body("functionId", equalTo(id(own)));
    invalid(
        post(
            GS_EDITOR,
            "/resources",
            body.replaceFirst("\\{", "{\"functionId\":\"" + id(foreign) + "\",")),
        "functionId");
    for (String field : List.of("officeId", "functionId", "matterId", "systemId")) {
      invalid(
          post(
              GS_EDITOR,
              "/resources",
              body.replaceFirst("\\{", "{\"" + field + "\":\"" + UUID.randomUUID() + "\",")),
          field);
    }
    ok(
        rewrite(
            GS_EDITOR,
            own,
            "/functions/" + id(own),
            function("资源职责", null).replaceFirst("\\{", "{\"abolished\":true,")));
    invalid(
        post(
            GS_EDITOR,
            "/resources",
            body.replaceFirst("\\{", "{\"functionId\":\"" + id(own) + "\",")),
        "functionId");
  }

  @Test
  void badEntriesAreRefused() {
    made(GS_EDITOR, "/offices", office("重名处"));
    invalid(post(GS_EDITOR, "/offices", office("重名处")), "name");
    invalid(post(GS_EDITOR, "/offices", office(" ")), "name");
    invalid(post(GS_EDITOR, "/offices", office("长".repeat(101))), "name");
    invalid(post(GS_EDITOR, "/functions", "{\"name\":\"无来源\",\"basis\":\"据\"}"), "source");
    invalid(post(GS_EDITOR, "/functions", "{\"name\":\"无据\",\"source\":\"OTHER\"}"), "basis");
    invalid(
        post(GS_EDITOR, "/functions", function("无处室", UUID.randomUUID().toString())), "officeId");
    invalid(post(GS_EDITOR, "/matters", "{\"name\":\"无码\",\"kind\":\"LEVY\"}"), "code");
    made(GS_EDITOR, "/matters", matter("GS-TWICE", "重码", null));
    invalid(post(GS_EDITOR, "/matters", matter("GS-TWICE", "重码二", null)), "code");
    invalid(
        post(GS_EDITOR, "/matters", "{\"code\":\"X\",\"name\":\"类\",\"kind\":\"WRONG\"}"), "kind");
    Response foreign = made(MZ_EDITOR, "/offices", office("民政处室"));
    invalid(post(GS_EDITOR, "/functions", function("他处", id(foreign))), "officeId");
    invalid(get(GS_EDITOR, "/offices?department=nowhere"), "department");
    refused(get(GS_EDITOR, "/matters/" + UUID.randomUUID()), 404, "matter-not-found");
  }

  @Test
  void everyRuleOfAccessRefuses() {
    Response office = made(GS_EDITOR, "/offices", office("权限处"));
    Response function = made(GS_EDITOR, "/functions", function("权限职责", null));
    Response matter = made(GS_EDITOR, "/matters", matter("GS-ACCESS", "权限事项", null));
    for (String path :
        List.of("/offices/" + id(office), "/functions/" + id(function), "/matters/" + id(matter))) {
      String list = path.substring(0, path.lastIndexOf('/'));
      Response seen = ok(get(MZ_EDITOR, path));
      String body =
          switch (list) {
            case "/offices" -> office("越权");
            case "/functions" -> function("越权", null);
            default -> matter("GS-OTHER", "越权", null);
          };
      for (TestToken other : List.of(GS_REVIEWER, SW_REQUESTER, SHARING, MONITOR, AUDITOR)) {
        refused(post(other, list, body), 403, "role-required");
      }
      refused(
          post(MZ_EDITOR, list, body.replaceFirst("\\{", "{\"departmentCode\":\"gs\",")),
          403,
          "department-required");
      refused(rewrite(MZ_EDITOR, seen, path, body), 403, "department-required");
      refused(remove(MZ_EDITOR, seen, path), 403, "department-required");
      refused(rewrite(GS_REVIEWER, seen, path, body), 403, "role-required");
      refused(remove(GS_REVIEWER, seen, path), 403, "role-required");
      for (String role : List.of("sysadmin", "secadmin", "auditor")) {
        TestToken one = user("the-" + role).roles(role);
        refused(get(one, list), 403, "business-data");
        refused(get(one, path), 403, "business-data");
      }
      ok(get(MZ_EDITOR, list + "?department=gs&size=100"))
          .then()
          .body("items.department.code", everyItem(equalTo("gs")))
          .body("items.id", hasItem(id(seen)));
      ok(get(MZ_EDITOR, list + "?department=mz&size=100"))
          .then()
          .body("items.id", not(hasItem(id(seen))));
    }
  }
}
