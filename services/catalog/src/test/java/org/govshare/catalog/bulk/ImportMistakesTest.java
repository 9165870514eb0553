package org.govshare.catalog.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.govshare.catalog.bulk.template.TemplateColumn.CATEGORY;
import static org.govshare.catalog.bulk.template.TemplateColumn.CLASSIFICATION;
import static org.govshare.catalog.bulk.template.TemplateColumn.CODE;
import static org.govshare.catalog.bulk.template.TemplateColumn.DATA_TYPE;
import static org.govshare.catalog.bulk.template.TemplateColumn.FIELD_NAME;
import static org.govshare.catalog.bulk.template.TemplateColumn.FORMAT;
import static org.govshare.catalog.bulk.template.TemplateColumn.FORMAT_TYPE;
import static org.govshare.catalog.bulk.template.TemplateColumn.ITEM_NAME;
import static org.govshare.catalog.bulk.template.TemplateColumn.LENGTH;
import static org.govshare.catalog.bulk.template.TemplateColumn.NAME;
import static org.govshare.catalog.bulk.template.TemplateColumn.PROVIDER;
import static org.govshare.catalog.bulk.template.TemplateColumn.PROVIDER_CODE;
import static org.govshare.catalog.bulk.template.TemplateColumn.RELATED;
import static org.govshare.catalog.bulk.template.TemplateColumn.RELEASED;
import static org.govshare.catalog.bulk.template.TemplateColumn.ROWS;
import static org.govshare.catalog.bulk.template.TemplateColumn.SHARING_METHOD;
import static org.govshare.catalog.bulk.template.TemplateColumn.SHARING_TYPE;
import static org.govshare.catalog.bulk.template.TemplateColumn.STORAGE;
import static org.govshare.catalog.bulk.template.TemplateColumn.SUMMARY;
import static org.govshare.catalog.bulk.template.TemplateColumn.UPDATE_FREQUENCY;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.govshare.catalog.Bodies;
import org.govshare.catalog.bulk.template.TemplateColumn;
import org.junit.jupiter.api.Test;

/** One workbook for each mistake that is seen in practice; each caught in its row and column. */
@QuarkusTest
class ImportMistakesTest extends ImportCase {

  private static Workbooks good() {
    return Workbooks.workbook().with("错例对照信息", "统一社会信用代码");
  }

  private static Response caught(Workbooks workbook, String code, int row, TemplateColumn column)
      throws Exception {
    Response batch = checked(GS_EDITOR, workbook.bytes());
    batch.then().body("state", equalTo("CHECKED"));
    found(GS_EDITOR, batch, code, row, column);
    return batch;
  }

  @Test
  void theNameOfASystem() throws Exception {
    caught(good().with("企业登记管理系统", "名称"), "system-name", 3, NAME)
        .then()
        .body("counts.good", equalTo(1))
        .body("counts.faulty", equalTo(1));
  }

  @Test
  void namesNumberedByDraggingDown() throws Exception {
    Workbooks workbook = good().with("企业信息1", "甲").with("企业信息2", "甲").with("企业信息3", "甲");
    Response batch = caught(workbook, "numbered-duplicate", 3, NAME);
    found(GS_EDITOR, batch, "numbered-duplicate", 4, NAME);
    found(GS_EDITOR, batch, "numbered-duplicate", 5, NAME);
    batch.then().body("counts.faulty", equalTo(3));
  }

  @Test
  void theNameOfARegisteredSystem() throws Exception {
    post(
            GS_EDITOR,
            "/systems",
            """
            {"name":"企业 登记一张网","purpose":"登记","scope":"全省","usageFrequency":"DAILY",
             "approvingBody":"省发改委","approvedOn":"2012-03-01","fundingSource":"省级财政",
             "network":"GOVERNMENT_EXTRANET","state":"RUNNING","lastUsedOn":"2026-01-01"}
            """)
        .then()
        .statusCode(201);
    caught(good().with("企业登记一张网", "名称"), "registered-system", 3, NAME);
    checked(MZ_EDITOR, good().but(PROVIDER, "省民政厅").but(NAME, "企业登记一张网").bytes())
        .then()
        .body("counts.faults", equalTo(0));
    invalid(
        post(GS_EDITOR, "/resources", Bodies.resource("企业登记一张网", Bodies.item("名称", "mc"))), "name");
  }

