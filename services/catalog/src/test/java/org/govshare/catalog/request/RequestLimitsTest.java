package org.govshare.catalog.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.govshare.catalog.Bodies;
import org.govshare.catalog.calendar.WorkingDays;
import org.junit.jupiter.api.Test;

/** How far a request may go: until when, by which method, and how many at a time. */
@QuarkusTest
class RequestLimitsTest extends RequestScenes {

  private static String body(Response resource) {
    return Bodies.request(id(resource), resource.path("items.id"));
  }

  @Test
  void nothingIsAskedForLongerThanTenYears() {
    Response resource = resource("申请期限上限");
    LocalDate last = LocalDate.now(WorkingDays.ZONE).plusYears(10);
    String until = Bodies.UNTIL.toString();

    Response beyond =
        post(AUTHOR, "/requests", body(resource).replace(until, last.plusDays(1).toString()));

    invalid(beyond, "validUntil");
    beyond.then().body("errors.message", hasItem("晚于 " + last + "，即最长可申请到的日期"));
    Response request =
        post(AUTHOR, "/requests", body(resource).replace(until, last.toString()))
            .then()
            .statusCode(201)
            .extract()
            .response();
    // Nor is what is mended, or handed in later.
    Response returned = check(request, RETURN);
    invalid(
        change(AUTHOR, returned, body(resource).replace(until, last.plusYears(90).toString())),
        "validUntil");
    Response draft =
        post(
            COLLEAGUE, "/requests/drafts", body(resource("申请期限上限草稿")).replace(until, "2999-12-31"));
    invalid(act(COLLEAGUE, draft, "submission", null), "validUntil");
  }

  @Test
  void aGrantIsNotProlongedFurtherThanThat() {
    Response decided = ok(decide(check(submitted(resource("续期上限")), PASS), GRANT));
    String body =
        "{\"grantId\":\"%s\",\"validUntil\":\"2150-12-31\",\"reason\":\"继续\"}"
            .formatted(decided.<String>path("grantId"));

    invalid(post(AUTHOR, "/requests/renewals", body), "validUntil");
  }

  @Test
  void whatThePlatformSharesIsNotAskedForByDisk() {
    Response database = resource("库表不走介质");
    String byDatabase = body(database);
    Response byDisk = post(AUTHOR, "/requests", byDatabase.replace("\"DATABASE\"", "\"MEDIA\""));
    invalid(byDisk, "method");
    byDisk
        .then()
        .body("errors.message", hasItem(containsString("“统一社会信用代码”的共享方式为 DATABASE，不能以 MEDIA 申请")));
    Response draft =
        post(AUTHOR, "/requests/drafts", byDatabase.replace("\"DATABASE\"", "\"MEDIA\""));
    invalid(draft, "method");

    Response sheet =
        published(
            GS_EDITOR,
            GS_REVIEWER,
            Bodies.resource("电子表格资源", Bodies.item("名称", "name"))
                .replace("\"format\":\"DATABASE\"", "\"format\":\"SPREADSHEET\"")
                .replace("\"sharingMethod\":\"DATABASE\"", "\"sharingMethod\":\"MEDIA\""));
    Response table = post(AUTHOR, "/requests", body(sheet));
    invalid(table, "method");
    invalid(post(AUTHOR, "/requests", body(sheet).replace("\"DATABASE\"", "\"FILE\"")), "method");
    post(AUTHOR, "/requests", body(sheet).replace("\"DATABASE\"", "\"MEDIA\""))
        .then()
        .statusCode(201);
    // Which of the platform's methods it is, the two departments settle.
    post(AUTHOR, "/requests", byDatabase.replace("\"DATABASE\"", "\"API\"")).then().statusCode(201);
  }

  @Test
  void aDepartmentAsksForAnItemOnceAtATime() {
    Response resource = resource("重复申请");
    List<String> items = resource.path("items.id");
    String first = Bodies.request(id(resource), items.subList(0, 1));
    Response draft = post(AUTHOR, "/requests/drafts", first);
    Response open = post(AUTHOR, "/requests", first);
    open.then().statusCode(201);

    Response again = post(COLLEAGUE, "/requests", Bodies.request(id(resource), items));

    refused(again, 409, "asked-already");
    again.then().body("request", equalTo(id(open))).body("detail", containsString(id(open)));
    refused(act(AUTHOR, draft, "submission", null), 409, "asked-already");
    // The other item, and another department, are free.
    post(COLLEAGUE, "/requests", Bodies.request(id(resource), items.subList(1, 2)))
        .then()
        .statusCode(201);
    post(SW_REQUESTER, "/requests", first).then().statusCode(201);
    // What was returned is handed in again, and what is decided stands in nobody's way.
    Response resubmitted = ok(act(AUTHOR, check(open, RETURN), "submission", null));
    check(resubmitted, REFUSE);
    post(COLLEAGUE, "/requests", first).then().statusCode(201);
  }

  @Test
  void ofTwoAtTheSameTimeOneIsTaken() throws Exception {
    Response resource = resource("同时申请");
    String body = body(resource);
    assertThat(statuses(() -> post(AUTHOR, "/requests", body))).containsExactly(201, 409);
  }

  @Test
  void ofTwoRenewalsAtTheSameTimeOneIsTaken() throws Exception {
    Response decided = ok(decide(check(submitted(resource("同时续期")), PASS), GRANT));
    String body =
        "{\"grantId\":\"%s\",\"validUntil\":\"%s\",\"reason\":\"继续\"}"
            .formatted(decided.<String>path("grantId"), Bodies.LATER);
    assertThat(statuses(() -> post(AUTHOR, "/requests/renewals", body))).containsExactly(201, 409);
  }

  private static List<Integer> statuses(Callable<Response> call) throws Exception {
    try (ExecutorService both = Executors.newFixedThreadPool(2)) {
      List<Future<Response>> answers = Stream.of(call, call).map(both::submit).toList();
      return Stream.of(answers.get(0).get(), answers.get(1).get())
          .map(Response::statusCode)
          .sorted()
          .toList();
    }
  }
}
