package org.govshare.exchange.run;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.govshare.exchange.ExchangeConfig;
import org.govshare.exchange.announcement.Announcement;
import org.govshare.exchange.announcement.Announcements;
import org.govshare.exchange.grant.GrantService;
import org.govshare.exchange.grant.GrantView;
import org.govshare.exchange.service.ServiceRegistry;
import org.govshare.exchange.service.ServiceView;
import org.govshare.protocol.control.RenewLease;
import org.govshare.protocol.control.StartRun;
import org.jboss.logging.Logger;

/**
 * Renews the leases of runs under way when a third of their time has passed, so that nodes get
 * through two renewals that fail. Runs whose grant has ended or whose service is stopped get none.
 * Several replicas may look: the run's row is held while its leases are renewed.
 */
@Singleton
public class LeaseKeeper {

  private static final Logger LOG = Logger.getLogger(LeaseKeeper.class);
  private static final int LIMIT = 200;
  private static final int PARTS = 3;

  private final RunRepository runs;
  private final RunChannelRepository parts;
  private final RunLeaseRepository leases;
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
      RunLeaseRepository leases,
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
        .chain(
            run ->
                leases
                    .findById(id)
                    .chain(
                        last -> {
                          boolean done = last != null && last.issuedAt().isAfter(before);
                          return done || !run.state().live()
                              ? Uni.createFrom().voidItem()
                              : renew(run, last);
                        }));
  }

  private Uni<Void> renew(Run run, RunLease last) {
    return services
        .existing(run.serviceId())
        .chain(
            service ->
                grants
                    .find(service.grantId())
                    .chain(
                        grant ->
                            service.deployed() && grant != null && grant.active()
                                ? renew(run, last, service, grant)
                                : Uni.createFrom().voidItem()));
  }

  private Uni<Void> renew(Run run, RunLease last, ServiceView service, GrantView grant) {
    Instant now = clock.instant();
    RunLease kept = last == null ? new RunLease(run.id()) : last;
    kept.renewed(now, signing.end(grant, now));
    return (last == null ? leases.persist(kept) : Uni.createFrom().item(kept))
        .chain(() -> parts.of(run.id()))
        .chain(all -> commands.start(run, all, service.code(), service.domain()))
        .chain(
            starts -> {
              List<Announcement> told = new ArrayList<>();
              for (RunCommands.Starts each : starts) {
                // The source of a replay has no command before its keys are here.
                Stream.of(each.toSource(), each.toTarget())
                    .filter(it -> it.body() instanceof StartRun)
                    .map(LeaseKeeper::renewal)
                    .forEach(told::add);
              }
              return announcements.append(told);
            });
  }

  private static Announcement renewal(Announcement start) {
    StartRun command = (StartRun) start.body();
    return new Announcement(
        start.consumer(), new RenewLease(command.runId(), command.channelId(), command.lease()));
  }
}
