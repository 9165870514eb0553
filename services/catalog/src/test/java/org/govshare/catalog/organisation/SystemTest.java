package org.govshare.catalog.organisation;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.govshare.catalog.CatalogTest;
import org.govshare.platform.reactive.testing.TestToken;
import org.junit.jupiter.api.Test;

/** The inventory of systems and the clean-up of those that nobody uses. */
@QuarkusTest
class SystemTest extends CatalogTest {

  private static final LocalDate TODAY =
      LocalDate.ofInstant(Instant.now(), ZoneId.of("Asia/Shanghai"));
  private static final TestToken BB_EDITOR =
      user("bb-editor").department("bb").roles("catalog-editor");
  private static final TestToken ZJ_EDITOR =
      user("zj-editor").department("zj").roles("catalog-editor");

  private static String system(String name, String usage, LocalDate lastUsed, String more) {
    return """
    {"name":"%s","purpose":"登记","scope":"全省","usageFrequency":"%s","approvingBody":"省发改委",
     "approvedOn":"2012-03-01","fundingSource":"省级财政","network":"GOVERNMENT_EXTRANET",
     "state":"RUNNING"%s%s}
    """
        .formatted(
            name, usage, lastUsed == null ? "" : ",\"lastUsedOn\":\"" + lastUsed + "\"", more);
  }

  private static Response made(TestToken editor, String body) {
    return post(editor, "/systems", body).then().statusCode(201).extract().response();
  }

  @Test
  void allThatAnInventoryAsksForIsKept() {
    Response made =
        made(
            GS_EDITOR,
            system(
                "企业登记系统",
                "DAILY",
                TODAY,
                ",\"userCount\":300,\"lastSeenOn\":\"2026-01-02\",\"connection\":\"CONNECTED\","
                    + "\"connectionDetail\":\"前置机 gs\""));
    ok(get(GS_REVIEWER, "/systems/" + id(made)))
        .then()
        .body("purpose", equalTo("登记"))
        .body("scope", equalTo("全省"))
        .body("approvingBody", equalTo("省发改委"))
        .body("approvedOn", equalTo("2012-03-01"))
        .body("fundingSource", equalTo("省级财政"))
        .body("network", equalTo("GOVERNMENT_EXTRANET"))
        .body("lastUsedOn", equalTo(TODAY.toString()))
        .body("lastSeenOn", equalTo("2026-01-02"))
        .body("userCount", equalTo(300))
        .body("connection", equalTo("CONNECTED"))
        .body("connectionDetail", equalTo("前置机 gs"))
        .body("decision", nullValue());
    ok(get(GS_EDITOR, "/systems?connection=CONNECTED&q=企业登记"))
        .then()
        .body("items.id", contains(id(made)));
    ok(get(GS_EDITOR, "/systems?connection=PLANNED&q=企业登记")).then().body("items", empty());
  }

  @Test
  void theAuditFindsWhatNobodyUses() {
    made(BB_EDITOR, system("常用", "DAILY", TODAY.minusDays(10), ""));
    Response old = made(BB_EDITOR, system("久未使用", "MONTHLY", TODAY.minusDays(200), ""));
    made(BB_EDITOR, system("自称停用", "NONE", TODAY.minusDays(20), ""));
    made(BB_EDITOR, system("从未记录", "RARELY", null, ""));
    made(BB_EDITOR, system("无人使用", "WEEKLY", TODAY, ",\"userCount\":0"));
    made(
        BB_EDITOR,
        system(
            "近期巡检",
            "YEARLY",
            TODAY.minusDays(300),
            ",\"lastSeenOn\":\"" + TODAY.minusDays(5) + "\""));
    made(BB_EDITOR, system("在建", "NONE", null, "").replace("\"RUNNING\"", "\"PLANNED\""));
    made(BB_EDITOR, system("已下线", "NONE", null, "").replace("\"RUNNING\"", "\"RETIRED\""));

    ok(get(BB_EDITOR, "/systems/audit"))
        .then()
        .body("items.system.name", contains("从未记录", "久未使用", "自称停用", "无人使用"))
        .body("items[0].reasons", contains("NEVER_SEEN"))
        .body("items[0].idleDays", nullValue())
        .body("items[1].reasons", contains("LONG_UNUSED"))
        .body("items[1].idleDays", equalTo(200))
        .body("items[2].reasons", contains("STATED_UNUSED"))
        .body("items[3].reasons", contains("WITHOUT_USERS"));
    ok(get(BB_EDITOR, "/systems/audit?idleDays=201&size=2&page=1"))
        .then()
        .body("total", equalTo(3))
        .body("items.system.name", contains("无人使用"));
    ok(get(BB_EDITOR, "/systems/audit?idleDays=4&q=近期"))
        .then()
        .body("items[0].idleDays", equalTo(5));

    Response merged =
        ok(
            rewrite(
                BB_EDITOR,
                old,
                "/systems/" + id(old) + "/decision",
                "{\"decision\":\"RETIRE\",\"reason\":\"无业务\"}"));
    merged
        .then()
        .body("decision.decision", equalTo("RETIRE"))
        .body("decision.reason", equalTo("无业务"))
        .body("decision.by", equalTo("bb-editor"));
    ok(get(PUBLISHER, "/systems/audit?department=bb")).then().body("total", equalTo(3));
    ok(get(PUBLISHER, "/systems/audit?department=bb&decision=RETIRE"))
        .then()
        .body("items.system.name", contains("久未使用"));
    ok(get(PUBLISHER, "/systems/audit?department=bb&decision=ANY"))
        .then()
        .body("total", equalTo(4));
    ok(get(PUBLISHER, "/systems/audit/departments?department=bb"))
        .then()
        .body("total", equalTo(1))
        .body("items[0].department.name", equalTo("省编委办"))
        .body("items[0].systems", equalTo(6))
        .body("items[0].suspects", equalTo(4))
        .body("items[0].open", equalTo(3))
        .body("items[0].keep", equalTo(0))
        .body("items[0].merge", equalTo(0))
        .body("items[0].retire", equalTo(1));
    ok(get(PUBLISHER, "/systems/audit/departments?size=1")).then().body("items.size()", equalTo(1));
  }

