package org.govshare.catalog.calendar;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.govshare.catalog.CatalogTest;
import org.junit.jupiter.api.Test;

/** The calendar and the time limits, read by all and kept by the publisher. */
@QuarkusTest
class CalendarTest extends CatalogTest {

  private static final String SOURCE = "国务院办公厅通知";

  private static String year(String... days) {
    return "{\"source\":\"%s\",\"days\":[%s]}".formatted(SOURCE, String.join(",", days));
  }

  private static String day(String day, String kind) {
    return "{\"day\":\"%s\",\"kind\":\"%s\",\"name\":\"元旦\"}".formatted(day, kind);
  }

  private static Response put(String path, String body) {
    return as(PUBLISHER).body(body).put(API + path);
  }

  @Test
  void theYearsAnnouncedAreThere() {
    ok(get(SW_REQUESTER, "/calendar/years")).then().body("items.year", hasItems(2026, 2025));
    Response read = ok(get(AUDITOR, "/calendar/years/2026"));
    read.then()
        .body("days.findAll { it.kind == 'HOLIDAY' }", hasSize(33))
        .body(
            "days.findAll { it.kind == 'WORKING_DAY' }.day",
            contains(
                "2026-01-04",
                "2026-02-14",
                "2026-02-28",
                "2026-05-09",
                "2026-09-20",
                "2026-10-10"));
    refused(get(SW_REQUESTER, "/calendar/years/2031"), 404, "calendar-year-unknown");
  }

  @Test
  void deadlinesAreToldAndSoIsAYearNotAnnounced() {
    ok(get(SW_REQUESTER, "/calendar/deadline?from=2026-09-30&workingDays=3"))
        .then()
        .body("day", equalTo("2026-10-10"))
        .body("dueAt", equalTo("2026-10-10T15:59:59Z"))
        .body("calendarKnown", equalTo(true));
    ok(get(SW_REQUESTER, "/calendar/deadline?from=2033-03-04&workingDays=1"))
        .then()
        .body("day", equalTo("2033-03-07"))
        .body("calendarKnown", equalTo(false));
    invalid(get(SW_REQUESTER, "/calendar/deadline?from=2026-09-30&workingDays=251"), "workingDays");
    invalid(get(SW_REQUESTER, "/calendar/deadline?workingDays=1"), "from");
  }

  @Test
  void thePublisherPutsAYear() {
    String body = year(day("2041-01-01", "HOLIDAY"), day("2041-01-05", "WORKING_DAY"));
    refused(as(SHARING).body(body).put(API + "/calendar/years/2041"), 403, "role-required");
    Response put = ok(put("/calendar/years/2041", body));
    put.then().body("days", hasSize(2)).body("changedBy", equalTo("publisher"));
    refused(put("/calendar/years/2041", body), 428, "missing-version");
    Response changed =
        ok(
            as(PUBLISHER)
                .header("If-Match", put.header("ETag"))
                .body(year(day("2041-01-02", "HOLIDAY")))
                .put(API + "/calendar/years/2041"));
    changed.then().body("days.day", contains("2041-01-02"));
    ok(get(PUBLISHER, "/changes?kind=calendar-year&id=2041"))
        .then()
        .body("total", equalTo(2))
        .body("items.actor", hasItem("publisher"));
    refused(
        as(PUBLISHER)
            .header("If-Match", put.header("ETag"))
            .body(body)
            .put(API + "/calendar/years/2041"),
        412,
        "stale-version");
  }

  @Test
  void aYearIsChecked() {
    invalid(put("/calendar/years/1066", year(day("1066-10-14", "HOLIDAY"))), "year");
    invalid(put("/calendar/years/2042", "{}"), "days");
    invalid(put("/calendar/years/2042", year()), "days");
    invalid(put("/calendar/years/2042", year(day("2043-01-01", "HOLIDAY"))), "days[0].day");
    invalid(put("/calendar/years/2042", year(day("2042-01-01", "WORKING_DAY"))), "days[0].kind");
    invalid(
        put(
            "/calendar/years/2042",
            year(day("2042-01-01", "HOLIDAY"), day("2042-01-01", "HOLIDAY"))),
        "days[1].day");
  }

  @Test
  void aSmallCsvIsImported() {
    String csv = "day,kind,name\r\n2044-01-01,HOLIDAY,元旦\r\n2044-01-03,WORKING_DAY,元旦调休\r\n";
    Response imported = ok(csv("2044", csv));
    imported.then().body("days.name", contains("元旦", "元旦调休")).body("source", equalTo(SOURCE));
    invalid(csv("2045", "2045-01-01,HOLIDAY,元旦"), "csv");
    Response wrong = csv("2045", "day,kind,name\n2045-01-01,HOLIDAY,元旦\n2045-13-01,HOLIDAY,误");
    invalid(wrong, "csv");
    wrong.then().body("errors.row", contains(3));
    invalid(csv("2045", "day,kind,name\n" + "x".repeat(CalendarCsv.LIMIT)), "csv");
    invalid(csv("2045", "\uFEFF"), "csv");
    refused(
        as(GS_EDITOR)
            .contentType("text/csv")
            .queryParam("source", SOURCE)
            .body(csv)
            .put(API + "/calendar/years/2046/days"),
        403,
        "role-required");
  }

  private static Response csv(String year, String text) {
    return as(PUBLISHER)
        .contentType("text/csv; charset=utf-8")
        .queryParam("source", SOURCE)
        .body(text)
        .put(API + "/calendar/years/" + year + "/days");
  }

  @Test
  void limitsAreDataWithHistory() {
    ok(get(GS_REVIEWER, "/time-limits?size=100"))
        .then()
        .body("items.find { it.kind == 'COMPLIANCE_CHECK' }.workingDays", equalTo(2))
        .body("items.find { it.kind == 'PROVIDER_ANSWER' }.workingDays", equalTo(5))
        .body("items.find { it.kind == 'PROVIDER_ANSWER_UNPUBLISHED' }.workingDays", equalTo(10));
    String path = "/time-limits/PROVIDER_ANSWER_UNPUBLISHED";
    Response read = ok(get(PUBLISHER, path));
    String body = "{\"workingDays\":12,\"remindBefore\":3,\"reason\":\"省里的新规定\"}";
    refused(
        as(SHARING).header("If-Match", read.header("ETag")).body(body).put(API + path),
        403,
        "role-required");
    Response changed =
        ok(as(PUBLISHER).header("If-Match", read.header("ETag")).body(body).put(API + path));
    changed.then().body("workingDays", equalTo(12)).body("remindBefore", equalTo(3));
    ok(get(GS_REVIEWER, path + "/history"))
        .then()
        .body("items.reason", hasItem("省里的新规定"))
        .body("items[0].changedBy", equalTo("publisher"));
    for (String field : new String[] {"workingDays", "remindBefore", "reason"}) {
      invalid(
          as(PUBLISHER)
              .header("If-Match", changed.header("ETag"))
              .body("{\"workingDays\":0,\"remindBefore\":-1}")
              .put(API + path),
          field);
    }
    ok(
        as(PUBLISHER)
            .header("If-Match", changed.header("ETag"))
            .body("{\"workingDays\":10,\"remindBefore\":2,\"reason\":\"复原\"}")
            .put(API + path));
  }
}
