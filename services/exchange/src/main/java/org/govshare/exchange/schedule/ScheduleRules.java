package org.govshare.exchange.schedule;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.govshare.platform.problem.FieldError;
import org.govshare.platform.problem.InputChecks;
import org.govshare.platform.problem.InvalidInput;
import org.quartz.CronExpression;

/** The rules that a schedule must keep. Finds all faults at once. */
@Singleton
class ScheduleRules {

  private static final int MINUTES_LIMIT = 525_600;
  private static final int WINDOW_LIMIT = 10;
  private static final int ATTEMPT_LIMIT = 20;
  private static final int DELAY_LIMIT = 86_400;
  private static final int LONGEST_DELAY_LIMIT = 604_800;
  private static final int FACTOR_LIMIT = 10;
  private static final int PRIORITY_LIMIT = 9;
  private static final int PERCENT = 100;
  private static final long SLOWEST = 1024;
  private static final Duration SHORTEST = Duration.ofMinutes(1);
  private static final int FIRINGS_LOOKED_AT = 20;

  private final FiringTimes times;

  ScheduleRules(FiringTimes times) {
    this.times = times;
  }

  /**
   * Checks what can be checked without looking at other services.
   *
   * @throws InvalidInput with every fault (400)
   */
  void check(ScheduleDraft draft, Instant now) {
    InputChecks checks = new InputChecks();
    checks.required("kind", draft.kind());
    belongs(checks, draft, "cron", draft.cron(), TriggerKind.CRON);
    belongs(checks, draft, "everyMinutes", draft.everyMinutes(), TriggerKind.INTERVAL);
    belongs(checks, draft, "afterServiceId", draft.afterServiceId(), TriggerKind.ARRIVAL);
    if (draft.kind() == TriggerKind.CRON && draft.cron() != null && !draft.cron().isBlank()) {
      cron(checks, draft.cron(), now);
    }
    range(checks, "everyMinutes", draft.everyMinutes(), 1, MINUTES_LIMIT);
    range(checks, "backlogMinutes", draft.backlogMinutes(), 1, MINUTES_LIMIT);
    range(checks, "priority", draft.priority(), 1, PRIORITY_LIMIT);
    windows(checks, draft.windows());
    retry(checks, draft.retry());
    Double percent = draft.badRowPercent();
    checks.that(
        percent == null || percent >= 0 && percent <= PERCENT,
        "badRowPercent",
        "out-of-range",
        0,
        PERCENT);
    checks.that(
        draft.bytesPerSecond() == null || draft.bytesPerSecond() >= SLOWEST,
        "bytesPerSecond",
        "too-slow",
        SLOWEST);
    checks.done();
  }

  private static void belongs(
      InputChecks checks, ScheduleDraft draft, String field, Object value, TriggerKind kind) {
    if (draft.kind() == kind) {
      checks.required(field, value);
    } else {
      checks.that(value == null, field, "only-for-kind", kind);
    }
  }

  private void cron(InputChecks checks, String text, Instant now) {
    CronExpression cron = times.cron(text).orElse(null);
    if (cron == null) {
      checks.add(FieldError.of("cron", "not-a-cron"));
      return;
    }
    Date last = cron.getNextValidTimeAfter(Date.from(now));
    checks.that(last != null, "cron", "never-fires");
    for (int i = 0; last != null && i < FIRINGS_LOOKED_AT; i++) {
      Date next = cron.getNextValidTimeAfter(last);
      if (next != null
          && Duration.between(last.toInstant(), next.toInstant()).compareTo(SHORTEST) < 0) {
        checks.add(FieldError.of("cron", "too-often", SHORTEST.toSeconds()));
        return;
      }
      last = next;
    }
  }

  private static void windows(InputChecks checks, List<TimeWindow> windows) {
    if (windows.size() > WINDOW_LIMIT) {
      checks.add(FieldError.of("windows", "too-many", WINDOW_LIMIT));
      return;
    }
    for (int i = 0; i < windows.size(); i++) {
      String field = "windows[" + i + "]";
      TimeWindow window = windows.get(i);
      if (window == null) {
        checks.add(FieldError.of(field, "required"));
        continue;
      }
      checks
          .required(field + ".days", window.days())
          .required(field + ".from", window.from())
          .required(field + ".to", window.to());
    }
  }

  private static void retry(InputChecks checks, RetryPolicy retry) {
    range(checks, "retry.attempts", retry.attempts(), 0, ATTEMPT_LIMIT);
    if (retry.attempts() == 0) {
      return;
    }
    range(checks, "retry.firstDelaySeconds", retry.firstDelaySeconds(), 1, DELAY_LIMIT);
    range(checks, "retry.factor", retry.factor(), 1, FACTOR_LIMIT);
    range(
        checks,
        "retry.longestDelaySeconds",
        retry.longestDelaySeconds(),
        Math.max(1, retry.firstDelaySeconds()),
        LONGEST_DELAY_LIMIT);
    checks.that(!retry.kinds().isEmpty(), "retry.kinds", "required");
    checks.that(
        !retry.kinds().contains(FailureKind.HISTORY), "retry.kinds", "not-mended-by-retrying");
  }

  private static void range(
      InputChecks checks, String field, Integer value, int least, int greatest) {
    checks.that(
        value == null || value >= least && value <= greatest,
        field,
        "out-of-range",
        least,
        greatest);
  }
}
