package org.govshare.exchange.schedule;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.govshare.exchange.access.Scope;
import org.govshare.exchange.service.ServiceRegistry;
import org.govshare.exchange.service.ServiceSummary;
import org.govshare.exchange.service.ServiceView;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.identity.Roles;
import org.govshare.platform.problem.InvalidInput;
import org.govshare.platform.version.ExpectedVersion;

/** Writing schedules and looking at them. */
@Singleton
class ScheduleService {

  private static final int FORETOLD = 10;

  private final ScheduleRepository schedules;
  private final ServiceRegistry services;
  private final ScheduleRules rules;
  private final FiringTimes times;
  private final Clock clock;

  ScheduleService(
      ScheduleRepository schedules,
      ServiceRegistry services,
      ScheduleRules rules,
      FiringTimes times,
      Clock clock) {
    this.schedules = schedules;
    this.services = services;
    this.rules = rules;
    this.times = times;
    this.clock = clock;
  }

  @WithSession
  Uni<ScheduleView> get(Caller caller, UUID serviceId) {
    Scope scope = Scope.of(caller);
    return services
        .existing(serviceId)
        .invoke(it -> scope.require(it.sourceDepartment(), it.targetDepartment()))
        .chain(() -> schedules.findById(serviceId))
        .chain(found -> view(serviceId, found));
  }

  @WithTransaction
  Uni<ScheduleView> change(
      Caller caller, UUID serviceId, ScheduleDraft draft, ExpectedVersion expected) {
    caller.requireRole(Roles.EXCHANGE_DESIGNER, Roles.EXCHANGE_OPERATOR);
    Instant now = clock.instant();
    rules.check(draft, now);
    // The service's lock keeps two who write its first schedule apart.
    return services
        .locked(serviceId)
        .invoke(service -> parks(service, draft))
        .call(service -> follows(service, draft.afterServiceId()))
        .chain(() -> schedules.findById(serviceId))
        .chain(
            found -> {
              expected.check(found == null ? 0 : found.revision());
              ServiceSchedule schedule = found == null ? new ServiceSchedule(serviceId) : found;
              schedule.change(draft, times.next(draft, now, now).orElse(null), caller.name(), now);
              return schedules.persistAndFlush(schedule);
            })
        .chain(kept -> view(serviceId, kept));
  }

  /** When a schedule would fire, without keeping it. */
  List<NextFiring> preview(Caller caller, ScheduleDraft draft) {
    caller.requireRole(Roles.EXCHANGE_DESIGNER, Roles.EXCHANGE_OPERATOR);
    Instant now = clock.instant();
    rules.check(draft, now);
    return times.upcoming(draft, times.next(draft, now, now).orElse(null), FORETOLD);
  }

  private static void parks(ServiceView service, ScheduleDraft draft) {
    if (service.design().replacing()
        && draft.badRowPercent() != null
        && draft.badRowPercent() > 0) {
      throw new InvalidInput("badRowPercent", "not-while-replacing");
    }
  }

  private Uni<Void> follows(ServiceView service, UUID after) {
    if (after == null) {
      return Uni.createFrom().voidItem();
    }
    if (after.equals(service.id())) {
      throw new InvalidInput("afterServiceId", "follows-itself", service.code());
    }
    return services
        .summaries(Set.of(after))
        .invoke(
            found -> {
              if (found.isEmpty()) {
                throw new InvalidInput("afterServiceId", "unknown", after);
              }
            })
        .chain(found -> noCircle(service, found.get(after)));
  }

  private Uni<Void> noCircle(ServiceView service, ServiceSummary after) {
    return schedules
        .followedBy(after.id())
        .invoke(
            followed -> {
              if (followed.contains(service.id())) {
                throw new InvalidInput("afterServiceId", "follows-itself", after.code());
              }
            })
        .replaceWithVoid();
  }

  private Uni<ScheduleView> view(UUID serviceId, ServiceSchedule found) {
    if (found == null) {
      return Uni.createFrom()
          .item(new ScheduleView(serviceId, ScheduleDraft.BY_HAND, null, List.of(), null, null, 0));
    }
    Set<UUID> named = found.afterService() == null ? Set.of() : Set.of(found.afterService());
    return services.summaries(named).map(names -> view(found, names));
  }

  private ScheduleView view(ServiceSchedule found, Map<UUID, ServiceSummary> names) {
    ScheduleDraft settings = found.settings();
    // Maps without entries refuse to be asked for null.
    ServiceSummary after = found.afterService() == null ? null : names.get(found.afterService());
    return new ScheduleView(
        found.serviceId(),
        settings,
        after == null ? null : after.name(),
        times.upcoming(settings, found.nextAt(), FORETOLD),
        found.changedBy(),
        found.changedAt(),
        found.revision());
  }
}
