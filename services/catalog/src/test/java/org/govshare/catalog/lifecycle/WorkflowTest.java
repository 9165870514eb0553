package org.govshare.catalog.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.govshare.catalog.Bodies;
import org.govshare.catalog.CatalogTest;
import org.govshare.platform.reactive.testing.TestToken;
import org.junit.jupiter.api.Test;

/** Sending back with remarks, four eyes, and what was published. */
@QuarkusTest
class WorkflowTest extends CatalogTest {

  private static final Duration LONG = Duration.ofSeconds(20);
  private static final String PASS = "{\"decision\":\"PASS\"}";
  private static final String PUBLISH = "{\"decision\":\"PUBLISH\"}";
  private static final String RETURN =
      """
      {"decision":"RETURN","remark":"请完善","remarks":[
        {"field":"abstract","remark":"写明数据来源"},{"field":"items[0].length","remark":"应为 18 位"}]}
      """;

  @Inject Pool database;

  private static String body(String name) {
    return Bodies.resource(name, Bodies.item("统一社会信用代码", "uscc"));
  }

  private static String path(Response resource) {
    return "/resources/" + id(resource);
  }

  private static Response submitted(TestToken editor, Response draft) {
    return ok(step(editor, draft, path(draft) + "/submission", null));
  }

  private static Response changed(TestToken editor, Response seen, String body) {
    return as(editor).header("If-Match", seen.header("ETag")).body(body).put(API + path(seen));
  }

  private void execute(String statement) {
    database.query(statement).execute().await().atMost(LONG);
  }

  @Test
  void remarksOnFieldsAreShownToTheAuthorUntilHandedInAgain() {
    Response draft = created(GS_EDITOR, body("逐项退回"));
    Response returned =
        ok(step(GS_REVIEWER, submitted(GS_EDITOR, draft), path(draft) + "/review", RETURN));
    returned
        .then()
        .body("state", equalTo("RETURNED"))
        .body("remarks.field", contains("abstract", "items[0].length"))
        .body("remarks.remark", contains("写明数据来源", "应为 18 位"));
    ok(get(GS_EDITOR, path(draft))).then().body("remarks", hasSize(2));

    Response again = submitted(GS_EDITOR, returned);
    again.then().body("remarks", nullValue());
    Response back =
        ok(
            step(
                GS_REVIEWER,
                again,
                path(draft) + "/review",
                "{\"decision\":\"RETURN\",\"remark\":\"再改\"}"));
    back.then().body("remarks", hasSize(0));
    ok(get(GS_EDITOR, path(draft) + "/history"))
        .then()
        .body("items.action", contains("SUBMIT", "RETURN", "SUBMIT", "RETURN"))
        .body("items[1].remarks.field", contains("abstract", "items[0].length"))
        .body("items[3].remarks", nullValue());
  }

  @Test
  void remarksAreCheckedAndOnlyForWhatIsSentBack() {
    Response draft = created(GS_EDITOR, body("意见校验"));
    Response submitted = submitted(GS_EDITOR, draft);
    String review = path(draft) + "/review";
    invalid(
        step(
            GS_REVIEWER,
            submitted,
            review,
            "{\"decision\":\"PASS\",\"remarks\":[{\"field\":\"name\",\"remark\":\"x\"}]}"),
        "remarks");
    invalid(
        step(
            GS_REVIEWER,
            submitted,
            review,
            "{\"decision\":\"RETURN\",\"remark\":\"x\",\"remarks\":[{\"field\":\"name\"}]}"),
        "remarks[0].remark");
    invalid(
        step(
            GS_REVIEWER,
            submitted,
            review,
            "{\"decision\":\"RETURN\",\"remark\":\"x\",\"remarks\":[null]}"),
        "remarks[0]");
    String known =
        "{\"decision\":\"RETURN\",\"remark\":\"x\",\"remarks\":["
            + "{\"field\":\"census.storageGb\",\"remark\":\"x\"},"
            + "{\"field\":\"items[uscc]\",\"remark\":\"x\"},"
            + "{\"field\":\"items[统一社会信用代码].length\",\"remark\":\"x\"}]}";
    for (String unknown :
        List.of("colour", "items[1].length", "items[abc]", "items[uscc].colour")) {
      Response refused =
          step(GS_REVIEWER, submitted, review, known.replace("census.storageGb", unknown));
      invalid(refused, "remarks[0].field");
      refused
          .then()
          .body("errors", hasSize(1))
          .body("errors[0].message", containsString("abstract"))
          .body("errors[0].message", containsString("items[…].length"));
    }
    ok(step(GS_REVIEWER, submitted, review, known)).then().body("remarks", hasSize(3));
  }

