package org.govshare.catalog.bulk;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.govshare.catalog.CatalogTest;
import org.govshare.catalog.bulk.template.TemplateColumn;
import org.govshare.platform.reactive.testing.TestToken;

/** What tests of imports have in common. */
abstract class ImportCase extends CatalogTest {

  static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  /** Takes over what the first one sends. */
  static final TestToken OTHER_PUBLISHER =
      user("other-publisher").department("xxzx").roles("catalog-publisher");

  static Response sent(TestToken token, byte[] workbook) {
    return given()
        .auth()
        .oauth2(token.sign())
        .contentType(XLSX)
        .queryParam("fileName", "目录.xlsx")
        .body(workbook)
        .post(API + "/imports");
  }

  /** Sends a workbook and waits for the end of its dry run. */
  static Response checked(TestToken token, byte[] workbook) throws InterruptedException {
    Response sent = sent(token, workbook).then().statusCode(201).extract().response();
    return ended(token, id(sent));
  }

  static Response committed(TestToken token, Response batch, String mode, String target)
      throws InterruptedException {
    return committed(token, batch, "{\"mode\":\"" + mode + "\",\"as\":\"" + target + "\"}");
  }

  static Response committed(TestToken token, Response batch, String order)
      throws InterruptedException {
    TestToken by = order.contains("\"PUBLISHED\"") ? OTHER_PUBLISHER : token;
    ok(step(by, batch, "/imports/" + id(batch) + "/commit", order));
    return ended(token, id(batch));
  }

  static Response undone(TestToken token, Response batch) throws InterruptedException {
    ok(step(token, batch, "/imports/" + id(batch) + "/undo", null));
    return ended(token, id(batch));
  }

  static Response ended(TestToken token, String id) throws InterruptedException {
    Response batch = null;
    for (int i = 0; i < 1_200; i++) {
      batch = ok(get(token, "/imports/" + id));
      String state = batch.path("job.state");
      if (!state.equals("QUEUED") && !state.equals("RUNNING")) {
        return batch;
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
    throw new AssertionError("Not ended: " + batch.asString());
  }

  /** The batch has this fault in this row and column, with words that say what and how to mend. */
  static void found(TestToken token, Response batch, String code, int row, TemplateColumn column) {
    ok(get(token, "/imports/" + id(batch) + "/faults?size=100&code=" + code))
        .then()
        .body("items.row", hasItem(row))
        .body(
            "items.findAll { it.row == " + row + " }.column",
            hasItem(equalTo(column == null ? null : column.name())))
        .body("items.findAll { it.message == it.code || !it.suggestion }", equalTo(List.of()));
  }

  static Map<TemplateColumn, Object> row(String name, String item) {
    return Workbooks.row(name, item);
  }
}