  @Test
  void aNumberBehindANameThatTheCatalogueHas() throws Exception {
    committed(GS_EDITOR, checked(GS_EDITOR, good().but(NAME, "下拉信息1").bytes()), "ALL", "DRAFT");
    caught(good().with("下拉信息2", "甲"), "numbered-in-catalogue", 3, NAME)
        .then()
        .body("counts.faulty", equalTo(1));
    checked(MZ_EDITOR, good().but(PROVIDER, "省民政厅").but(NAME, "下拉信息2").bytes())
        .then()
        .body("counts.faults", equalTo(0));
  }

  @Test
  void aRelatedResourceThatIsNowhere() throws Exception {
    String published =
        published(
                MZ_EDITOR,
                MZ_REVIEWER,
                Bodies.resourceIn("关联得到的信息", "社会救助", "020300", Bodies.item("甲", "jia")))
            .path("identifier");
    String coming = "0102011300000001/08001";
    String broken = "0102011300000001/08002";
    String nowhere = "0102011300000001/08099";
    Response batch =
        caught(
            good()
                .but(RELATED, published + "、" + coming)
                .with("关联后来的信息", "甲")
                .but(CODE, coming)
                .with("关联没有的信息", "甲")
                .but(CODE, broken)
                .but(RELATED, nowhere)
                .with("关联坏掉的信息", "甲")
                .but(RELATED, broken),
            "unknown-related",
            4,
            RELATED);
    found(GS_EDITOR, batch, "unknown-related", 5, RELATED);
    batch.then().body("counts.faults", equalTo(2)).body("counts.good", equalTo(2));
  }

  @Test
  void aSecondSheetInTheTemplate() throws Exception {
    Response batch = checked(GS_EDITOR, good().again("信息资源目录2", "另一张表的信息").bytes());
    found(GS_EDITOR, batch, "more-template-sheets", 1, null);
    batch.then().body("counts.good", equalTo(0));
  }

  @Test
  void namesThatDifferOnlyBySpacesAndPunctuation() throws Exception {
    caught(
        good().with("企业 登记（基本）信息", "甲").with("企业登记基本信息", "甲"), "duplicate-but-for-signs", 4, NAME);
  }

  @Test
  void theSameNameFurtherDown() throws Exception {
    caught(
        good().with("重名信息", "甲").with("别的信息", "甲").with("重名信息", "乙"),
        "duplicate-in-workbook",
        5,
        NAME);
  }

  @Test
  void aNameThatTheCatalogueHasAlready() throws Exception {
    Response first = checked(GS_EDITOR, Workbooks.workbook().with("目录已有 信息", "甲").bytes());
    committed(GS_EDITOR, first, "ALL", "DRAFT");
    caught(good().with("目录已有信息", "甲"), "duplicate-in-catalogue", 3, NAME);
  }

  @Test
  void differentCodesOnTheRowsOfOneResource() throws Exception {
    caught(
        good()
            .with("两个代码", "甲")
            .but(CODE, "0102011300000001/00901")
            .with("两个代码", "乙")
            .but(CODE, "0102011300000001/00902"),
        "different-codes",
        4,
        CODE);
  }

  @Test
  void aCodeThatIsTooShort() throws Exception {
    caught(good().but(CODE, "010201130000/00001"), "identifier-too-short", 2, CODE);
  }

  @Test
  void aCodeOutsideTheScheme() throws Exception {
    caught(good().but(CODE, "9999991300000001/00001"), "identifier-unknown-category", 2, CODE);
    caught(good().but(CODE, "0102011300000001/00000"), "identifier-number-zero", 2, CODE);
    Response batch =
        caught(good().but(CODE, "010201130000000100001"), "identifier-malformed", 2, CODE);
    assertThat(batch.<Integer>path("counts.faulty")).isEqualTo(1);
  }

