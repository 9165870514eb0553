package org.govshare.catalog.bulk;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.govshare.catalog.bulk.template.TemplateColumn;
import org.junit.jupiter.api.Test;

/** A workbook on its way into the catalogue, and out of it again. */
@QuarkusTest
class ImportTest extends ImportCase {

  @Test
  void aGoodWorkbookBecomesDraftsAndCanBeUndone() throws Exception {
    Response batch =
        checked(
            GS_EDITOR,
            Workbooks.workbook()
                .with("导入甲", "统一社会信用代码")
                .with("导入甲", "企业名称")
                .with("导入乙", "住所")
                .bytes());
    batch
        .then()
        .body("state", equalTo("CHECKED"))
        .body("sheet", equalTo("信息资源目录"))
        .body("counts.resources", equalTo(2))
        .body("counts.items", equalTo(3))
        .body("counts.good", equalTo(2))
        .body("counts.faults", equalTo(0));
    ok(get(GS_EDITOR, "/resources?state=DRAFT&size=100"))
        .then()
        .body("items.name", not(hasItem("导入甲")));

    Response committed = committed(GS_EDITOR, batch, "ALL", "DRAFT");
    committed
        .then()
        .body("state", equalTo("COMMITTED"))
        .body("counts.created", equalTo(2))
        .body("counts.refused", equalTo(0));
    Response drafts = ok(get(GS_EDITOR, "/resources?state=DRAFT&size=100"));
    drafts.then().body("items.name", hasItem("导入甲")).body("items.name", hasItem("导入乙"));
    String id = drafts.path("items.find { it.name == '导入甲' }.id");
    ok(get(GS_EDITOR, "/resources/" + id))
        .then()
        .body("items.name", equalTo(List.of("统一社会信用代码", "企业名称")))
        .body("abstract", equalTo("导入甲的合成摘要"))
        .body("formatType", equalTo("mysql"))
        .body("revision", equalTo(0));

    Response undone = undone(GS_EDITOR, committed);
    undone.then().body("state", equalTo("UNDONE")).body("counts.removed", equalTo(2));
    ok(get(GS_EDITOR, "/resources?state=DRAFT&size=100"))
        .then()
        .body("items.name", not(hasItem("导入甲")));
  }

  @Test
  void officesAndBusinessFunctionsAreFoundByTheirNames() throws Exception {
    Response office = post(GS_EDITOR, "/offices", "{\"name\":\"导入登记处\"}");
    Response function =
        post(
            GS_EDITOR,
            "/functions",
            "{\"name\":\"导入登记职责\",\"source\":\"STAFFING_PLAN\",\"basis\":\"三定方案\"}");
    office.then().statusCode(201);
    function.then().statusCode(201);
    Response batch =
        checked(
            GS_EDITOR,
            Workbooks.workbook()
                .with("导入有处室", "企业名称")
                .but(TemplateColumn.OFFICE, "导入 登记处")
                .but(TemplateColumn.FUNCTION, "导入登记职责")
                .with("导入错处室", "企业名称")
                .but(TemplateColumn.OFFICE, "导入登处")
                .with("导入无处室", "企业名称")
                .bytes());
    batch.then().body("counts.good", equalTo(2)).body("counts.faults", equalTo(1));
    ok(get(GS_EDITOR, "/imports/" + id(batch) + "/faults"))
        .then()
        .body("items.code", contains("unknown-office"))
        .body("items.column", contains("OFFICE"))
        .body("items.row", contains(3))
        .body("items[0].proposal", equalTo("导入登记处"));
    committed(GS_EDITOR, batch, "GOOD", "DRAFT");
    Response drafts = ok(get(GS_EDITOR, "/resources?state=DRAFT&size=100"));
    String with = drafts.path("items.find { it.name == '导入有处室' }.id");
    String without = drafts.path("items.find { it.name == '导入无处室' }.id");
    ok(get(GS_EDITOR, "/resources/" + with))
        .then()
        .body("officeId", equalTo(id(office)))
        .body("functionId", equalTo(id(function)));
    ok(get(GS_EDITOR, "/resources/" + without)).then().body("officeId", nullValue());
  }
}
