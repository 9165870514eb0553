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
import org.govshare.exchange.service.ServiceView;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.identity.Roles;
import org.govshare.platform.problem.Conflict;
import org.govshare.platform.problem.NotFound;
import org.govshare.protocol.control.Side;
import org.govshare.protocol.control.StopRun;

/** Ends runs before their time, and lets services be run no longer or again. */
@Singleton
public class RunStopper {

  private static final String BY_HAND = "stopped-by-operator";
  private static final String SUSPENDED = "suspended";

  private final RunRepository runs;
  private final RunChannelRepository parts;
  private final ServiceRegistry services;
  private final GrantService grants;
  private final RunEndings endings;
  private final Announcements announcements;
  private final Clock clock;

  RunStopper(
      RunRepository runs,
      RunChannelRepository parts,
      ServiceRegistry services,
      GrantService grants,
      RunEndings endings,
      Announcements announcements,
      Clock clock) {
    this.runs = runs;
    this.parts = parts;
    this.services = services;
    this.grants = grants;
    this.endings = endings;
    this.announcements = announcements;
    this.clock = clock;
  }

  @WithTransaction
  Uni<Void> stop(Caller caller, UUID runId) {
    caller.requireRole(Roles.EXCHANGE_OPERATOR);
    return runs.locked(runId)
        .chain(
            run -> {
              if (run == null) {
                throw new NotFound("run-not-found", runId);
              }
              if (!run.state().live()) {
                throw new Conflict("run-ended", runId);
              }
              return stopped(run, BY_HAND)
                  .chain(
                      told -> endings.tell(List.of(run)).chain(() -> announcements.append(told)));
            });
  }

  /** Stops a run in the caller's transaction, unless it has ended. */
  public Uni<Void> stopRunning(UUID runId) {
    return runs.locked(runId)
        .chain(
            run -> {
              if (run == null || !run.state().live()) {
                return Uni.createFrom().voidItem();
              }
              return stopped(run, BY_HAND)
                  .chain(
                      told -> endings.tell(List.of(run)).chain(() -> announcements.append(told)));
            });
  }

  @WithTransaction
  Uni<ServiceView> suspend(Caller caller, UUID serviceId) {
    caller.requireRole(Roles.EXCHANGE_OPERATOR, Roles.EXCHANGE_DESIGNER);
    return services
        .stop(serviceId, SUSPENDED)
        .chain(
            changed ->
                changed.isEmpty()
                    ? Uni.createFrom().voidItem()
                    : stopAll(List.of(changed.get()), SUSPENDED))
        .chain(() -> services.existing(serviceId));
  }

  @WithTransaction
  Uni<ServiceView> resume(Caller caller, UUID serviceId) {
    caller.requireRole(Roles.EXCHANGE_OPERATOR, Roles.EXCHANGE_DESIGNER);
    return services
        .locked(serviceId)
        .chain(service -> grants.active(service.grantId()))
        .chain(() -> services.resume(serviceId))
        .chain(
            changed ->
                changed.isEmpty()
                    ? Uni.createFrom().voidItem()
                    : announcements.append(changed.get().changed()))
        .chain(() -> services.existing(serviceId));
  }

  /**
   * Stops all services that rest on a grant, and their runs, in the caller's transaction.
   *
   * @param reason kebab-case code of how the grant ended
   */
  public Uni<Void> grantEnded(UUID grantId, String reason) {
    return services.stopAllOn(grantId, reason).chain(stopped -> stopAll(stopped, reason));
  }

  private Uni<Void> stopAll(List<ServiceView> changed, String reason) {
    List<Announcement> told = new ArrayList<>();
    Uni<Void> done = Uni.createFrom().voidItem();
    for (ServiceView service : changed) {
      told.add(service.changed());
      done =
          done.chain(() -> runs.live(service.id()))
              .chain(
                  live -> {
                    if (live == null) {
                      return Uni.createFrom().voidItem();
                    }
                    return stopped(live, reason)
                        .invoke(told::addAll)
                        .chain(() -> endings.tell(List.of(live)));
                  });
    }
    return done.chain(() -> announcements.append(told));
  }

  private Uni<List<Announcement>> stopped(Run run, String reason) {
    Instant now = clock.instant();
    run.end(RunPhase.STOPPED, now, reason, null);
    return parts
        .of(run.id())
        .map(
            all -> {
              List<Announcement> told = new ArrayList<>();
              told.add(run.changed(now));
              for (RunChannel part : all) {
                if (part.state().live()) {
                  part.end(RunPhase.STOPPED, now, reason, null);
                  StopRun command = new StopRun(run.id(), part.channelId(), reason);
                  told.add(Announcement.toNode(run.node(Side.SOURCE, part), command));
                  told.add(Announcement.toNode(run.node(Side.TARGET, part), command));
                }
              }
              return told;
            });
  }
}