  @Test
  void anEmptyProviderOrAbstract() throws Exception {
    caught(good().but(PROVIDER, null), "required", 2, PROVIDER);
    caught(good().but(SUMMARY, null), "required", 2, SUMMARY);
    caught(good().but(SUMMARY, "　 "), "required", 2, SUMMARY);
  }

  @Test
  void aFormatThatDoesNotFitItsType() throws Exception {
    caught(good().but(FORMAT, "电子表格").but(SHARING_METHOD, "文件"), "format-misfit", 2, FORMAT_TYPE);
  }

  @Test
  void aSharingMethodThatDoesNotFitTheFormat() throws Exception {
    caught(good().but(FORMAT, "电子文件").but(FORMAT_TYPE, "PDF"), "method-misfit", 2, SHARING_METHOD);
  }

  @Test
  void aCensusCellThatIsNotANumber() throws Exception {
    caught(good().but(STORAGE, "约3个G"), "not-a-number", 2, STORAGE);
    caught(good().but(ROWS, "12.5"), "not-a-whole-number", 2, ROWS);
    caught(good().but(ROWS, -3), "negative", 2, ROWS);
    // As text and as a number: nothing is rounded off.
    caught(good().but(STORAGE, "12.0000001"), "too-many-decimals", 2, STORAGE);
    caught(good().but(STORAGE, 12.0000001), "too-many-decimals", 2, STORAGE);
    caught(good().but(ROWS, "12.0000001"), "not-a-whole-number", 2, ROWS);
  }

  @Test
  void whatAProgramAddsToANumberIsNoMistake() throws Exception {
    checked(GS_EDITOR, good().but(STORAGE, 0.1 + 0.2).bytes())
        .then()
        .body("counts.good", equalTo(1))
        .body("counts.faulty", equalTo(0));
  }

  @Test
  void conditionalSharingWithoutACondition() throws Exception {
    caught(
        good().but(SHARING_TYPE, "有条件共享"), "condition-needed", 2, TemplateColumn.SHARING_CONDITION);
  }

  @Test
  void notSharedWithoutALegalBasis() throws Exception {
    caught(good().but(SHARING_TYPE, "不予共享"), "legal-basis-needed", 2, TemplateColumn.LEGAL_BASIS);
  }

  @Test
  void wordsThatAreNotInTheLists() throws Exception {
    caught(good().but(UPDATE_FREQUENCY, "有空的时候"), "not-in-list", 2, UPDATE_FREQUENCY);
    caught(good().but(DATA_TYPE, "神秘型"), "not-in-list", 2, DATA_TYPE);
    caught(good().but(FORMAT_TYPE, "lotus"), "unknown-format-type", 2, FORMAT_TYPE);
    caught(good().but(CATEGORY, "天文"), "unknown-category", 2, CATEGORY);
    caught(good().but(PROVIDER, "省魔法厅"), "unknown-department", 2, PROVIDER);
    caught(good().but(PROVIDER_CODE, "mz"), "provider-mismatch", 2, PROVIDER_CODE);
    caught(good().but(RELEASED, "前年"), "not-a-date", 2, RELEASED);
    caught(good().but(LENGTH, null), "length-needed", 2, LENGTH);
    caught(good().but(ITEM_NAME, null), "required", 2, ITEM_NAME);
  }

  @Test
  void stateSecretsAndUnknownLevels() throws Exception {
    caught(good().but(CLASSIFICATION, "秘密"), "state-secret", 2, CLASSIFICATION);
    caught(good().but(CLASSIFICATION, "机密★20年"), "state-secret", 2, CLASSIFICATION);
    caught(good().but(CLASSIFICATION, "绝密"), "state-secret", 2, CLASSIFICATION);
    caught(good().but(CLASSIFICATION, "内部"), "unknown-classification", 2, CLASSIFICATION);
    checked(GS_EDITOR, good().but(CLASSIFICATION, "非涉密").bytes())
        .then()
        .body("counts.faults", equalTo(0));
  }

