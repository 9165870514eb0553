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
import org.govshare.protocol.control.RunWithheld;
import org.govshare.protocol.control.Side;
import org.govshare.protocol.control.StopRun;

/**
 * Holds runs up and lets them go on. Only the source is told: the target commits what is on its way
 * and stands by, and when the source opens the channel again it says from where to go on.
 */
@Singleton
class RunPauser {

  /** Reason of the command to the source, by which its answer is told from that of a stop. */
  static final String COMMAND = "paused";

  static final String OUTSIDE_WINDOWS = "outside-windows";

  /** A table is not as the service was designed for. */
  static final String DRIFTED = "schema-drift";

  private static final String BY_HAND = "paused-by-operator";

  private final RunRepository runs;
  private final RunDriftRepository drifts;
  private final RunWithholdingRepository withholdings;
  private final RunChannelRepository parts;
  private final RunCommands commands;
  private final RunWindows windows;
  private final ServiceRegistry services;
  private final GrantService grants;
  private final Announcements announcements;
  private final Clock clock;

  RunPauser(
      RunRepository runs,
      RunDriftRepository drifts,
      RunWithholdingRepository withholdings,
      RunChannelRepository parts,
      RunCommands commands,
      RunWindows windows,
      ServiceRegistry services,
      GrantService grants,
      Announcements announcements,
      Clock clock) {
    this.runs = runs;
    this.drifts = drifts;
    this.withholdings = withholdings;
    this.parts = parts;
    this.commands = commands;
    this.windows = windows;
    this.services = services;
    this.grants = grants;
    this.announcements = announcements;
    this.clock = clock;
  }

  @WithTransaction
  Uni<Void> pause(Caller caller, UUID runId) {
    caller.requireRole(Roles.EXCHANGE_OPERATOR);
    return existing(runId)
        .chain(
            run -> {
              if (run.state() == RunPhase.PAUSED || !run.state().live()) {
                throw new Conflict("run-not-running", runId);
              }
              return hold(run, BY_HAND);
            });
  }

  @WithTransaction
  Uni<Void> resume(Caller caller, UUID runId) {
    caller.requireRole(Roles.EXCHANGE_OPERATOR);
    return existing(runId)
        .invoke(
            run -> {
              if (run.state() != RunPhase.PAUSED) {
                throw new Conflict("run-not-paused", runId);
              }
            })
        .call(run -> windows.requireOpen(run.serviceId()))
        // A node that still withholds it says so again.
        .call(run -> withholdings.forget(run.id()))
        .chain(this::release);
  }

  /** Holds up a run whose windows have closed, or lets it go on when they have opened. */
  @WithTransaction
  Uni<Void> keepWindows(UUID runId) {
    return existing(runId).chain(run -> windows.open(run.serviceId()).chain(it -> keep(run, it)));
  }

  private Uni<Void> keep(Run run, boolean open) {
    boolean paused = run.state() == RunPhase.PAUSED;
    if (!open && !paused && run.state().live()) {
      return hold(run, OUTSIDE_WINDOWS);
    }
    if (open && paused && OUTSIDE_WINDOWS.equals(run.reason())) {
      return release(run);
    }
    return Uni.createFrom().voidItem();
  }

  /** Holds up a run whose table differs, in the caller's transaction. */
  Uni<Void> drifted(Run run) {
    if (run.state() == RunPhase.PAUSED) {
      run.pause(DRIFTED);
      return Uni.createFrom().voidItem();
    }
    return hold(run, DRIFTED);
  }

  /** Holds up a run that its provider withholds, in the caller's transaction. */
  Uni<Void> withheld(Run run, String reason) {
    if (run.state() != RunPhase.PAUSED) {
      return hold(run, reason);
    }
    if (RunWithheld.REASONS.contains(run.reason())) {
      run.pause(reason);
    }
    return Uni.createFrom().voidItem();
  }

  /** Lets a run go on that its provider withheld, in the caller's transaction. */
  Uni<Void> released(Run run) {
    if (run.state() != RunPhase.PAUSED || !RunWithheld.REASONS.contains(run.reason())) {
      return Uni.createFrom().voidItem();
    }
    return windows
        .open(run.serviceId())
        .chain(
            open -> {
              if (!open) {
                run.pause(OUTSIDE_WINDOWS);
                return Uni.createFrom().voidItem();
              }
              // A run whose grant has ended is being stopped.
              return release(run).onFailure(Conflict.class).recoverWithNull();
            });
  }

  private Uni<Run> existing(UUID runId) {
    return runs.locked(runId)
        .onItem()
        .ifNull()
        .failWith(() -> new NotFound("run-not-found", runId));
  }

  private Uni<Void> hold(Run run, String reason) {
    Instant now = clock.instant();
    run.pause(reason);
    return parts
        .of(run.id())
        .map(
            all -> {
              List<Announcement> told = new ArrayList<>();
              told.add(run.changed(now));
              all.stream()
                  .filter(part -> part.state().live())
                  .forEach(
                      part ->
                          told.add(
                              Announcement.toNode(
                                  run.node(Side.SOURCE, part),
                                  new StopRun(run.id(), part.channelId(), COMMAND))));
              return told;
            })
        .chain(announcements::append);
  }

  private Uni<Void> release(Run run) {
    boolean drifted = DRIFTED.equals(run.reason());
    return services
        .existing(run.serviceId())
        .call(service -> grants.active(service.grantId()))
        .invoke(
            service -> {
              if (drifted && !run.follows(service.design())) {
                throw new Conflict("design-changed", service.code());
              }
            })
        .call(() -> drifts.forget(run.id()))
        .chain(
            service ->
                parts
                    .of(run.id())
                    .invoke(all -> all.forEach(part -> part.resumed(clock.instant())))
                    .chain(all -> commands.start(run, all, service.code(), service.domain())))
        .chain(
            starts -> {
              run.resume();
              List<Announcement> told = new ArrayList<>();
              told.add(run.changed(clock.instant()));
              for (RunCommands.Starts each : starts) {
                told.add(each.toSource());
                // A target that stands by looks at its table again.
                if (drifted) {
                  told.add(each.toTarget());
                }
              }
              return announcements.append(told);
            });
  }
}
