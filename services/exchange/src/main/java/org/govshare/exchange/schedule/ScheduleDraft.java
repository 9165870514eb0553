package org.govshare.exchange.schedule;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.UUID;

/**
 * A schedule as it is written. What is absent has its default.
 *
 * @param kind what makes the service run
 * @param cron Quartz cron expression of six or seven fields, second first; only and always for
 *     {@code CRON}
 * @param everyMinutes 1 to 525,600; only and always for {@code INTERVAL}
 * @param afterServiceId the service whose runs it follows; only and always for {@code ARRIVAL}
 * @param windows hours in which it may run, at most 10; none means always
 * @param priority 1 to 9; of runs that wait, those with the greater one start first. Default 5
 * @param retry what becomes of a run that failed. Default: nothing
 * @param badRowPercent share of bad rows at which a run stops, 0 to 100
 * @param bytesPerSecond most that its source sends, from 1,024; absent: no limit
 * @param backlogMinutes 1 to 525,600; a channel on which nothing has moved for so long while its
 *     run is under way is given up with an alarm; absent: never
 * @param reconcileAfterRuns whether both ends are compared after each run. Default: no
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ScheduleDraft(
    TriggerKind kind,
    String cron,
    Integer everyMinutes,
    UUID afterServiceId,
    List<TimeWindow> windows,
    Integer priority,
    RetryPolicy retry,
    Double badRowPercent,
    Long bytesPerSecond,
    Integer backlogMinutes,
    Boolean reconcileAfterRuns) {

  private static final int USUAL_PRIORITY = 5;

  /** A service that nobody has given a schedule. */
  static final ScheduleDraft BY_HAND =
      new ScheduleDraft(
          TriggerKind.HAND, null, null, null, null, null, null, null, null, null, null);

  /** Puts defaults in the place of what is absent. */
  public ScheduleDraft {
    priority = priority == null ? USUAL_PRIORITY : priority;
    retry = retry == null ? RetryPolicy.NONE : retry;
    windows = windows == null ? List.of() : windows;
  }
}
