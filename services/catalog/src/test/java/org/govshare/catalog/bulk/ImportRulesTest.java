package org.govshare.catalog.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.govshare.catalog.bulk.template.TemplateColumn.CODE;
import static org.govshare.catalog.bulk.template.TemplateColumn.NAME;
import static org.govshare.catalog.bulk.template.TemplateColumn.PROVIDER;
import static org.govshare.catalog.bulk.template.TemplateColumn.RELEASED;
import static org.govshare.catalog.bulk.template.TemplateColumn.SUMMARY;
import static org.govshare.catalog.bulk.template.TemplateColumn.UPDATE_FREQUENCY;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.govshare.catalog.bulk.annotation.AnnotatedWorkbook;
import org.govshare.catalog.bulk.xlsx.SheetName;
import org.govshare.catalog.bulk.xlsx.XlsxFile;
import org.govshare.platform.reactive.testing.TestToken;
import org.junit.jupiter.api.Test;

/** Who may import what, what becomes of it, and how it is undone. */
@QuarkusTest
class ImportRulesTest extends ImportCase {

  private static final String TAKE_OVER =
      "{\"mode\":\"ALL\",\"as\":\"PUBLISHED\",\"approval\":\"冀政办字〔2026〕1号（合成）\"}";

  @Inject ImportFiles files;
  @Inject ImportPruning pruning;
  @Inject Pool database;

  @Test
  void onlyEditorsAndPublishersImport() throws Exception {
    byte[] workbook = Workbooks.workbook().with("权限信息", "甲").bytes();
    for (TestToken other : List.of(GS_REVIEWER, SW_REQUESTER, MONITOR, AUDITOR)) {
      refused(sent(other, workbook), 403, "role-required");
      refused(get(other, "/imports"), 403, "role-required");
    }
    Response batch = checked(GS_EDITOR, workbook);
    refused(get(MZ_EDITOR, "/imports/" + id(batch)), 404, "import-not-found");
    refused(get(MZ_EDITOR, "/imports/" + id(batch) + "/faults"), 404, "import-not-found");
    refused(get(MZ_EDITOR, "/imports/" + id(batch) + "/kept"), 404, "import-not-found");
    refused(get(MZ_EDITOR, "/imports/" + id(batch) + "/annotated.xlsx"), 404, "import-not-found");
    refused(
        step(MZ_EDITOR, batch, "/imports/" + id(batch) + "/undo", null), 404, "import-not-found");
    refused(
        step(GS_EDITOR, batch, "/imports/" + id(batch) + "/commit", TAKE_OVER),
        403,
        "role-required");
    invalid(
        step(
            PUBLISHER,
            batch,
            "/imports/" + id(batch) + "/commit",
            "{\"mode\":\"ALL\",\"as\":\"PUBLISHED\"}"),
        "approval");
    refused(
        post(GS_EDITOR, "/imports/" + id(batch) + "/commit", "{\"mode\":\"ALL\",\"as\":\"DRAFT\"}"),
        428,
        "missing-version");
    ok(get(GS_EDITOR, "/imports")).then().body("items.id", hasItem(id(batch)));
    ok(get(MZ_EDITOR, "/imports?size=100")).then().body("items.id", not(hasItem(id(batch))));
    ok(get(PUBLISHER, "/imports?size=100")).then().body("items.id", hasItem(id(batch)));
  }

  @Test
  void onlyTheGoodOnesAreImportedIfThatIsOrdered() throws Exception {
    Response batch =
        checked(
            GS_EDITOR,
            Workbooks.workbook().with("部分导入好", "甲").with("部分导入坏", "甲").but(SUMMARY, null).bytes());
    batch.then().body("counts.good", equalTo(1)).body("counts.faulty", equalTo(1));
    refused(
        step(
            GS_EDITOR,
            batch,
            "/imports/" + id(batch) + "/commit",
            "{\"mode\":\"ALL\",\"as\":\"DRAFT\"}"),
        409,
        "import-has-faults");
    committed(GS_EDITOR, batch, "GOOD", "DRAFT").then().body("counts.created", equalTo(1));
    ok(get(GS_EDITOR, "/resources?state=DRAFT&size=100"))
        .then()
        .body("items.name", hasItem("部分导入好"))
        .body("items.name", not(hasItem("部分导入坏")));
  }

