package org.govshare.catalog.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.Resource;
import org.govshare.catalog.CatalogTest;
import org.govshare.catalog.bulk.template.TemplateColumn;
import org.govshare.catalog.bulk.template.TemplateHeader;
import org.govshare.catalog.bulk.xlsx.SheetListener;
import org.govshare.catalog.bulk.xlsx.SheetRow;
import org.govshare.catalog.bulk.xlsx.XlsxFile;
import org.govshare.catalog.bulk.xlsx.XlsxLimits;
import org.govshare.catalog.export.dcat.Graphs;
import org.govshare.platform.reactive.testing.TestToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The catalogue as files: the same entries in every format, to those who may see them. */
@QuarkusTest
class ExportTest extends CatalogTest {

  private static final TestToken ZJ_EDITOR =
      user("zj-editor").department("zj").roles("catalog-editor");
  private static final TestToken ZJ_REVIEWER =
      user("zj-reviewer").department("zj").roles("department-reviewer");
  private static final TestToken RS_EDITOR =
      user("rs-editor").department("rs").roles("catalog-editor");
  private static final TestToken RS_REVIEWER =
      user("rs-reviewer").department("rs").roles("department-reviewer");

  private static String body(String name, String category, String items) {
    return """
    {"name":"%s","abstract":"第一行\\n\\"第二行\\", 带逗号","categoryCode":"%s","format":"DATABASE",
     "formatType":"mysql","dataStructure":"STRUCTURED","openType":"ON_REQUEST",
     "updateFrequency":"TEN_DAYS","sharingMethod":"DATABASE","sourceSchema":"public",
     "sourceTable":"t","rowCount":12,"keywords":["质量","监督"],
     "census":{"storageGb":1.5,"sharedRows":7},"items":[%s]}
    """
        .formatted(name, category, items);
  }

  private static String item(String name, String field) {
    return """
    {"name":"%s","fieldName":"%s","dataType":"C","length":18,"sharingType":"CONDITIONAL",
     "sharingCondition":"=1+1 按协议","openType":"CLOSED"}
    """
        .formatted(name, field);
  }

  private static Response export(TestToken token, String path) {
    return as(token).get(API + "/exports/" + path);
  }

  private static byte[] bytes(TestToken token, String path) {
    return export(token, path).then().statusCode(200).extract().asByteArray();
  }

  private static String publishQuality(String name) {
    Response draft =
        created(ZJ_EDITOR, body(name, "020100", item("产品名称", "a") + "," + item("+合格率", "b")));
    return published(ZJ_REVIEWER, draft, ZJ_EDITOR).path("identifier");
  }

  private static List<String> column(List<List<String>> rows, TemplateColumn column) {
    return rows.stream().skip(1).map(row -> row.get(column.ordinal())).toList();
  }

  @Test
  void csvHoldsOneHarmlessRowForEachItem() {
    String identifier = publishQuality("=cmd|质量抽查");

    Response answer = export(SW_REQUESTER, "csv?department=zj&category=020000");

    answer
        .then()
        .statusCode(200)
        .header("Content-Type", equalTo("text/csv;charset=UTF-8;header=present"));
    assertThat(answer.header("Content-Disposition"))
        .matches(
            "attachment; filename=\"catalogue-[0-9]{8}-[0-9]{6}\\.csv\"; filename\\*=UTF-8''%E6.*");
    String text = new String(answer.asByteArray(), StandardCharsets.UTF_8);
    assertThat(text).startsWith("\uFEFF信息资源分类,信息资源名称,");
    List<List<String>> rows =
        CsvText.rows(text.substring(1)).stream()
            .filter(row -> row.contains(identifier) || row.contains("信息资源名称"))
            .toList();
    assertThat(rows).hasSize(3).allSatisfy(row -> assertThat(row).hasSize(34));
    assertThat(column(rows, TemplateColumn.NAME)).containsOnly("'=cmd|质量抽查");
    assertThat(column(rows, TemplateColumn.ITEM_NAME)).containsExactly("产品名称", "'+合格率");
    assertThat(column(rows, TemplateColumn.SHARING_CONDITION)).containsOnly("'=1+1 按协议");
    assertThat(column(rows, TemplateColumn.SUMMARY)).containsOnly("第一行\n\"第二行\", 带逗号");
    assertThat(column(rows, TemplateColumn.CATEGORY)).containsOnly("主题信息资源/城市管理");
    assertThat(column(rows, TemplateColumn.CODE)).containsOnly(identifier);
    assertThat(column(rows, TemplateColumn.PROVIDER)).containsOnly("省质量技术监督局");
    assertThat(column(rows, TemplateColumn.PROVIDER_CODE)).containsOnly("zj");
    assertThat(column(rows, TemplateColumn.FORMAT)).containsOnly("数据库");
    assertThat(column(rows, TemplateColumn.FORMAT_TYPE)).containsOnly("MySQL");
    assertThat(column(rows, TemplateColumn.KEYWORDS)).containsOnly("质量、监督");
    assertThat(column(rows, TemplateColumn.SOURCE_TABLE)).containsOnly("public.t");
    assertThat(column(rows, TemplateColumn.DATA_TYPE)).containsOnly("字符型C");
    assertThat(column(rows, TemplateColumn.LENGTH)).containsOnly("18");
    assertThat(column(rows, TemplateColumn.SHARING_TYPE)).containsOnly("有条件共享");
    assertThat(column(rows, TemplateColumn.OPEN_TYPE)).containsOnly("不予开放");
    assertThat(column(rows, TemplateColumn.UPDATE_FREQUENCY)).containsOnly("每旬");
    assertThat(column(rows, TemplateColumn.STORAGE)).containsOnly("1.5");
    assertThat(column(rows, TemplateColumn.ROWS)).containsOnly("12");
    assertThat(column(rows, TemplateColumn.SHARED_STORAGE)).containsOnly("");
    assertThat(column(rows, TemplateColumn.SHARED_ROWS)).containsOnly("7");
    byte[] plain = bytes(SW_REQUESTER, "csv?department=zj&bom=false");
    assertThat(new String(plain, StandardCharsets.UTF_8)).startsWith("信息资源分类");
  }

