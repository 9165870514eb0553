package org.govshare.exchange.run;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.govshare.exchange.schedule.OpenHours;
import org.govshare.exchange.schedule.ServiceSchedules;
import org.govshare.platform.problem.Conflict;

/** Whether a service may run now by its time windows. */
@Singleton
class RunWindows {

  private final ServiceSchedules schedules;
  private final OpenHours hours;
  private final Clock clock;

  RunWindows(ServiceSchedules schedules, OpenHours hours, Clock clock) {
    this.schedules = schedules;
    this.hours = hours;
    this.clock = clock;
  }

  Uni<Boolean> open(UUID serviceId) {
    return schedules.of(serviceId).map(settings -> hours.open(settings.windows(), clock.instant()));
  }

  /** Refuses what the windows do not allow (409). */
  Uni<Void> requireOpen(UUID serviceId) {
    Instant now = clock.instant();
    return schedules
        .of(serviceId)
        .invoke(
            settings -> {
              if (!hours.open(settings.windows(), now)) {
                throw new Conflict(
                    "outside-windows",
                    hours.nextOpening(settings.windows(), now).map(Instant::toString).orElse("-"));
              }
            })
        .replaceWithVoid();
  }
}