  @Test
  void longCellsControlCharactersFormulasAndMerging() throws Exception {
    caught(good().but(SUMMARY, "长".repeat(10_000)), "too-long", 2, SUMMARY);
    caught(good().but(SUMMARY, "有\u007F控制\u0085字符"), "control-character", 2, SUMMARY);
    caught(
        good().then(sheet -> sheet.formula(1, Workbooks.column(ROWS), "SUM(1,2)")),
        "formula",
        2,
        ROWS);
    caught(
        good()
            .with("错例对照信息", "乙")
            .then(
                sheet ->
                    sheet
                        .range(1, Workbooks.column(SHARING_TYPE), 2, Workbooks.column(SHARING_TYPE))
                        .merge()),
        "merged-cells",
        2,
        SHARING_TYPE);
  }

  @Test
  void theSameItemOrFieldTwice() throws Exception {
    caught(good().with("错例对照信息", "统一社会信用代码"), "duplicate", 3, ITEM_NAME);
    caught(
        good().but(FIELD_NAME, "uscc").with("错例对照信息", "乙").but(FIELD_NAME, "uscc"),
        "duplicate",
        3,
        FIELD_NAME);
  }

  @Test
  void anotherDepartmentsResource() throws Exception {
    caught(good().but(PROVIDER, "省民政厅"), "not-your-department", 2, PROVIDER);
  }

  @Test
  void aWrongSheetMissingColumnsNoRows() throws Exception {
    Response other =
        checked(
            GS_EDITOR,
            Workbooks.workbook().plain("花名册", new String[] {"姓名", "年龄"}, new String[] {"张", "3"}));
    found(GS_EDITOR, other, "no-template-sheet", 1, null);
    caught(good().without(SUMMARY), "column-missing", 1, SUMMARY);
    caught(Workbooks.workbook(), "no-rows", 1, null);
    found(
        GS_EDITOR, checked(GS_EDITOR, Workbooks.workbook().plain("空")), "empty-workbook", 1, null);
    refused(
        step(
            GS_EDITOR,
            other,
            "/imports/" + id(other) + "/commit",
            "{\"mode\":\"GOOD\",\"as\":\"DRAFT\"}"),
        409,
        "import-without-good");
  }

  @Test
  void whatHandsAndProgramsLeaveInCellsIsNoMistake() throws Exception {
    checked(
            GS_EDITOR,
            good()
                .but(ROWS, "１，２３４")
                .but(STORAGE, "12.50")
                .but(LENGTH, "18")
                .but(RELEASED, 45_000)
                .but(SUMMARY, "'前有撇号，后有空格 　")
                .but(PROVIDER_CODE, "GS")
                .but(FORMAT, "3 数据库")
                .but(CATEGORY, "基础信息资源/法人/企业法人")
                .bytes())
        .then()
        .body("counts.faults", equalTo(0))
        .body("counts.good", equalTo(1));
  }

  @Test
  void mergedBlankAndRepeatedColumnsOfTheResourceAreItsUsualForm() throws Exception {
    Workbooks merged =
        Workbooks.workbook()
            .with("合并形式", "甲")
            .with("合并形式", "乙")
            .but(NAME, null)
            .but(SUMMARY, null)
            .but(PROVIDER, null)
            .but(CATEGORY, null)
            .but(FORMAT, null)
            .but(FORMAT_TYPE, null)
            .but(SHARING_METHOD, null)
            .then(sheet -> sheet.range(1, 1, 2, 1).merge())
            .then(sheet -> sheet.range(1, 5, 2, 5).merge());
    checked(GS_EDITOR, merged.bytes())
        .then()
        .body("counts.faults", equalTo(0))
        .body("counts.resources", equalTo(1))
        .body("counts.items", equalTo(2));
  }
}
