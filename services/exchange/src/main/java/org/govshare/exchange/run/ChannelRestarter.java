package org.govshare.exchange.run;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.govshare.exchange.announcement.Announcement;
import org.govshare.exchange.announcement.Announcements;
import org.govshare.exchange.grant.GrantService;
import org.govshare.exchange.service.ServiceRegistry;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.identity.Roles;
import org.govshare.platform.problem.Conflict;
import org.govshare.platform.problem.NotFound;

/** Starts a channel that has failed or was stopped again, alone, while its run is under way. */
@Singleton
class ChannelRestarter {

  private final RunRepository runs;
  private final RunChannelRepository parts;
  private final ChannelEventRepository events;
  private final RunCommands commands;
  private final ServiceRegistry services;
  private final GrantService grants;
  private final Announcements announcements;
  private final Clock clock;

  ChannelRestarter(
      RunRepository runs,
      RunChannelRepository parts,
      ChannelEventRepository events,
      RunCommands commands,
      ServiceRegistry services,
      GrantService grants,
      Announcements announcements,
      Clock clock) {
    this.runs = runs;
    this.parts = parts;
    this.events = events;
    this.commands = commands;
    this.services = services;
    this.grants = grants;
    this.announcements = announcements;
    this.clock = clock;
  }

  @WithTransaction
  Uni<Void> restart(Caller caller, UUID runId, UUID channel) {
    caller.requireRole(Roles.EXCHANGE_OPERATOR);
    return runs.locked(runId)
        .onItem()
        .ifNull()
        .failWith(() -> new NotFound("run-not-found", runId))
        .chain(run -> parts.of(runId).chain(all -> restart(caller, run, part(all, channel), all)));
  }

  private static RunChannel part(List<RunChannel> all, UUID channel) {
    return all.stream()
        .filter(it -> it.channelId().equals(channel))
        .findFirst()
        .orElseThrow(() -> new NotFound("channel-not-found", channel));
  }

  private Uni<Void> restart(Caller caller, Run run, RunChannel part, List<RunChannel> all) {
    if (run.state() == RunPhase.PAUSED) {
      throw new Conflict("run-not-running", run.id());
    }
    if (!run.state().live()) {
      throw new Conflict("run-ended", run.id());
    }
    if (part.state().live() || part.state() == RunPhase.COMPLETED) {
      throw new Conflict("channel-not-ended", part.channelId(), part.state());
    }
    return services
        .existing(run.serviceId())
        .call(service -> grants.active(service.grantId()))
        .call(
            () -> {
              Instant now = clock.instant();
              part.restart(now);
              return events.persist(
                  new ChannelEvent(part, ChannelEvent.Kind.RESTARTED, null, caller.name(), now));
            })
        .chain(service -> commands.start(run, part, all, service.code(), service.domain()))
        .chain(
            starts -> {
              List<Announcement> told = new ArrayList<>();
              told.add(starts.toSource());
              told.add(starts.toTarget());
              return announcements.append(told);
            });
  }
}
