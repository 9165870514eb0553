package org.govshare.catalog.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.govshare.catalog.bulk.template.TemplateColumn.CATEGORY;
import static org.govshare.catalog.bulk.template.TemplateColumn.PROVIDER;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * A commit that is cancelled, loses its lease or its staged rows midway. It is held midway by a
 * lock on a department that half of the workbook belongs to.
 */
@QuarkusTest
class ImportInterruptedTest extends ImportCase {

  /** Three full parts of each department; the tests' parts hold twenty. */
  private static final int OF_EACH = 60;

  private static final int ITEMS = 2;
  private static final String ORDER = "{\"mode\":\"ALL\",\"as\":\"DRAFT\"}";

  @Inject DataSource database;

  private static Response checkedWorkbook(String name) throws Exception {
    Workbooks workbook = Workbooks.workbook();
    for (int i = 0; i < 2 * OF_EACH; i++) {
      for (int item = 0; item < ITEMS; item++) {
        workbook.with(name + "之" + Integer.toString(i, 36) + "号信息", "项" + item);
        if (i >= OF_EACH) {
          workbook.but(PROVIDER, "省民政厅").but(CATEGORY, "010202");
        }
      }
    }
    Response batch = checked(PUBLISHER, workbook.bytes());
    batch.then().body("counts.good", equalTo(2 * OF_EACH)).body("counts.faults", equalTo(0));
    return batch;
  }