  @Test
  void anApprovedCatalogueIsTakenOverWithItsCodes() throws Exception {
    String code = "0102011300000001/07001";
    byte[] workbook =
        Workbooks.workbook()
            .with("接管有代码", "甲")
            .but(CODE, code)
            .but(RELEASED, "2020-05-06")
            .with("接管无代码", "甲")
            .but(PROVIDER, "省民政厅")
            .bytes();
    Response checked = checked(PUBLISHER, workbook);
    refused(
        step(PUBLISHER, checked, "/imports/" + id(checked) + "/commit", TAKE_OVER),
        403,
        "own-work");
    Response batch = committed(PUBLISHER, checked, TAKE_OVER);
    batch
        .then()
        .body("state", equalTo("COMMITTED"))
        .body("approval", equalTo("冀政办字〔2026〕1号（合成）"))
        .body("counts.created", equalTo(2));
    Response found = ok(get(SW_REQUESTER, "/resources?q=接管有代码"));
    String id = found.path("items[0].id");
    Response resource = ok(get(SW_REQUESTER, "/resources/" + id));
    resource
        .then()
        .body("identifier", equalTo(code))
        .body("publishedAt", equalTo("2020-05-05T16:00:00Z"));
    ok(get(SW_REQUESTER, "/resources/" + id + "/history"))
        .then()
        .body("items.action", equalTo(List.of("TAKE_OVER")))
        .body("items[0].actor", equalTo("other-publisher"))
        .body("items[0].remark", equalTo("冀政办字〔2026〕1号（合成）"));
    assertThat(ok(get(SW_REQUESTER, "/resources?q=接管无代码")).<String>path("items[0].identifier"))
        .matches("0102011300000002/\\d{5}");

    Response again = committed(PUBLISHER, checked(PUBLISHER, changed(code, null)), TAKE_OVER);
    again.then().body("counts.unchanged", equalTo(1)).body("counts.created", equalTo(0));
    Response changed = committed(PUBLISHER, checked(PUBLISHER, changed(code, "改过")), TAKE_OVER);
    changed.then().body("counts.updated", equalTo(1)).body("counts.created", equalTo(0));
    ok(get(GS_EDITOR, "/resources?state=DRAFT&size=100"))
        .then()
        .body("items.find { it.name == '接管有代码' }.version", equalTo(2));
    found(PUBLISHER, checked(PUBLISHER, changed(code, "又改")), "version-under-way", 2, CODE);

    undone(PUBLISHER, changed).then().body("counts.removed", equalTo(1));
    undone(PUBLISHER, batch).then().body("counts.removed", equalTo(2));
    refused(get(SW_REQUESTER, "/resources/" + id), 404, "resource-not-found");
    Response back = committed(PUBLISHER, checked(PUBLISHER, changed(code, null)), TAKE_OVER);
    back.then().body("counts.created", equalTo(1));
    undone(PUBLISHER, back).then().body("counts.removed", equalTo(1));
  }

  private static byte[] changed(String code, String summary) {
    Workbooks workbook =
        Workbooks.workbook().with("接管有代码", "甲").but(CODE, code).but(RELEASED, "2020-05-06");
    return (summary == null ? workbook : workbook.but(SUMMARY, summary)).bytes();
  }

  @Test
  void whatSomebodyHasWorkedOnIsLeftAndTold() throws Exception {
    Response batch =
        committed(
            GS_EDITOR,
            checked(GS_EDITOR, Workbooks.workbook().with("撤销不动", "甲").with("撤销改过", "甲").bytes()),
            "ALL",
            "DRAFT");
    String id =
        ok(get(GS_EDITOR, "/resources?state=DRAFT&size=100"))
            .path("items.find { it.name == '撤销改过' }.id");
    Response draft = ok(get(GS_EDITOR, "/resources/" + id));
    ok(step(GS_EDITOR, draft, "/resources/" + id + "/submission", null));
    Response undone = undone(GS_EDITOR, batch);
    undone
        .then()
        .body("state", equalTo("UNDONE"))
        .body("counts.removed", equalTo(1))
        .body("counts.kept", equalTo(1));
    ok(get(GS_EDITOR, "/imports/" + id(batch) + "/kept"))
        .then()
        .body("items.name", equalTo(List.of("撤销改过")))
        .body("items.reason", equalTo(List.of("CHANGED")));
    ok(get(GS_EDITOR, "/resources/" + id));
  }

  @Test
  void twoImportsOfTheSameNameDoNotBothGetIn() throws Exception {
    byte[] workbook = Workbooks.workbook().with("同时导入", "甲").bytes();
    Response one = checked(GS_EDITOR, workbook);
    Response other = checked(GS_EDITOR, workbook);
    String order = "{\"mode\":\"ALL\",\"as\":\"DRAFT\"}";
    ok(step(GS_EDITOR, one, "/imports/" + id(one) + "/commit", order));
    ok(step(GS_EDITOR, other, "/imports/" + id(other) + "/commit", order));
    Response first = ended(GS_EDITOR, id(one));
    Response second = ended(GS_EDITOR, id(other));
    assertThat(first.<Integer>path("counts.created") + second.<Integer>path("counts.created"))
        .isEqualTo(1);
    assertThat(first.<Integer>path("counts.refused") + second.<Integer>path("counts.refused"))
        .isEqualTo(1);
    Response late = first.<Integer>path("counts.refused") == 1 ? first : second;
    found(GS_EDITOR, late, "duplicate-in-catalogue", 2, NAME);
  }

