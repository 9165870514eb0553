package org.govshare.exchange.run;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.govshare.exchange.ExchangeConfig;
import org.govshare.exchange.announcement.Announcement;
import org.govshare.exchange.announcement.Announcements;
import org.govshare.exchange.grant.GrantService;
import org.govshare.exchange.service.ServiceRegistry;
import org.govshare.exchange.service.ServiceView;
import org.govshare.protocol.control.RenewLease;
import org.govshare.protocol.control.StartRun;
import org.jboss.logging.Logger;

/**
 * Renews the leases of runs under way when a third of their time has passed, so that nodes get
 * through two renewals that fail. Runs whose grant has ended or whose service is stopped get none,
 * nor does a node that has not acknowledged the last one. Several replicas may look: the run's row
 * is held while its leases are renewed.
 */
@Singleton
public class LeaseKeeper {

  private static final Logger LOG = Logger.getLogger(LeaseKeeper.class);
  private static final int LIMIT = 200;
  private static final int PARTS = 3;

  private final RunRepository runs;
  private final RunChannelRepository parts;
  private final NodeLeases leases;
  private final Leases signing;
  private final RunCommands commands;
  private final ServiceRegistry services;
  private final GrantService grants;
  private final Announcements announcements;
  private final ExchangeConfig config;
  private final Clock clock;

  LeaseKeeper(
      RunRepository runs,
      RunChannelRepository parts,
      NodeLeases leases,
      Leases signing,
      RunCommands commands,
      ServiceRegistry services,
      GrantService grants,
      Announcements announcements,
      ExchangeConfig config,
      Clock clock) {
    this.runs = runs;
    this.parts = parts;
    this.leases = leases;
    this.signing = signing;
    this.commands = commands;
    this.services = services;
    this.grants = grants;
    this.announcements = announcements;
    this.config = config;
    this.clock = clock;
  }

  @Scheduled(
      every = "${govshare.exchange.lease.interval:10S}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> look() {
    return renew(clock.instant())
        .onFailure()
        .recoverWithUni(
            failure -> {
              LOG.warnf("Leases were not renewed: %s", failure.getMessage());
              return Uni.createFrom().voidItem();
            });
  }

  /** Renews what is due at a moment. */
  public Uni<Void> renew(Instant now) {
    if (!signing.signed()) {
      return Uni.createFrom().voidItem();
    }
    Duration age = config.lease().duration().dividedBy(PARTS);
    return Panache.withSession(() -> leases.due(now.minus(age), LIMIT))
        .onItem()
        .transformToMulti(due -> Multi.createFrom().iterable(due))
        .onItem()
        .transformToUniAndConcatenate(
            run ->
                Panache.withTransaction(() -> renew(run, now.minus(age)))
                    .onFailure()
                    .recoverWithUni(
                        failure -> {
                          LOG.warnf("Leases of run %s: %s", run, failure.getMessage());
                          return Uni.createFrom().voidItem();
                        }))
        .collect()
        .last()
        .replaceWithVoid();
  }

  private Uni<Void> renew(UUID id, Instant before) {
    return runs.locked(id)
        .chain(run -> run.state().live() ? renew(run, before) : Uni.createFrom().voidItem());
  }

  private Uni<Void> renew(Run run, Instant before) {
    return services
        .existing(run.serviceId())
        .chain(
            service ->
                grants
                    .find(service.grantId())
                    .chain(
                        grant ->
                            service.deployed() && grant != null && grant.active()
                                ? renew(run, before, service)
                                : Uni.createFrom().voidItem()));
  }

  private Uni<Void> renew(Run run, Instant before, ServiceView service) {
    return parts
        .of(run.id())
        .chain(all -> commands.start(run, all, service.code(), service.domain()))
        .chain(
            starts ->
                leases
                    .left(run.id(), before)
                    .chain(
                        left -> {
                          List<Announcement> told = renewals(starts, left);
                          List<String> nodes =
                              told.stream().map(Announcement::nodeCode).distinct().toList();
                          return leases
                              .renewed(run.id(), nodes, clock.instant())
                              .chain(() -> announcements.append(told));
                        }));
  }

  private static List<Announcement> renewals(List<RunCommands.Starts> starts, Set<String> left) {
    // The source of a replay has no command before its keys are here.
    return starts.stream()
        .flatMap(each -> Stream.of(each.toSource(), each.toTarget()))
        .filter(it -> it.body() instanceof StartRun && !left.contains(it.nodeCode()))
        .map(LeaseKeeper::renewal)
        .toList();
  }

  private static Announcement renewal(Announcement start) {
    StartRun command = (StartRun) start.body();
    return new Announcement(
        start.consumer(), new RenewLease(command.runId(), command.channelId(), command.lease()));
  }
}