  @Test
  void thePublisherSendsBackWithRemarksToo() {
    Response draft = created(GS_EDITOR, body("发布退回"));
    Response passed =
        ok(step(GS_REVIEWER, submitted(GS_EDITOR, draft), path(draft) + "/review", PASS));
    ok(step(PUBLISHER, passed, path(draft) + "/publication", RETURN))
        .then()
        .body("state", equalTo("RETURNED"));
    ok(get(GS_EDITOR, path(draft))).then().body("remarks", hasSize(2));
  }

  @Test
  void whoEverWroteAVersionDoesNotReviewIt() {
    TestToken both =
        user("gs-both").department("gs").roles("catalog-editor", "department-reviewer");
    Response draft = created(GS_EDITOR, body("曾经编辑"));
    Response second = ok(changed(both, draft, body("曾经编辑二")));
    Response third = ok(changed(GS_EDITOR, second, body("曾经编辑三")));
    Response submitted = submitted(GS_EDITOR, third);
    refused(step(both, submitted, path(draft) + "/review", PASS), 403, "own-work");
    refused(step(both, submitted, path(draft) + "/review", RETURN), 403, "own-work");
    ok(step(GS_REVIEWER, submitted, path(draft) + "/review", PASS));
  }

  @Test
  void whoReviewedOrWroteItDoesNotPublishIt() {
    TestToken reviewerAndPublisher =
        user("xxzx-two").department("xxzx").roles("department-reviewer", "catalog-publisher");
    TestToken editor = user("xxzx-editor").department("xxzx").roles("catalog-editor");
    TestToken editorAndPublisher =
        user("xxzx-both").department("xxzx").roles("catalog-editor", "catalog-publisher");
    Response draft = created(editor, body("自审自发"));
    Response second = ok(changed(editorAndPublisher, draft, body("自审自发二")));
    Response third = ok(changed(editor, second, body("自审自发三")));
    Response passed =
        ok(step(reviewerAndPublisher, submitted(editor, third), path(draft) + "/review", PASS));
    refused(
        step(reviewerAndPublisher, passed, path(draft) + "/publication", PUBLISH), 403, "own-work");
    refused(
        step(reviewerAndPublisher, passed, path(draft) + "/publication", RETURN), 403, "own-work");
    refused(
        step(editorAndPublisher, passed, path(draft) + "/publication", PUBLISH), 403, "own-work");
    ok(step(PUBLISHER, passed, path(draft) + "/publication", PUBLISH));
  }

  @Test
  void aCodeThatArrivedIsKeptOrItsFaultTold() {
    String body =
        body("自带标识符")
            .replace("\"items\"", "\"proposedIdentifier\":\"0102011300000001/07777\",\"items\"");
    Response first = published(GS_EDITOR, GS_REVIEWER, body);
    first.then().body("identifier", equalTo("0102011300000001/07777"));
    Response second = created(GS_EDITOR, body.replace("自带标识符", "自带相同标识符"));
    Response passed =
        ok(step(GS_REVIEWER, submitted(GS_EDITOR, second), path(second) + "/review", PASS));
    refused(
        step(PUBLISHER, passed, path(second) + "/publication", PUBLISH), 409, "identifier-taken");
    ok(get(GS_EDITOR, path(second))).then().body("state", equalTo("REGISTERED"));
  }

