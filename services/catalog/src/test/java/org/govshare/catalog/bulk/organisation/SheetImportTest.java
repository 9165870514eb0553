package org.govshare.catalog.bulk.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.govshare.catalog.CatalogTest;
import org.govshare.platform.reactive.testing.TestToken;
import org.junit.jupiter.api.Test;

/** Sheets of functions, matters and systems: good ones, and every fault by row and column. */
@QuarkusTest
class SheetImportTest extends CatalogTest {

  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final TestToken RS_EDITOR =
      user("rs-editor").department("rs").roles("catalog-editor");
  private static final String[] FUNCTIONS = {"职责名称*", "来源", "依据", "承担处室", "职责描述"};
  private static final String[] MATTERS = {"事项编码", "事项名称", "事项类型", "所属业务职责", "事项描述"};
  private static final String[] SYSTEMS = {
    "系统名称", "建设目的", "使用频度", "部署网络", "系统状态", "审批日期", "最后使用日期", "用户数", "接入共享平台", "接入说明"
  };

  private static byte[] workbook(Consumer<Worksheet> content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(out, "govshare-test", "1.0")) {
      content.accept(workbook.newWorksheet("数据"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static byte[] rows(String[] headings, Object[]... rows) {
    return workbook(
        to -> {
          write(to, 0, headings);
          for (int i = 0; i < rows.length; i++) {
            write(to, i + 1, rows[i]);
          }
        });
  }

  private static void write(Worksheet to, int row, Object... cells) {
    for (int i = 0; i < cells.length; i++) {
      if (cells[i] instanceof Number number) {
        to.value(row, i, number);
      } else if (cells[i] instanceof LocalDate day) {
        to.value(row, i, day);
        to.style(row, i).format("yyyy-mm-dd").set();
      } else if (cells[i] != null) {
        to.value(row, i, cells[i].toString());
      }
    }
  }

  private static Object[] row(Object... cells) {
    return cells;
  }

  private static Response send(TestToken token, String kind, String query, byte[] workbook) {
    return as(token)
        .contentType(XLSX)
        .body(workbook)
        .post(API + "/organisation-sheets/" + kind + query);
  }

  @Test
  void theTemplateCanBeFilledAndSent() {
    for (String kind : List.of("functions", "matters", "systems")) {
      byte[] template =
          ok(get(RS_EDITOR, "/organisation-sheets/" + kind + "/template")).asByteArray();
      ok(send(RS_EDITOR, kind, "", template))
          .then()
          .body("rows", equalTo(0))
          .body("faults", empty())
          .body("written", equalTo(false));
    }
  }

  @Test
  void functionsAreCheckedTakenInAndTakenInAgain() {
    ok(post(RS_EDITOR, "/offices", "{\"name\":\"就业促进处\"}"), 201);
    byte[] sheet =
        rows(
            FUNCTIONS,
            row("就业登记", "三定方案", "三定方案第二条", "就业促进处", "负责就业登记"),
            row(" 失业登记 ", "POWER_LIST", "权力清单第五项"));
    ok(send(RS_EDITOR, "functions", "", sheet))
        .then()
        .body("rows", equalTo(2))
        .body("added", equalTo(2))
        .body("written", equalTo(false));
    ok(get(RS_EDITOR, "/functions?department=rs&q=就业登记")).then().body("items", empty());
    ok(send(RS_EDITOR, "functions", "?mode=ALL", sheet))
        .then()
        .body("added", equalTo(2))
        .body("written", equalTo(true));
    Response list = ok(get(RS_EDITOR, "/functions?department=rs&q=登记"));
    list.then()
        .body("items.name", hasItems("就业登记", "失业登记"))
        .body("items.find { it.name == '就业登记' }.officeName", equalTo("就业促进处"));
    ok(send(RS_EDITOR, "functions", "?mode=ALL", sheet))
        .then()
        .body("added", equalTo(0))
        .body("changed", equalTo(0))
        .body("unchanged", equalTo(2));
    byte[] changed = rows(FUNCTIONS, row("就业登记", "三定方案", "三定方案第九条", "就业促进处", "负责就业登记"));
    ok(send(RS_EDITOR, "functions", "?mode=ALL", changed)).then().body("changed", equalTo(1));
    String id = list.path("items.find { it.name == '就业登记' }.id");
    ok(get(RS_EDITOR, "/changes?kind=function&id=" + id))
        .then()
        .body("items.action", contains("CHANGED", "CREATED"))
        .body("items[0].changed", hasItems("basis"))
        .body("items[0].before.officeName", equalTo("就业促进处"))
        .body("items[1].after.officeName", equalTo("就业促进处"));
  }

  private static Response ok(Response answer, int status) {
    return answer.then().statusCode(status).extract().response();
  }

  @Test
  void everyFaultIsFoundByRowAndColumn() {
    byte[] sheet =
        workbook(
            to -> {
              to.value(0, 0, "说明：请按表头填写");
              write(to, 1, (Object[]) SYSTEMS);
              write(
                  to, 2, "好系统", "目的", "每日", "政务外网", "在用", "2012/3/1", LocalDate.of(2026, 1, 5), 12);
              write(to, 3, null, "目的", "每日", "政务外网", "在用");
              write(to, 4, "坏词系统", "目的", "每小时", "政务内网", "在用");
              write(to, 5, "坏日系统", "目的", "每日", "互联网", "在用", "二〇一二", "2012-02-30");
              write(to, 6, "坏数系统", "目的", "每日", "互联网", "在用", null, null, "十二人");
              write(to, 7, "好系统", "重名", "每日", "互联网", "在用");
              write(to, 8, "明日系统", "目的", "每日", "互联网", "在用", null, "2999-01-01", -3);
              write(to, 9, "接入系统", "目的", "每日", "互联网", "在用", null, null, null, "已接入");
              write(to, 10, "长".repeat(201), "目的", "每日", "互联网", "在用");
              write(to, 12, "公式系统", null, "每日", "互联网", "在用");
              to.formula(12, 1, "SUM(1,2)");
            });
    Response report = send(RS_EDITOR, "systems", "?mode=ALL", sheet);
    assertThat(report.statusCode()).as(report.asString()).isEqualTo(200);
    report
        .then()
        .body("rows", equalTo(10))
        .body("faulty", equalTo(9))
        .body("added", equalTo(1))
        .body("written", equalTo(false));
    fault(report, 4, "系统名称", "required");
    fault(report, 5, "使用频度", "sheet-word");
    fault(report, 5, "部署网络", "sheet-word");
    fault(report, 6, "审批日期", "sheet-date");
    fault(report, 6, "最后使用日期", "sheet-date");
    fault(report, 7, "用户数", "sheet-number");
    fault(report, 8, "系统名称", "duplicate");
    fault(report, 9, "最后使用日期", "after-today");
    fault(report, 9, "用户数", "negative");
    fault(report, 10, "接入说明", "connection-detail-needed");
    fault(report, 11, "系统名称", "too-long");
    fault(report, 13, "建设目的", "sheet-formula");
    report.then().body("faults", hasSize(12));
    assertThat(report.<String>path("faults.find { it.row == 5 }.suggestion"))
        .contains("每日", "不再使用");
    assertThat(report.<String>path("faults.find { it.row == 5 }.value")).isEqualTo("每小时");

    ok(send(RS_EDITOR, "systems", "?mode=GOOD", sheet))
        .then()
        .body("added", equalTo(1))
        .body("written", equalTo(true));
    ok(get(RS_EDITOR, "/systems?q=好系统"))
        .then()
        .body("items.approvedOn", contains("2012-03-01"))
        .body("items.lastUsedOn", contains("2026-01-05"))
        .body("items.userCount", contains(12));
    ok(get(RS_EDITOR, "/systems")).then().body("total", equalTo(1));
  }

  private static void fault(Response report, int row, String column, String code) {
    String found = "faults.find { it.row == %d && it.column == '%s' }".formatted(row, column);
    assertThat(report.<String>path(found + ".code")).as(row + column).isEqualTo(code);
    assertThat(report.<String>path(found + ".message")).isNotBlank().isNotEqualTo(code);
    assertThat(report.<String>path(found + ".suggestion")).isNotBlank();
  }

  @Test
  void namesThatAreNotKnownAreGuessed() {
    ok(
        post(
            RS_EDITOR,
            "/functions",
            "{\"name\":\"社会保险登记\",\"source\":\"OTHER\",\"basis\":\"社会保险法\"}"),
        201);
    Response report =
        ok(
            send(
                RS_EDITOR,
                "matters",
                "?mode=GOOD",
                rows(
                    MATTERS,
                    row("RS-1", "参保登记", "公共服务", "社会保险登记"),
                    row("RS-2", "转移登记", "公共服务", "社保登记"),
                    row("RS-3", "其他", "公共服务", "毫不相干"),
                    row("RS-1", "重码", "公共服务"))));
    report.then().body("added", equalTo(1)).body("faulty", equalTo(3));
    fault(report, 3, "所属业务职责", "sheet-name");
    assertThat(report.<String>path("faults.find { it.row == 3 }.suggestion")).contains("社会保险登记");
    fault(report, 4, "所属业务职责", "sheet-name");
    fault(report, 5, "事项编码", "duplicate");
    ok(get(RS_EDITOR, "/matters?department=rs&q=RS-1"))
        .then()
        .body("items.functionName", contains("社会保险登记"));
    Response english =
        as(RS_EDITOR)
            .header("Accept-Language", "en")
            .contentType(XLSX)
            .body(rows(MATTERS, row("RS-4", "甲", "行政")))
            .post(API + "/organisation-sheets/matters");
    ok(english).then().body("faults[0].message", containsString("none of the words"));
  }

  @Test
  void whatIsNoSheetIsRefused() throws IOException {
    unreadable(send(RS_EDITOR, "functions", "", new byte[0]), "workbook-without-content");
    unreadable(
        send(RS_EDITOR, "functions", "", "职责名称,来源\n甲,乙".getBytes(Charset.forName("GBK"))),
        "workbook-is-text");
    byte[] sheet = rows(FUNCTIONS, row("甲", "其他", "据"));
    unreadable(
        send(RS_EDITOR, "functions", "", java.util.Arrays.copyOf(sheet, sheet.length / 2)),
        "workbook-damaged");
    invalid(send(RS_EDITOR, "functions", "", rows(MATTERS, row("1", "甲", "公共服务"))), "file");
    invalid(
        send(RS_EDITOR, "functions", "", rows(new String[] {"职责名称", "来源"}, row("甲", "其他"))),
        "file");
    unreadable(send(RS_EDITOR, "functions", "", bomb()), "workbook-packed-too-tightly");
    refused(send(RS_EDITOR, "functions", "", new byte[(5 << 20) + 1]), 413, "too-large");
    Object[][] many = new Object[5_001][];
    for (int i = 0; i < many.length; i++) {
      many[i] = row("职责" + i, "其他", "据");
    }
    invalid(send(RS_EDITOR, "functions", "", rows(FUNCTIONS, many)), "file");
    refused(send(RS_EDITOR, "offices", "", sheet), 404, "not-found");
  }

  private static void unreadable(Response answer, String code) {
    answer.then().statusCode(400).body("type", equalTo("urn:govshare:problem:" + code));
  }

  private static byte[] bomb() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
      byte[] blanks = new byte[1 << 20];
      for (int i = 0; i < 60; i++) {
        zip.write(blanks);
      }
      zip.closeEntry();
    }
    return out.toByteArray();
  }

  @Test
  void manyRowsAreTakenInAtOnce() {
    Object[][] many = new Object[3_000][];
    for (int i = 0; i < many.length; i++) {
      many[i] = row("M-" + i, "事项" + i, "行政检查", null, "合成数据");
    }
    TestToken editor = user("ga-editor").department("ga").roles("catalog-editor");
    ok(send(editor, "matters", "?mode=ALL", rows(MATTERS, many)))
        .then()
        .body("added", equalTo(3_000))
        .body("written", equalTo(true));
    ok(get(editor, "/matters?department=ga")).then().body("total", equalTo(3_000));
    ok(get(editor, "/changes?kind=matter")).then().body("total", equalTo(3_000));
  }

  @Test
  void onlyWhoKeepsADepartmentTakesIn() {
    byte[] sheet = rows(FUNCTIONS, row("越权", "其他", "据"));
    for (TestToken other : List.of(GS_REVIEWER, SW_REQUESTER, SHARING, MONITOR, AUDITOR)) {
      refused(send(other, "functions", "", sheet), 403, "role-required");
    }
    refused(send(MZ_EDITOR, "functions", "?department=rs", sheet), 403, "department-required");
    refused(get(AUDITOR, "/organisation-sheets/functions/template"), 403, "business-data");
    ok(send(PUBLISHER, "functions", "?department=tj&mode=ALL", sheet))
        .then()
        .body("added", equalTo(1));
    ok(get(PUBLISHER, "/functions?department=tj")).then().body("items.name", hasItem("越权"));
    invalid(send(PUBLISHER, "functions", "?department=nowhere", sheet), "departmentCode");
  }
}