  @Test
  void theAnnotatedWorkbookIsTheSameWithWhatIsWrong() throws Exception {
    Response batch =
        checked(
            GS_EDITOR,
            Workbooks.workbook().with("批注好", "甲").with("批注坏", "=1+1").but(SUMMARY, null).bytes());
    byte[] annotated =
        ok(get(GS_EDITOR, "/imports/" + id(batch) + "/annotated.xlsx")).asByteArray();
    List<List<String>> data = new ArrayList<>();
    List<List<String>> summary = new ArrayList<>();
    read(annotated, "信息资源目录", data);
    read(annotated, AnnotatedWorkbook.SUMMARY, summary);
    int remarks = data.get(0).size() - 1;
    assertThat(data.get(0).get(remarks)).isEqualTo(AnnotatedWorkbook.COLUMN);
    assertThat(data.get(1)).hasSize(Workbooks.column(UPDATE_FREQUENCY) + 1);
    assertThat(data.get(2).get(remarks)).contains("信息资源摘要");
    assertThat(data.get(2)).contains("批注坏", "=1+1");
    assertThat(summary.get(1)).contains("required", "1", "3");
    // What comes back annotated can be sent again, and mended.
    checked(GS_EDITOR, annotated)
        .then()
        .body("counts.resources", equalTo(2))
        .body("counts.good", equalTo(1));
    checked(GS_EDITOR, mended(annotated))
        .then()
        .body("counts.good", equalTo(2))
        .body("counts.faults", equalTo(0));
  }

  /** Writes an abstract into the empty cell that is marked for it. */
  private static byte[] mended(byte[] annotated) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(annotated));
        ZipOutputStream zip = new ZipOutputStream(out)) {
      ZipEntry entry;
      while ((entry = in.getNextEntry()) != null) {
        String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        zip.putNextEntry(new ZipEntry(entry.getName()));
        zip.write(
            text.replaceFirst(
                    "<c r=\"F3\" s=\"(\\d+)\"\\s*/>",
                    "<c r=\"F3\" s=\"$1\" t=\"inlineStr\"><is><t>补写的合成摘要</t></is></c>")
                .getBytes(StandardCharsets.UTF_8));
      }
    }
    return out.toByteArray();
  }

  @Test
  void theTemplateIsReadAsOne() throws Exception {
    byte[] template = ok(get(SW_REQUESTER, "/imports/template")).asByteArray();
    List<List<String>> headings = new ArrayList<>();
    read(template, "信息资源目录", headings);
    assertThat(headings.get(0)).startsWith("信息资源分类", "信息资源名称", "信息资源代码");
    found(GS_EDITOR, checked(GS_EDITOR, template), "no-rows", 1, null);
  }

  private void read(byte[] workbook, String sheet, List<List<String>> rows) throws IOException {
    Path file = Files.createTempFile("annotated", ".xlsx");
    Files.write(file, workbook);
    try (XlsxFile open = files.open(file)) {
      SheetName wanted =
          open.sheets().stream().filter(s -> s.name().equals(sheet)).findFirst().orElseThrow();
      open.read(
          wanted,
          row -> {
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < row.width(); i++) {
              cells.add(row.text(i));
            }
            return rows.add(cells);
          });
    } finally {
      Files.delete(file);
    }
  }

  @Test
  void workbooksAreThrownAwayAfterAWhile() throws Throwable {
    Response old = checked(GS_EDITOR, Workbooks.workbook().with("清理旧信息", "甲").bytes());
    Response staged = checked(GS_EDITOR, Workbooks.workbook().with("清理备料信息", "甲").bytes());
    Response recent = checked(GS_EDITOR, Workbooks.workbook().with("清理新信息", "甲").bytes());
    age(old, 91);
    age(staged, 2);
    VertxContextSupport.subscribeAndAwait(pruning::run);
    assertThat(List.of(count("import_file", old), count("import_staged", old))).containsOnly(0L);
    assertThat(count("import_file", staged)).isEqualTo(1);
    assertThat(count("import_staged", staged)).isZero();
    assertThat(List.of(count("import_file", recent), count("import_staged", recent)))
        .containsOnly(1L);
    Response gone = ok(get(GS_EDITOR, "/imports/" + id(old)));
    gone.then().body("fileKept", equalTo(false)).body("counts.good", equalTo(1));
    refused(
        step(
            GS_EDITOR,
            gone,
            "/imports/" + id(old) + "/commit",
            "{\"mode\":\"ALL\",\"as\":\"DRAFT\"}"),
        409,
        "import-file-gone");
    refused(get(GS_EDITOR, "/imports/" + id(old) + "/annotated.xlsx"), 409, "import-file-gone");
    committed(GS_EDITOR, ok(get(GS_EDITOR, "/imports/" + id(staged))), "ALL", "DRAFT")
        .then()
        .body("fileKept", equalTo(true))
        .body("counts.created", equalTo(1));
  }

  private void age(Response batch, int days) {
    database
        .query(
            "update import_batch set updated_at = now() - interval '%d days' where id = '%s'"
                .formatted(days, id(batch)))
        .execute()
        .await()
        .indefinitely();
  }

  private long count(String table, Response batch) {
    return database
        .query("select count(*) from " + table + " where batch_id = '" + id(batch) + "'")
        .execute()
        .await()
        .indefinitely()
        .iterator()
        .next()
        .getLong(0);
  }
}
