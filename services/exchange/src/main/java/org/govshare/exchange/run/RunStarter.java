package org.govshare.exchange.run;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.govshare.exchange.announcement.Announcement;
import org.govshare.exchange.announcement.Announcements;
import org.govshare.exchange.grant.GrantService;
import org.govshare.exchange.grant.GrantView;
import org.govshare.exchange.node.NodeRegistry;
import org.govshare.exchange.node.RegisteredNode;
import org.govshare.exchange.schedule.OpenHours;
import org.govshare.exchange.schedule.ServiceSchedules;
import org.govshare.exchange.service.Design;
import org.govshare.exchange.service.ServiceDraft;
import org.govshare.exchange.service.ServiceRegistry;
import org.govshare.exchange.service.ServiceView;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.identity.Roles;
import org.govshare.platform.problem.Conflict;
import org.govshare.platform.problem.Problem;
import org.govshare.protocol.control.MappedColumn;
import org.govshare.protocol.control.RunLimits;
import org.govshare.protocol.control.Side;
import org.govshare.protocol.control.StartRun;
import org.jboss.logging.Logger;

/**
 * Starts runs. The channel is kept first, then its addresses are made at the broker, then the run
 * and the commands are kept together: nothing waits for the broker inside a transaction, and a node
 * that gets its command finds the addresses.
 */
@Singleton
public class RunStarter {

  private static final Logger LOG = Logger.getLogger(RunStarter.class);

  private final RunRepository runs;
  private final ChannelRepository channels;
  private final ChannelAddresses addresses;
  private final ServiceRegistry services;
  private final GrantService grants;
  private final NodeRegistry nodes;
  private final ServiceSchedules schedules;
  private final OpenHours hours;
  private final Announcements announcements;
  private final Clock clock;

  RunStarter(
      RunRepository runs,
      ChannelRepository channels,
      ChannelAddresses addresses,
      ServiceRegistry services,
      GrantService grants,
      NodeRegistry nodes,
      ServiceSchedules schedules,
      OpenHours hours,
      Announcements announcements,
      Clock clock) {
    this.runs = runs;
    this.channels = channels;
    this.addresses = addresses;
    this.services = services;
    this.grants = grants;
    this.nodes = nodes;
    this.schedules = schedules;
    this.hours = hours;
    this.announcements = announcements;
    this.clock = clock;
  }

  private record Prepared(ServiceView service, UUID channel) {}

  Uni<UUID> start(Caller caller, UUID serviceId) {
    caller.requireRole(Roles.EXCHANGE_OPERATOR);
    return requireOpen(serviceId).chain(() -> start(serviceId, RunOrigin.byHand(caller.name())));
  }

  private Uni<Void> requireOpen(UUID serviceId) {
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

  /**
   * Starts a run.
   *
   * @throws Conflict if the service is stopped, its grant has ended, or a run is under way (409)
   */
  public Uni<UUID> start(UUID serviceId, RunOrigin origin) {
    Context context = Vertx.currentContext();
    return Panache.withTransaction(() -> prepare(serviceId))
        .chain(
            prepared ->
                make(prepared)
                    // Sessions belong to the request's own context.
                    .emitOn(work -> context.runOnContext(ignored -> work.run()))
                    .chain(() -> Panache.withTransaction(() -> keep(origin, prepared))));
  }

  private Uni<Prepared> prepare(UUID serviceId) {
    return runnable(serviceId)
        .chain(
            service ->
                channels
                    .ofRoute(serviceId, Channel.route(service.design()))
                    .chain(
                        found ->
                            found != null
                                ? Uni.createFrom().item(found)
                                : channels.persist(
                                    new Channel(UUID.randomUUID(), service, clock.instant())))
                    .map(channel -> new Prepared(service, channel.id())));
  }

  private Uni<ServiceView> runnable(UUID serviceId) {
    return services
        .locked(serviceId)
        .invoke(
            service -> {
              if (!service.deployed()) {
                throw new Conflict("service-stopped", service.code(), service.stopReason());
              }
            })
        .call(service -> grants.find(service.grantId()).invoke(RunStarter::requireActive))
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

  private static void requireActive(GrantView grant) {
    if (grant == null || !grant.active()) {
      throw new Conflict("grant-ended");
    }
  }

  private Uni<Void> make(Prepared prepared) {
    ServiceView service = prepared.service();
    return addresses
        .make(service.source().node(), service.target().node(), prepared.channel())
        .onFailure()
        .transform(
            failure -> {
              LOG.warnf("Addresses of channel %s not made: %s", prepared.channel(), failure);
              return new Problem(503, "broker-unavailable");
            });
  }

  private Uni<UUID> keep(RunOrigin origin, Prepared prepared) {
    Instant now = clock.instant();
    UUID id = UUID.randomUUID();
    return runnable(prepared.service().id())
        .chain(
            service -> {
              if (service.version() != prepared.service().version()) {
                throw new Conflict("service-changed", service.code());
              }
              Run run = new Run(id, service, prepared.channel(), origin, now);
              return runs.persistAndFlush(run)
                  .chain(() -> origin.kept().apply(id))
                  .chain(() -> told(run, service, now))
                  .chain(announcements::append);
            })
        .replaceWith(id);
  }

  private Uni<List<Announcement>> told(Run run, ServiceView service, Instant now) {
    return Uni.combine()
        .all()
        .unis(
            nodes.find(service.source().node()),
            nodes.find(service.target().node()),
            schedules.of(service.id()))
        .usingConcurrencyOf(1)
        .asTuple()
        .map(
            it -> {
              RegisteredNode source = it.getItem1();
              RegisteredNode target = it.getItem2();
              RunLimits limits =
                  new RunLimits(it.getItem3().bytesPerSecond(), it.getItem3().badRowPercent());
              return List.of(
                  run.changed(now),
                  Announcement.toNode(
                      source.code(), command(run, service, Side.SOURCE, target, limits)),
                  Announcement.toNode(
                      target.code(), command(run, service, Side.TARGET, source, limits)));
            });
  }

  private static StartRun command(
      Run run, ServiceView service, Side side, RegisteredNode peer, RunLimits limits) {
    ServiceDraft.Source source = service.source();
    ServiceDraft.Target target = service.target();
    boolean reads = side == Side.SOURCE;
    return new StartRun(
        run.id(),
        run.channelId(),
        service.id(),
        service.code(),
        service.domain(),
        side,
        service.mode().transfer(),
        service.suite(),
        peer.code(),
        peer.signingKey(service.suite()),
        peer.agreementKey(service.suite()),
        reads ? source.dataSource() : target.dataSource(),
        reads ? source.schema() : target.schema(),
        reads ? source.table() : target.table(),
        service.mapping().stream().map(RunStarter::mapped).toList(),
        source.keyColumns(),
        target.keyColumns(),
        source.watermarkColumn(),
        reads ? service.filter() : List.of(),
        null,
        limits);
  }

  private static MappedColumn mapped(Design.Column column) {
    return new MappedColumn(
        column.sourceColumn(), column.targetColumn(), column.targetType(), column.steps());
  }
}
