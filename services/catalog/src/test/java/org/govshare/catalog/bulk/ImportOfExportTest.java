package org.govshare.catalog.bulk;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.govshare.platform.reactive.testing.TestToken;
import org.junit.jupiter.api.Test;

/**
 * What the catalogue gives out comes back as it was, or with the change made in it and no other.
 */
@QuarkusTest
class ImportOfExportTest extends ImportCase {

  private static final TestToken ZJ_EDITOR =
      user("zj-editor").department("zj").roles("catalog-editor");
  private static final TestToken ZJ_REVIEWER =
      user("zj-reviewer").department("zj").roles("department-reviewer");

  private static String added(String path, String body) {
    return id(post(PUBLISHER, path, body).then().statusCode(201).extract().response());
  }

  private static byte[] exported() {
    return ok(get(SW_REQUESTER, "/exports/xlsx?department=zj&category=010500")).asByteArray();
  }

  private static byte[] replaced(byte[] workbook, String text, String by) throws IOException {
    Path file = Files.write(Files.createTempFile("export", ".xlsx"), workbook);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipFile in = new ZipFile(file.toFile());
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (ZipEntry entry : Collections.list(in.entries())) {
        zip.putNextEntry(new ZipEntry(entry.getName()));
        String content =
            new String(in.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
        zip.write(content.replace(text, by).getBytes(StandardCharsets.UTF_8));
      }
    } finally {
      Files.delete(file);
    }
    return out.toByteArray();
  }

  @Test
  void nothingIsLostThatAWorkbookDoesNotSpeakOf() throws Exception {
    String policy =
        added(
            "/library/documents",
            """
            {"kind":"POLICY","title":"往返依据","documentNumber":"往返〔2001〕1号","issuingBody":"测试",
             "effectiveOn":"2001-01-01"}
            """);
    String table =
        added(
            "/library/code-tables",
            "{\"identifier\":\"CT-BACK\",\"name\":\"往返代码\",\"effectiveOn\":\"2001-01-01\"}");
    String element =
        added(
            "/library/data-elements",
            """
            {"identifier":"DE-BACK","name":"往返数据元","definition":"测试","dataType":"C","length":20,
             "effectiveOn":"2001-01-01"}
            """);
    String campaign =
        added(
            "/campaigns",
            """
            {"name":"往返任务","categoryCode":"010500","leadDepartment":"bb","description":"测试",
             "batches":[{"number":1,"name":"一","planUntil":"2099-01-31","surveyUntil":"2099-03-31",
              "generateUntil":"2099-06-30","reviewUntil":"2099-09-30"}],
             "participants":[{"department":"zj","batch":1}]}
            """);
    Response first =
        published(
            ZJ_EDITOR,
            ZJ_REVIEWER,
            """
            {"name":"往返证照信息","abstract":"摘要","categoryCode":"010500","format":"DATABASE",
             "formatType":"mysql","dataStructure":"STRUCTURED","openType":"ON_REQUEST",
             "openCondition":"依申请并签协议","updateFrequency":"DAILY","sharingMethod":"API",
             "sourceSchema":"public","sourceTable":"t","campaignId":"%s",
             "items":[
              {"name":"证照编号","fieldName":"no","dataType":"C","length":20,"openType":"ON_REQUEST",
               "sharingType":"NOT_SHARED","legalBasis":"往返依据第一条","legalBasisId":"%s",
               "dataElementId":"%s","sharingMethod":"DATABASE","description":"said before"},
              {"name":"证照状态","fieldName":"state","dataType":"C","length":2,"openType":"ON_REQUEST",
               "sharingType":"NOT_SHARED","legalBasis":"Article 2 of it","legalBasisId":"%s",
               "codeTableId":"%s"}]}
            """
                .formatted(campaign, policy, element, policy, table));

    Response same = committed(PUBLISHER, checked(PUBLISHER, exported()), "ALL", "DRAFT");
    same.then()
        .body("counts.faults", equalTo(0))
        .body("counts.unchanged", equalTo(1))
        .body("counts.updated", equalTo(0));

    byte[] changed =
        replaced(
            replaced(exported(), "said before", "said after"),
            "Article 2 of it",
            "Article 3 of it");
    Response batch = committed(PUBLISHER, checked(PUBLISHER, changed), "ALL", "DRAFT");
    batch.then().body("counts.faults", equalTo(0)).body("counts.updated", equalTo(1));
    String draft =
        ok(get(ZJ_EDITOR, "/resources?state=DRAFT&size=100"))
            .path("items.find { it.name == '往返证照信息' }.id");
    ok(get(ZJ_EDITOR, "/resources/" + draft))
        .then()
        .body("version", equalTo(2))
        .body("seriesId", equalTo(first.path("seriesId")))
        .body("campaignId", equalTo(campaign))
        .body("openCondition", equalTo("依申请并签协议"))
        .body("items[0].description", equalTo("said after"))
        .body("items[0].dataElementId", equalTo(element))
        .body("items[0].legalBasisId", equalTo(policy))
        .body("items[1].codeTableId", equalTo(table))
        // It quoted other words.
        .body("items[1].legalBasisId", nullValue());
    undone(PUBLISHER, batch).then().body("counts.removed", equalTo(1));
  }
}