  @Test
  void theWorkbookIsTheTemplateThatImportReads(@TempDir Path folder) throws IOException {
    String identifier = publishQuality("@质量工作簿");
    Path file = folder.resolve("export.xlsx");
    Files.write(file, bytes(SW_REQUESTER, "xlsx?department=zj"));

    List<List<String>> rows = new ArrayList<>();
    try (XlsxFile workbook = XlsxFile.open(file, new XlsxLimits(1L << 30, 500, 1_000, 1L << 24))) {
      workbook.read(
          workbook.sheets().get(0),
          new SheetListener() {
            @Override
            public boolean row(SheetRow row) {
              rows.add(IntStream.range(0, row.width()).mapToObj(row::text).toList());
              return true;
            }
          });
    }

    TemplateHeader header = TemplateHeader.of(rows.get(0));
    assertThat(header.size()).isEqualTo(TemplateColumn.values().length);
    assertThat(header.missing()).isEmpty();
    List<List<String>> own = rows.stream().filter(row -> row.contains(identifier)).toList();
    assertThat(own).hasSize(2);
    assertThat(own.get(0).get(TemplateColumn.NAME.ordinal())).isEqualTo("'@质量工作簿");
    assertThat(own.get(1).get(TemplateColumn.ITEM_NAME.ordinal())).isEqualTo("'+合格率");
    assertThat(own.get(1).get(TemplateColumn.LENGTH.ordinal())).isEqualTo("18");
  }

  @Test
  void xmlKeepsToItsSchema() throws Exception {
    String identifier = publishQuality("质量 <XML> & 模式");
    byte[] body = bytes(SW_REQUESTER, "xml?department=zj");

    SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
        .newSchema(getClass().getResource("/META-INF/govshare/catalogue-1.xsd"))
        .newValidator()
        .validate(new StreamSource(new ByteArrayInputStream(body)));

    assertThat(new String(body, StandardCharsets.UTF_8))
        .contains("<name>质量 &lt;XML&gt; &amp; 模式</name>")
        .contains("<identifier>" + identifier + "</identifier>")
        .contains("<updateFrequency code=\"TEN_DAYS\">每旬</updateFrequency>")
        .contains("<dataType code=\"C\">字符型C</dataType>");
  }

  @Test
  void allThreeSyntaxesOfDcatAreTheSameGraph() {
    for (int i = 0; i < 60; i++) {
      publishedByRs("批次" + i);
    }

    Model turtle = Graphs.turtle(bytes(SW_REQUESTER, "ttl?department=rs&category=020300"));
    Model rdfXml = Graphs.rdfXml(bytes(SW_REQUESTER, "rdf?department=rs&category=020300"));
    Model jsonld = Graphs.jsonld(bytes(SW_REQUESTER, "jsonld?department=rs&category=020300"));

    assertThat(Graphs.ofClass(turtle, "dcat:Dataset")).hasSize(60);
    Graphs.assertProfile(turtle);
    List.of(turtle, rdfXml, jsonld).forEach(ExportTest::forgetTime);
    assertThat(rdfXml.isIsomorphicWith(turtle)).isTrue();
    assertThat(jsonld.isIsomorphicWith(turtle)).isTrue();
    Graphs.assertVocabularies(turtle);
    assertThat(Graphs.ofClass(turtle, "dcat:Catalog"))
        .allSatisfy(catalogue -> assertThat(catalogue.getURI()).endsWith("#export"));
    Model nothing = Graphs.jsonld(bytes(SW_REQUESTER, "jsonld?department=bb"));
    assertThat(Graphs.ofClass(nothing, "dcat:Catalog")).hasSize(1);
  }

