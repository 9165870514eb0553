package org.govshare.exchange.run;

import io.quarkus.hibernate.reactive.panache.Panache;
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
import org.govshare.exchange.service.Design;
import org.govshare.exchange.service.Mode;
import org.govshare.exchange.service.ServiceRegistry;
import org.govshare.exchange.service.ServiceView;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.identity.Roles;
import org.govshare.platform.problem.Code;
import org.govshare.platform.problem.Conflict;
import org.govshare.platform.problem.InvalidInput;
import org.govshare.platform.problem.Problem;
import org.jboss.logging.Logger;

/**
 * Starts runs. The channels are kept first, then their addresses are made at the broker, then the
 * run and the commands are kept together: nothing waits for the broker inside a transaction, and a
 * node that gets its command finds the addresses.
 */
@Singleton
public class RunStarter {

  private static final Logger LOG = Logger.getLogger(RunStarter.class);

  private final RunRepository runs;
  private final RunChannelRepository parts;
  private final ChannelRoutes routes;
  private final ChannelAddresses addresses;
  private final ServiceRegistry services;
  private final GrantService grants;
  private final RunCommands commands;
  private final RunWindows windows;
  private final Announcements announcements;
  private final Clock clock;

  RunStarter(
      RunRepository runs,
      RunChannelRepository parts,
      ChannelRoutes routes,
      ChannelAddresses addresses,
      ServiceRegistry services,
      GrantService grants,
      RunCommands commands,
      RunWindows windows,
      Announcements announcements,
      Clock clock) {
    this.runs = runs;
    this.parts = parts;
    this.routes = routes;
    this.addresses = addresses;
    this.services = services;
    this.grants = grants;
    this.commands = commands;
    this.windows = windows;
    this.announcements = announcements;
    this.clock = clock;
  }

  private record Prepared(ServiceView service, List<PreparedChannel> channels) {}

  Uni<UUID> start(Caller caller, UUID serviceId, boolean anew) {
    caller.requireRole(Roles.EXCHANGE_OPERATOR);
    return windows
        .requireOpen(serviceId)
        .chain(() -> start(serviceId, RunOrigin.byHand(caller.name(), anew)));
  }

  /**
   * Starts a run.
   *
   * @throws Conflict if the service is stopped, its grant has ended, or a run is under way (409)
   */
  public Uni<UUID> start(UUID serviceId, RunOrigin origin) {
    return Panache.withTransaction(() -> prepare(serviceId))
        .chain(
            prepared ->
                make(prepared).chain(() -> Panache.withTransaction(() -> keep(origin, prepared))));
  }

  private Uni<Prepared> prepare(UUID serviceId) {
    return runnable(serviceId)
        .chain(service -> routes.of(service).map(channels -> new Prepared(service, channels)));
  }

  private Uni<ServiceView> runnable(UUID serviceId) {
    return services
        .locked(serviceId)
        .invoke(
            service -> {
              if (!service.deployed()) {
                throw new Conflict(
                    "service-stopped",
                    service.code(),
                    new Code("stopReason", service.stopReason()));
              }
            })
        .call(service -> grants.active(service.grantId()))
        .call(
            service ->
                runs.live(serviceId)
                    .invoke(
                        live -> {
                          if (live != null) {
                            throw new Conflict("run-under-way", live.id());
                          }
                        }));
  }

  private Uni<Void> make(Prepared prepared) {
    return addresses
        .make(prepared.service().source().node(), prepared.channels())
        .onFailure()
        .transform(
            failure -> {
              LOG.warnf("Addresses of service %s not made: %s", prepared.service().code(), failure);
              return new Problem(503, "broker-unavailable");
            });
  }

  private Uni<UUID> keep(RunOrigin origin, Prepared prepared) {
    UUID id = UUID.randomUUID();
    return runnable(prepared.service().id())
        .invoke(
            service -> {
              if (service.version() != prepared.service().version()) {
                throw new Conflict("service-changed", service.code());
              }
              if (origin.anew() && service.mode() == Mode.FULL) {
                throw new InvalidInput("anew", "not-for-full");
              }
            })
        .chain(
            service ->
                grants
                    .find(service.grantId())
                    .map(grant -> service.design().within(grant.rowConditions()))
                    .chain(design -> keep(id, service, design, origin, prepared.channels())))
        .replaceWith(id);
  }

  private Uni<Void> keep(
      UUID id,
      ServiceView service,
      Design design,
      RunOrigin origin,
      List<PreparedChannel> channels) {
    Instant now = clock.instant();
    Run run = new Run(id, service, design, channels.getFirst().id(), origin, now);
    List<RunChannel> made = channels.stream().map(it -> new RunChannel(id, it, now)).toList();
    return runs.persistAndFlush(run)
        .chain(() -> parts.persist(made))
        .chain(() -> origin.kept().apply(id))
        .chain(() -> commands.start(run, made, service.code(), service.domain()))
        .map(
            starts -> {
              List<Announcement> told = new ArrayList<>();
              told.add(run.changed(now));
              starts.forEach(it -> told.addAll(List.of(it.toSource(), it.toTarget())));
              return told;
            })
        .chain(announcements::append);
  }
}