  @Test
  void theTrailOfADeletedDraftStays() {
    Response draft = created(GS_EDITOR, body("删除留痕"));
    as(GS_EDITOR)
        .header("If-Match", draft.header("ETag"))
        .delete(API + path(draft))
        .then()
        .statusCode(204);
    assertThat(
            database
                .query(
                    "select actor || from_state from resource_transition where action = 'DELETE'"
                        + " and resource_id = '"
                        + id(draft)
                        + "'")
                .execute()
                .await()
                .atMost(LONG)
                .iterator()
                .next()
                .getString(0))
        .isEqualTo("gs-editorDRAFT");
    for (String change :
        List.of("update resource_transition set actor = 'x'", "delete from resource_transition")) {
      assertThatThrownBy(() -> execute(change + " where resource_id = '" + id(draft) + "'"))
          .hasMessageContaining("is never changed");
    }
  }

  @Test
  void theDatabaseItselfRefusesToChangeWhatWasPublished() {
    Response published = published(GS_EDITOR, GS_REVIEWER, body("不可更改"));
    String where = " where id = '" + id(published) + "'";
    String items = " where resource_id = '" + id(published) + "'";
    for (String change :
        new String[] {
          "update information_resource set name = '改'" + where,
          "update information_resource set sharing_type = 'NOT_SHARED'" + where,
          "update information_resource set keywords = '{改}'" + where,
          "update information_resource set identifier = '0102011300000001/99998'" + where,
          "update information_resource set state = 'DRAFT'" + where,
          "delete from information_resource" + where,
          "update data_item set length = 1" + items,
          "delete from data_item" + items,
          "insert into data_item select gen_random_uuid(), resource_id, 9, '新', null, data_type,"
              + " length, sharing_type, sharing_condition, legal_basis, open_type, sharing_method,"
              + " open_condition, update_frequency from data_item"
              + items
        }) {
      assertThatThrownBy(() -> execute(change)).as(change).hasMessageContaining("is published and");
    }
    execute("update information_resource set data_updated_at = now()" + where);
    ok(get(GS_EDITOR, path(published))).then().body("name", equalTo("不可更改"));
  }

  @Test
  void aBatchOfPublishedResourcesCanBeUndoneByNamingIt() {
    Response draft = created(GS_EDITOR, body("整批撤回"));
    String batch = "0b5d24a8-6a35-4a5c-9d3e-3f0f58a2a001";
    execute(
        "update information_resource set batch_id = '"
            + batch
            + "' where id = '"
            + id(draft)
            + "'");
    Response published = published(GS_REVIEWER, ok(get(GS_EDITOR, path(draft))), GS_EDITOR);
    String delete = "delete from information_resource where id = '" + id(published) + "'";
    assertThatThrownBy(() -> execute(delete)).hasMessageContaining("cannot be deleted");
    execute("begin; set local govshare.undone_batch = '" + batch + "'; " + delete + "; commit");
    refused(get(GS_EDITOR, path(published)), 404, "resource-not-found");
  }

  @Test
  void whoComesTooLateIsShownTheDifference() {
    TestToken colleague = user("gs-colleague").department("gs").roles("catalog-editor");
    Response draft = created(GS_EDITOR, body("二人同改"));
    Response theirs =
        ok(
            changed(
                colleague, draft, body("二人同改").replace("100000", "7").replace("DAILY", "WEEKLY")));
    Response late = changed(GS_EDITOR, draft, body("我的名称").replace("100000", "8"));
    refused(late, 412, "stale-version");
    late.then()
        .body("current.editedBy", equalTo("gs-colleague"))
        .body("current.state", equalTo("DRAFT"))
        .body("current.revision", equalTo(theirs.<Integer>path("revision")))
        .body(
            "difference.field",
            contains("items[uscc].updateFrequency", "name", "rowCount", "updateFrequency"))
        .body("difference.changedBy", contains("OTHERS", "YOU", "BOTH", "OTHERS"))
        .body("difference[1].yours", equalTo("我的名称"))
        .body("difference[1].theirs", equalTo("二人同改"))
        .body("difference[2].yours", equalTo(8))
        .body("difference[2].theirs", equalTo(7))
        .body("difference[2].base", equalTo(100000));
    invalid(changed(GS_EDITOR, draft, body("").replace("\"name\":\"\",", "")), "name");
  }
}
