package org.govshare.catalog.bulk;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A workbook that is sent again under its key is imported once. */
@QuarkusTest
class ImportOnceTest extends ImportCase {

  private static Response sent(String key, String digest, byte[] workbook) {
    return given()
        .auth()
        .oauth2(GS_EDITOR.sign())
        .contentType(XLSX)
        .queryParam("fileName", "目录.xlsx")
        .header("Idempotency-Key", key)
        .header("Content-Digest", digest)
        .body(workbook)
        .post(API + "/imports");
  }

  @Test
  void itsDigestTellsOneFileFromAnotherOfTheSameLength() {
    byte[] workbook = Workbooks.workbook().with("只导入一次", "甲").bytes();
    String key = UUID.randomUUID().toString();
    Response first = sent(key, "sha-256=:b25l:", workbook);
    first.then().statusCode(201).header("Idempotency-Replayed", nullValue());
    Response again = sent(key, "sha-256=:b25l:", workbook);
    again.then().statusCode(201).header("Idempotency-Replayed", equalTo("true"));
    assertThat(id(again)).isEqualTo(id(first));
    refused(sent(key, "sha-256=:dHdv:", workbook), 422, "idempotency-key-reused");
  }
}