  /** When an export was made differs from one to the next. */
  private static void forgetTime(Model export) {
    Resource catalogue = Graphs.ofClass(export, "dcat:Catalog").get(0);
    catalogue.removeAll(Graphs.property("dct:issued"));
    catalogue.removeAll(Graphs.property("dct:modified"));
  }

  private static void publishedByRs(String name) {
    Response draft = created(RS_EDITOR, body(name, "020300", item("姓名", "a")));
    published(RS_REVIEWER, draft, RS_EDITOR);
  }

  @Test
  void onlyWhatTheCallerSeesIsExported() {
    Response draft = created(ZJ_EDITOR, body("质监草稿", "020100", item("编号", "a")));
    assertThat(draft.<String>path("state")).isEqualTo("DRAFT");
    String drafts = "csv?state=DRAFT&q=质监草稿";
    String own = new String(bytes(ZJ_EDITOR, drafts), StandardCharsets.UTF_8);
    assertThat(own).contains("质监草稿");
    String published = new String(bytes(SW_REQUESTER, "csv?department=zj"), StandardCharsets.UTF_8);
    assertThat(published).doesNotContain("质监草稿");
    assertThat(new String(bytes(GS_EDITOR, drafts), StandardCharsets.UTF_8)).doesNotContain("质监草稿");
    refused(export(SW_REQUESTER, "csv?state=DRAFT"), 403, "role-required");
    refused(export(GS_EDITOR, "csv?state=DRAFT&department=zj"), 403, "department-required");
    refused(export(AUDITOR, "csv"), 403, "business-data");
    refused(post(AUDITOR, "/exports/csv", ""), 403, "business-data");
  }

  @Test
  void filtersAreThoseOfTheList() {
    publishQuality("过滤用的抽检甲");
    publishQuality("过滤用的抽检乙");
    String found =
        new String(bytes(SW_REQUESTER, "csv?q=的抽检甲&department=zj"), StandardCharsets.UTF_8);
    assertThat(found).contains("过滤用的抽检甲").doesNotContain("过滤用的抽检乙");
    assertThat(CsvText.rows(found)).hasSize(3);
    byte[] open = bytes(SW_REQUESTER, "csv?q=过滤用的抽检&openType=OPEN");
    assertThat(CsvText.rows(new String(open, StandardCharsets.UTF_8))).hasSize(1);
    invalid(export(SW_REQUESTER, "csv?department=nowhere"), "department");
    invalid(export(SW_REQUESTER, "csv?category=999999"), "category");
  }

  @Test
  void badRequestsAreRefused() {
    refused(export(SW_REQUESTER, "pdf"), 404, "syntax-unknown");
    invalid(export(SW_REQUESTER, "csv?state=NOWHERE"), "state");
    refused(
        export(SW_REQUESTER, "files/00000000-0000-0000-0000-000000000001"),
        404,
        "export-not-found");
  }

  @Test
  void whatIsTooMuchIsAJob() throws InterruptedException {
    TestToken editor = user("tj-editor").department("tj").roles("catalog-editor");
    TestToken reviewer = user("tj-reviewer").department("tj").roles("department-reviewer");
    String items =
        String.join(",", IntStream.range(0, 201).mapToObj(i -> item("指标" + i, "f" + i)).toList());
    published(reviewer, created(editor, body("统计大表", "020200", items)), editor);
    int whole =
        get(SW_REQUESTER, "/resources?department=tj&size=100")
            .jsonPath()
            .getList("items.itemCount", Integer.class)
            .stream()
            .mapToInt(Integer::intValue)
            .sum();
    refused(export(SW_REQUESTER, "csv?department=tj"), 409, "export-too-large");

    Response ordered = post(SW_REQUESTER, "/exports/csv?department=tj", "");
    ordered.then().statusCode(202).header("Location", equalTo(API + "/jobs/" + id(ordered)));
    String result = done(id(ordered)).path("result");

    Response file = as(SW_REQUESTER).get(result);
    file.then().statusCode(200);
    assertThat(CsvText.rows(file.asString())).hasSize(1 + whole);
    assertThat(Long.parseLong(file.header("Content-Length"))).isEqualTo(file.asByteArray().length);
    refused(as(GS_EDITOR).get(result), 404, "export-not-found");
  }

  private static Response done(String job) throws InterruptedException {
    for (int i = 0; i < 600; i++) {
      Response seen = ok(get(SW_REQUESTER, "/jobs/" + job));
      if (List.of("DONE", "FAILED").contains(seen.<String>path("state"))) {
        assertThat(seen.<String>path("state")).as(seen.asString()).isEqualTo("DONE");
        return seen;
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
    throw new AssertionError("job " + job + " does not end");
  }
}