  @Test
  void aDecisionNamesItsTargetAndIsTakenBack() {
    Response kept = made(ZJ_EDITOR, system("保留系统", "DAILY", TODAY, ""));
    Response merged = made(ZJ_EDITOR, system("并入系统", "RARELY", null, ""));
    String path = "/systems/" + id(merged) + "/decision";
    String into =
        "{\"decision\":\"MERGE\",\"targetId\":\"%s\",\"reason\":\"功能重复\"}".formatted(id(kept));
    Response decided = ok(rewrite(ZJ_EDITOR, merged, path, into));
    decided
        .then()
        .body("decision.targetId", equalTo(id(kept)))
        .body("decision.targetName", equalTo("保留系统"));
    refused(rewrite(ZJ_EDITOR, merged, path, into), 412, "stale-version");
    Response refusal = remove(ZJ_EDITOR, kept, "/systems/" + id(kept));
    refused(refusal, 409, "in-use");
    refusal.then().body("errors[0].message", equalTo("1 项：并入系统"));
    Response open = ok(remove(ZJ_EDITOR, decided, path));
    open.then().body("decision", nullValue());
    refused(remove(ZJ_EDITOR, open, path), 409, "system-not-decided");
    ok(get(ZJ_EDITOR, "/changes?kind=system&id=" + id(merged)))
        .then()
        .body("items.action", contains("CHANGED", "CHANGED", "CREATED"))
        .body("items[0].changed", containsInAnyOrder("decision"));

    invalid(rewrite(ZJ_EDITOR, open, path, "{\"reason\":\"无\"}"), "decision");
    invalid(rewrite(ZJ_EDITOR, open, path, "{\"decision\":\"KEEP\"}"), "reason");
    invalid(
        rewrite(ZJ_EDITOR, open, path, "{\"decision\":\"MERGE\",\"reason\":\"并\"}"), "targetId");
    invalid(rewrite(ZJ_EDITOR, open, path, into.replace("MERGE", "KEEP")), "targetId");
    invalid(rewrite(ZJ_EDITOR, open, path, into.replace(id(kept), id(merged))), "targetId");
    Response foreign = made(GS_EDITOR, system("他部门系统", "DAILY", TODAY, ""));
    invalid(rewrite(ZJ_EDITOR, open, path, into.replace(id(kept), id(foreign))), "targetId");
  }

  @Test
  void badSystemsAreRefused() {
    invalid(
        post(GS_EDITOR, "/systems", system("明天", "DAILY", TODAY.plusDays(2), "")), "lastUsedOn");
    invalid(
        post(GS_EDITOR, "/systems", system("负", "DAILY", TODAY, ",\"userCount\":-1")), "userCount");
    invalid(
        post(GS_EDITOR, "/systems", system("接入", "DAILY", TODAY, ",\"connection\":\"PLANNED\"")),
        "connectionDetail");
    invalid(post(GS_EDITOR, "/systems", system("频度", "HOURLY", TODAY, "")), "usageFrequency");
    invalid(post(GS_EDITOR, "/systems", "{\"name\":\"缺\"}"), "network");
    invalid(get(GS_EDITOR, "/systems/audit?idleDays=0"), "idleDays");
    invalid(get(PUBLISHER, "/systems/audit?department=nowhere"), "department");
  }

  @Test
  void anotherDepartmentsSystemsAreUnknown() {
    Response made = made(GS_EDITOR, system("工商内部系统", "DAILY", TODAY, ""));
    String path = "/systems/" + id(made);
    String body = system("越权", "DAILY", TODAY, "");
    refused(get(MZ_EDITOR, path), 404, "system-not-found");
    refused(rewrite(MZ_EDITOR, made, path, body), 404, "system-not-found");
    refused(remove(MZ_EDITOR, made, path), 404, "system-not-found");
    refused(
        rewrite(MZ_EDITOR, made, path + "/decision", "{\"decision\":\"KEEP\",\"reason\":\"x\"}"),
        404,
        "system-not-found");
    refused(get(MZ_EDITOR, "/systems?department=gs"), 403, "department-required");
    refused(get(MZ_EDITOR, "/systems/audit?department=gs"), 403, "department-required");
    refused(get(MZ_EDITOR, "/systems/audit/departments?department=gs"), 403, "department-required");
    for (TestToken other : List.of(SW_REQUESTER, SHARING, MONITOR, AUDITOR)) {
      refused(get(other, "/systems"), 403, "role-required");
      refused(get(other, path), 403, "role-required");
      refused(get(other, "/systems/audit"), 403, "role-required");
      refused(get(other, "/systems/audit/departments"), 403, "role-required");
      refused(post(other, "/systems", body), 403, "role-required");
    }
    refused(rewrite(GS_REVIEWER, made, path, body), 403, "role-required");
    refused(remove(GS_REVIEWER, made, path), 403, "role-required");
    refused(
        rewrite(GS_REVIEWER, made, path + "/decision", "{\"decision\":\"KEEP\",\"reason\":\"x\"}"),
        403,
        "role-required");
    ok(get(PUBLISHER, path));
  }
}
