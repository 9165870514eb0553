package org.govshare.catalog.region;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.govshare.catalog.CatalogTest;
import org.govshare.platform.reactive.testing.TestToken;
import org.junit.jupiter.api.Test;

/** The division of Hebei, and how it is kept. */
@QuarkusTest
class RegionTest extends CatalogTest {

  private static String region(String code, String name) {
    return "{\"code\":\"%s\",\"name\":\"%s\"}".formatted(code, name);
  }

  @Test
  void hebeiIsThereDownToItsCounties() {
    ok(get(MONITOR, "/regions?level=PREFECTURE&parent=130000"))
        .then()
        .body("total", equalTo(12))
        .body("items.name", hasItems("石家庄市", "衡水市", "雄安新区"))
        .body("items.find { it.code == '133100' }.standard", equalTo("LOCAL"));
    ok(get(MONITOR, "/regions?level=COUNTY&size=100&q=13"))
        .then()
        .body("items", hasSize(100))
        .body("total", equalTo(167));
    ok(get(MONITOR, "/regions/130682"))
        .then()
        .header("ETag", equalTo("\"0\""))
        .body("name", equalTo("定州市"))
        .body("parent", equalTo("130600"));
    ok(get(MONITOR, "/regions?q=辛集")).then().body("items.code", contains("130181"));
    ok(get(MONITOR, "/regions?q=100%25")).then().body("items", empty());
  }

  @Test
  void theTreeGoesThreeLevelsDown() {
    ok(get(MONITOR, "/regions/tree"))
        .then()
        .body("find { it.code == '130000' }.name", equalTo("河北省"))
        .body("find { it.code == '130000' }.children", hasSize(12))
        .body(
            "find { it.code == '130000' }.children.find { it.code == '130300' }.children.name",
            contains("海港区", "山海关区", "北戴河区", "抚宁区", "青龙满族自治县", "昌黎县", "卢龙县"));
    ok(post(PUBLISHER, "/regions", region("130525001", "树镇")), 201);
    ok(get(MONITOR, "/regions/tree?root=130525"))
        .then()
        .body("code", contains("130525"))
        .body("[0].children.name", contains("树镇"));
    invalid(get(MONITOR, "/regions/tree?root=13"), "root");
    refused(get(MONITOR, "/regions/tree?root=990000"), 404, "region-not-found");
  }

  private static Response ok(Response answer, int status) {
    return answer.then().statusCode(status).extract().response();
  }

  @Test
  void townsAreAddedChangedAndRemoved() {
    Response town = ok(post(PUBLISHER, "/regions", region("130102001", "样例街道")), 201);
    town.then()
        .header("Location", org.hamcrest.Matchers.endsWith("/regions/130102001"))
        .body("level", equalTo("TOWN"))
        .body("standard", equalTo("GBT_10114"))
        .body("parent", equalTo("130102"));
    refused(post(PUBLISHER, "/regions", region("130102001", "又一")), 409, "region-exists");
    Response renamed =
        ok(
            rewrite(
                PUBLISHER, town, "/regions/130102001", "{\"name\":\"样例二街道\",\"abolished\":true}"));
    renamed.then().body("name", equalTo("样例二街道")).body("abolished", equalTo(true));
    refused(
        rewrite(PUBLISHER, town, "/regions/130102001", "{\"name\":\"旧\"}"), 412, "stale-version");
    refused(
        as(PUBLISHER).body("{\"name\":\"旧\"}").put(API + "/regions/130102001"),
        428,
        "missing-version");
    invalid(rewrite(PUBLISHER, renamed, "/regions/130102001", region("130102002", "改码")), "code");
    remove(PUBLISHER, renamed, "/regions/130102001").then().statusCode(204);
    refused(get(MONITOR, "/regions/130102001"), 404, "region-not-found");
    ok(get(PUBLISHER, "/changes?kind=region&id=130102001"))
        .then()
        .body("items.action", contains("REMOVED", "CHANGED", "CREATED"))
        .body("items[1].changed", contains("abolished", "name"));
  }

