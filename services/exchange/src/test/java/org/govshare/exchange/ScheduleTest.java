package org.govshare.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Schedules are checked, foretold, kept and shown. */
@QuarkusTest
class ScheduleTest extends ScheduledServiceTest {

  @Test
  void withoutAScheduleAServiceRunsByHand() {
    get(monitor(), "/services/" + service + "/schedule")
        .statusCode(200)
        .header("ETag", "\"0\"")
        .body("settings.kind", equalTo("HAND"))
        .body("settings.priority", equalTo(5))
        .body("nextFirings", hasSize(0));
  }

  @Test
  void aCronScheduleForetellsItsNextTenFirings() {
    ValidatableResponse kept =
        write(service, 0, Map.of("kind", "CRON", "cron", "0 30 2 * * ?")).statusCode(200);

    kept.header("ETag", "\"1\"").body("nextFirings", hasSize(10));
    List<String> due = kept.extract().jsonPath().getList("nextFirings.dueAt");
    for (int i = 0; i < due.size(); i++) {
      Instant at = Instant.parse(due.get(i));
      assertThat(at.atZone(ZoneId.of("Asia/Shanghai")).toLocalTime())
          .isEqualTo(LocalTime.of(2, 30));
      if (i > 0) {
        assertThat(at).isEqualTo(Instant.parse(due.get(i - 1)).plusSeconds(86_400));
      }
    }
  }

  @Test
  void thePreviewKeepsNothingAndShowsWhenAWindowLetsItStart() {
    JsonPath firings =
        designer()
            .body(
                Map.of(
                    "kind",
                    "CRON",
                    "cron",
                    "0 0 12 * * ?",
                    "windows",
                    List.of(Map.of("days", "EVERY_DAY", "from", "20:00", "to", "06:00"))))
            .post(API + "/schedule-preview")
            .then()
            .statusCode(200)
            .body("", hasSize(10))
            .extract()
            .jsonPath();

    assertThat(Instant.parse(firings.getString("[0].startsAt")))
        .isEqualTo(Instant.parse(firings.getString("[0].dueAt")).plusSeconds(8 * 3600));
    get(monitor(), "/services/" + service + "/schedule").header("ETag", "\"0\"");
  }

  @Test
  void everyFaultIsNamed() {
    Map<String, Object> wrong = new HashMap<>();
    wrong.put("kind", "CRON");
    wrong.put("cron", "every night");
    wrong.put("everyMinutes", 0);
    wrong.put("priority", 10);
    wrong.put("badRowPercent", 101);
    wrong.put("bytesPerSecond", 1);
    wrong.put("windows", List.of(Map.of("days", "EVERY_DAY", "from", "20:00")));
    wrong.put(
        "retry",
        Map.of(
            "attempts", 21,
            "firstDelaySeconds", 0,
            "factor", 11,
            "longestDelaySeconds", 0,
            "kinds", List.of("HISTORY")));
    write(service, 0, wrong)
        .statusCode(400)
        .contentType("application/problem+json")
        .body(
            "errors.field",
            containsInAnyOrder(
                "cron",
                "everyMinutes",
                "everyMinutes",
                "priority",
                "badRowPercent",
                "bytesPerSecond",
                "windows[0].to",
                "retry.attempts",
                "retry.firstDelaySeconds",
                "retry.factor",
                "retry.longestDelaySeconds",
                "retry.kinds"))
        .body("errors.message", hasItems(org.hamcrest.Matchers.containsString("0 30 2 * * ?")));
  }

  @Test
  void cronExpressionsThatNeverOrTooOftenFireAreRefused() {
    write(service, 0, Map.of("kind", "CRON", "cron", "0 0 0 1 1 ? 2020"))
        .statusCode(400)
        .body("errors.field", contains("cron"))
        .body("errors[0].message", equalTo("never fires again; choose a time to come"));
    write(service, 0, Map.of("kind", "CRON", "cron", "*/10 * * * * ?"))
        .statusCode(400)
        .body("errors[0].field", equalTo("cron"));
    write(service, 0, Map.of("kind", "CRON"))
        .statusCode(400)
        .body("errors[0].field", equalTo("cron"));
    write(service, 0, Map.of()).statusCode(400).body("errors[0].field", equalTo("kind"));
    write(service, 0, Map.of("kind", "ARRIVAL", "afterServiceId", UUID.randomUUID()))
        .statusCode(400)
        .body("errors[0].field", equalTo("afterServiceId"));
  }

  @Test
  void whoHasNotSeenTheLatestVersionDoesNotOverwriteIt() {
    write(service, 0, hourly()).statusCode(200);
    write(service, 0, hourly()).statusCode(412);
    write(service, 1, hourly()).statusCode(200).header("ETag", "\"2\"");
    due(service);
    dispatch();
    // A firing is no change of the schedule.
    write(service, 2, hourly()).statusCode(200);
  }

  @Test
  void aCircleOfArrivalsIsRefused() {
    UUID second = new Scene().service();
    UUID third = new Scene().service();
    write(service, 0, Map.of("kind", "ARRIVAL", "afterServiceId", service)).statusCode(400);
    write(second, 0, Map.of("kind", "ARRIVAL", "afterServiceId", service)).statusCode(200);
    write(third, 0, Map.of("kind", "ARRIVAL", "afterServiceId", second)).statusCode(200);
    write(service, 0, Map.of("kind", "ARRIVAL", "afterServiceId", third))
        .statusCode(400)
        .body("errors[0].field", equalTo("afterServiceId"));
  }

  @Test
  void onlyDesignersAndOperatorsWriteSchedules() {
    for (var user : List.of(monitor(), as("e", scene.provider, "catalog-editor"))) {
      user.header("If-Match", "\"0\"")
          .body(hourly())
          .put(API + "/services/" + service + "/schedule")
          .then()
          .statusCode(403);
      user.body(hourly()).post(API + "/schedule-preview").then().statusCode(403);
    }
    operator()
        .header("If-Match", "\"0\"")
        .body(hourly())
        .put(API + "/services/" + service + "/schedule")
        .then()
        .statusCode(200);
    designer()
        .body(hourly())
        .put(API + "/services/" + service + "/schedule")
        .then()
        .statusCode(428);
  }

  @Test
  void aDepartmentSeesTheSchedulesOfItsOwnServicesAlone() {
    for (String path : List.of("/schedule", "/firings")) {
      get(as("u", scene.requester, "requester"), "/services/" + service + path).statusCode(200);
      get(as("u", "zz", "requester"), "/services/" + service + path).statusCode(403);
      get(as("s", "xxzx", "sysadmin"), "/services/" + service + path).statusCode(403);
      get(monitor(), "/services/" + UUID.randomUUID() + path).statusCode(404);
    }
  }
}