  /** Holds back whatever belongs to the second department until it is closed. */
  private Connection held() throws SQLException {
    Connection connection = database.getConnection();
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute("select 1 from department where code = 'mz' for update");
    }
    return connection;
  }

  private static void letGo(Connection held) throws SQLException {
    held.rollback();
    held.setAutoCommit(true);
    held.close();
  }

  private String ask(String question) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(question)) {
      return row.next() ? row.getString(1) : null;
    }
  }

  private void change(String statement) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement change = connection.createStatement()) {
      change.execute(statement);
    }
  }

  /** Looks until it sees what is awaited; how long that takes is not what is tested. */
  private void await(String question, String awaited) throws Exception {
    String seen = null;
    for (int i = 0; i < 1_200; i++) {
      seen = ask(question);
      if (awaited.equals(seen)) {
        return;
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
    throw new AssertionError(question + ": " + seen);
  }

  /** Two rounds of the runner: in the first it hears of a change, before the second it obeys. */
  private void awaitRounds(String job) throws Exception {
    for (int round = 0; round < 2; round++) {
      String before = ask("select lease_until from job where id = '" + job + "'");
      await("select lease_until <> '" + before + "' from job where id = '" + job + "'", "t");
    }
  }

  /** The resources that are there are there with all that belongs to them. */
  private void written(Response batch, int resources) throws SQLException {
    String of = "(select id from information_resource where batch_id = '" + id(batch) + "')";
    assertThat(ask("select count(*) from " + of + " as r")).isEqualTo("" + resources);
    assertThat(ask("select count(*) from data_item where resource_id in " + of))
        .isEqualTo("" + resources * ITEMS);
    for (String table : List.of("resource_text", "resource_transition")) {
      assertThat(
              ask(
                  "select count(distinct resource_id) from "
                      + table
                      + " where resource_id in "
                      + of))
          .isEqualTo("" + resources);
    }
    assertThat(ask("select count(*) from resource_transition where resource_id in " + of))
        .isEqualTo("" + resources);
    assertThat(ask("select created from import_batch where id = '" + id(batch) + "'"))
        .isEqualTo("" + resources);
  }

  private Response midway(Response batch) throws Exception {
    Response begun = ok(step(PUBLISHER, batch, "/imports/" + id(batch) + "/commit", ORDER));
    await("select created from import_batch where id = '" + id(batch) + "'", "" + OF_EACH);
    return begun;
  }

  @Test
  void aCancelledCommitLeavesNothingByHalvesAndCanBeResumed() throws Exception {
    Response batch = checkedWorkbook("中途取消");
    Connection held = held();
    String job;
    try {
      job = midway(batch).path("job.id");
      ok(post(PUBLISHER, "/jobs/" + job + "/cancellation", ""));
      awaitRounds(job);
    } finally {
      letGo(held);
    }
    Response cancelled = ended(PUBLISHER, id(batch));
    cancelled
        .then()
        .body("state", equalTo("COMMITTING"))
        .body("job.state", equalTo("CANCELLED"))
        .body("counts.created", equalTo(OF_EACH));
    written(batch, OF_EACH);
    refused(
        step(
            PUBLISHER,
            cancelled,
            "/imports/" + id(batch) + "/commit",
            "{\"mode\":\"GOOD\",\"as\":\"DRAFT\"}"),
        409,
        "import-begun-otherwise");
    Response resumed = committed(PUBLISHER, cancelled, ORDER);
    resumed
        .then()
        .body("state", equalTo("COMMITTED"))
        .body("counts.created", equalTo(2 * OF_EACH))
        .body("counts.refused", equalTo(0));
    written(batch, 2 * OF_EACH);
    undone(PUBLISHER, resumed).then().body("counts.removed", equalTo(2 * OF_EACH));
  }

  @Test
  void aCancelledCommitCanBeUndone() throws Exception {
    Response batch = checkedWorkbook("取消撤销");
    Connection held = held();
    try {
      String job = midway(batch).path("job.id");
      ok(post(PUBLISHER, "/jobs/" + job + "/cancellation", ""));
      awaitRounds(job);
    } finally {
      letGo(held);
    }
    undone(PUBLISHER, ended(PUBLISHER, id(batch)))
        .then()
        .body("state", equalTo("UNDONE"))
        .body("counts.removed", equalTo(OF_EACH));
    written(batch, 0, OF_EACH);
  }

  private void written(Response batch, int resources, int created) throws SQLException {
    assertThat(
            ask("select count(*) from information_resource where batch_id = '" + id(batch) + "'"))
        .isEqualTo("" + resources);
    assertThat(ask("select created from import_batch where id = '" + id(batch) + "'"))
        .isEqualTo("" + created);
    assertThat(ask("select count(*) from import_staged where batch_id = '" + id(batch) + "'"))
        .isEqualTo("0");
  }

  /** What a replica does that was cut off: it wakes up, writes on, and must not get through. */
  @Test
  void aReplicaThatLostItsLeaseWritesNothingMoreAndAnotherAttemptGoesOn() throws Exception {
    Response batch = checkedWorkbook("租约失去");
    Connection held = held();
    String job;
    try {
      job = midway(batch).path("job.id");
      change(
          "update job set holder = 'a dead replica', lease_until = now() - interval '1 minute'"
              + " where id = '"
              + job
              + "'");
      await("select attempt from job where id = '" + job + "'", "2");
      written(batch, OF_EACH);
    } finally {
      letGo(held);
    }
    ended(PUBLISHER, id(batch))
        .then()
        .body("state", equalTo("COMMITTED"))
        .body("job.state", equalTo("DONE"))
        .body("counts.created", equalTo(2 * OF_EACH))
        .body("counts.refused", equalTo(0));
    written(batch, 2 * OF_EACH);
  }

  /** The table of staged rows is not logged: a crash of the database server empties it. */
  @Test
  void whatACrashTookIsReadAgain() throws Exception {
    Response batch = checkedWorkbook("崩溃重读");
    change("delete from import_staged where batch_id = '" + id(batch) + "'");
    committed(PUBLISHER, batch, ORDER)
        .then()
        .body("state", equalTo("COMMITTED"))
        .body("counts.created", equalTo(2 * OF_EACH));
    written(batch, 2 * OF_EACH);
  }

  @Test
  void aCommitThatACrashInterruptedTakesOnlyWhatIsMissing() throws Exception {
    Response batch = checkedWorkbook("崩溃续导");
    Connection held = held();
    try {
      String job = midway(batch).path("job.id");
      ok(post(PUBLISHER, "/jobs/" + job + "/cancellation", ""));
      awaitRounds(job);
    } finally {
      letGo(held);
    }
    Response cancelled = ended(PUBLISHER, id(batch));
    change("delete from import_staged where batch_id = '" + id(batch) + "'");
    committed(PUBLISHER, cancelled, ORDER)
        .then()
        .body("state", equalTo("COMMITTED"))
        .body("counts.created", equalTo(2 * OF_EACH))
        .body("counts.refused", equalTo(0))
        .body("counts.faults", equalTo(0));
    written(batch, 2 * OF_EACH);
  }

  @Test
  void whatAChangeOfReferenceDataMadeWrongIsRefused() throws Exception {
    change(
        "insert into category (code, name, parent, level) select '010299', '临时细目（测试）', parent, level"
            + " from category where code = '010201' on conflict do nothing");
    Response batch =
        checked(
            GS_EDITOR,
            Workbooks.workbook()
                .with("类目仍在信息", "甲")
                .with("类目将撤信息", "甲")
                .but(CATEGORY, "010299")
                .bytes());
    batch.then().body("counts.good", equalTo(2));
    change("update category set retired = true where code = '010299'");
    Response committed = committed(GS_EDITOR, batch, ORDER);
    committed
        .then()
        .body("state", equalTo("COMMITTED"))
        .body("counts.created", equalTo(1))
        .body("counts.refused", equalTo(1));
    found(GS_EDITOR, committed, "unknown-category", 3, CATEGORY);
  }

  @AfterEach
  void withoutTheCategoryOfThisTest() throws SQLException {
    change("delete from category where code = '010299'");
  }
}