  @Test
  void whatIsInUseStays() {
    Response county = ok(get(PUBLISHER, "/regions/130104"));
    ok(post(PUBLISHER, "/regions", region("130104001", "在用街道")), 201);
    Response refusal = remove(PUBLISHER, county, "/regions/130104");
    refused(refusal, 409, "in-use");
    refusal.then().body("errors.field", contains("regions"));
    refusal.then().body("errors[0].message", equalTo("1 项：在用街道"));
    Response province = ok(get(PUBLISHER, "/regions/130000"));
    remove(PUBLISHER, province, "/regions/130000")
        .then()
        .statusCode(409)
        .body("errors.field", hasItems("regions", "departments"));
  }

  @Test
  void badRegionsAreRefused() {
    invalid(post(PUBLISHER, "/regions", region("13010200", "短")), "code");
    invalid(post(PUBLISHER, "/regions", "{\"name\":\"无码\"}"), "code");
    invalid(post(PUBLISHER, "/regions", region("130199001", "无上级")), "code");
    invalid(post(PUBLISHER, "/regions", region("130102009", " ")), "name");
    invalid(
        post(
            PUBLISHER,
            "/regions",
            "{\"code\":\"130102009\",\"name\":\"标准\",\"standard\":\"GBT_2260\"}"),
        "standard");
    for (TestToken other : List.of(GS_EDITOR, SHARING, MONITOR, AUDITOR)) {
      refused(post(other, "/regions", region("130102009", "越权")), 403, "role-required");
      refused(post(other, "/regions/import", "{\"regions\":[]}"), 403, "role-required");
    }
    Response county = ok(get(GS_EDITOR, "/regions/130105"));
    refused(
        rewrite(GS_EDITOR, county, "/regions/130105", "{\"name\":\"越权\"}"), 403, "role-required");
    refused(remove(GS_EDITOR, county, "/regions/130105"), 403, "role-required");
  }

  @Test
  void manyAreTakenAtOnceOrNone() {
    String villageFirst =
        "{\"regions\":[%s,%s,%s]}"
            .formatted(
                region("130107101001", "村"), region("130107101", "镇"), region("130107", "井陉矿区"));
    ok(post(PUBLISHER, "/regions/import?dryRun=true", villageFirst))
        .then()
        .body("added", equalTo(2))
        .body("unchanged", equalTo(1))
        .body("committed", equalTo(false));
    refused(get(MONITOR, "/regions/130107101"), 404, "region-not-found");
    ok(post(PUBLISHER, "/regions/import", villageFirst)).then().body("added", equalTo(2));
    ok(post(PUBLISHER, "/regions/import", villageFirst.replace("\"镇\"", "\"新镇\"")))
        .then()
        .body("added", equalTo(0))
        .body("changed", equalTo(1))
        .body("unchanged", equalTo(2));
    ok(get(MONITOR, "/regions?parent=130107")).then().body("items.name", contains("新镇"));

    Response refusal =
        post(
            PUBLISHER,
            "/regions/import",
            "{\"regions\":[%s,%s,%s,%s]}"
                .formatted(
                    region("130108101", "好镇"),
                    region("13010", "短"),
                    region("130108101", "重"),
                    "null"));
    refused(refusal, 400, "invalid-input");
    refusal
        .then()
        .body("errors.field", contains("regions[1].code", "regions[2].code", "regions[3]"));
    invalid(
        post(
            PUBLISHER,
            "/regions/import",
            "{\"regions\":[%s]}".formatted(region("130199101", "无上级"))),
        "regions[0].code");
    invalid(post(PUBLISHER, "/regions/import", "{}"), "regions");
    refused(get(MONITOR, "/regions/130108101"), 404, "region-not-found");
  }
}
