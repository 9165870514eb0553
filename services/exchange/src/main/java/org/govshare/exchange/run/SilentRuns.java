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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.govshare.exchange.ExchangeConfig;
import org.govshare.exchange.announcement.Announcement;
import org.govshare.exchange.announcement.Announcements;
import org.govshare.protocol.control.ReportRun;
import org.jboss.logging.Logger;

/**
 * Asks after runs of which nothing has been heard for a while. The broker may have lost everything
 * that it had: then the channel's addresses are gone, and what the nodes said of the run with them.
 * The addresses are made again and both nodes asked to repeat themselves; if nothing was lost, that
 * changes nothing. The longer a run is silent, the less often it is asked after.
 */
@Singleton
public class SilentRuns {

  private static final Logger LOG = Logger.getLogger(SilentRuns.class);
  private static final int LIMIT = 1000;
  private static final Duration LONGEST_PATIENCE = Duration.ofMinutes(5);

  private final RunRepository runs;
  private final RunChannelRepository parts;
  private final ChannelRepository channels;
  private final ChannelAddresses addresses;
  private final Replayer replayer;
  private final Announcements announcements;
  private final ExchangeConfig config;
  private final Clock clock;
  private final Map<UUID, Heard> heard = new ConcurrentHashMap<>();

  SilentRuns(
      RunRepository runs,
      RunChannelRepository parts,
      ChannelRepository channels,
      ChannelAddresses addresses,
      Replayer replayer,
      Announcements announcements,
      ExchangeConfig config,
      Clock clock) {
    this.runs = runs;
    this.parts = parts;
    this.channels = channels;
    this.addresses = addresses;
    this.replayer = replayer;
    this.announcements = announcements;
    this.config = config;
    this.clock = clock;
  }

  /**
   * A version of a run's part in a channel, when it was first seen, and how long it may stay the
   * same.
   */
  private record Heard(long version, Instant since, Duration patience) {}

  private record Live(UUID run, UUID channel, long version) {}

  private record Route(String source, String target, UUID channel, long lastSequence) {}

  @Scheduled(
      every = "${govshare.exchange.silent-runs.interval:5S}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> look() {
    return ask(clock.instant())
        .onFailure()
        .recoverWithUni(
            failure -> {
              LOG.warnf("Silent runs were not looked for: %s", failure.getMessage());
              return Uni.createFrom().voidItem();
            });
  }

  /** Asks after the runs that are silent at a moment. */
  public Uni<Void> ask(Instant now) {
    return Panache.withSession(() -> runs.live(LIMIT))
        .map(
            found ->
                found.stream().filter(run -> run.state() != RunPhase.PAUSED).map(Run::id).toList())
        .chain(ids -> Panache.withSession(() -> parts.of(ids)))
        .map(
            found ->
                found.values().stream()
                    .flatMap(List::stream)
                    .filter(part -> part.state().live())
                    .map(part -> new Live(part.runId(), part.channelId(), part.version()))
                    .toList())
        .invoke(this::forgetOthers)
        .onItem()
        .transformToMulti(found -> Multi.createFrom().iterable(found))
        .filter(run -> silent(run, now))
        .onItem()
        .transformToUniAndConcatenate(this::ask)
        .collect()
        .last()
        .replaceWithVoid();
  }

  private void forgetOthers(List<Live> found) {
    Set<UUID> live = new HashSet<>();
    found.forEach(run -> live.add(run.channel()));
    heard.keySet().retainAll(live);
  }

  private boolean silent(Live run, Instant now) {
    Heard before = heard.get(run.channel());
    if (before == null || before.version() != run.version()) {
      heard.put(run.channel(), new Heard(run.version(), now, config.silentRuns().patience()));
      return false;
    }
    if (now.isBefore(before.since().plus(before.patience()))) {
      return false;
    }
    Duration longer = before.patience().multipliedBy(2);
    heard.put(
        run.channel(),
        new Heard(
            run.version(),
            now,
            longer.compareTo(LONGEST_PATIENCE) > 0 ? LONGEST_PATIENCE : longer));
    return true;
  }

  private Uni<Void> ask(Live run) {
    return Panache.withSession(() -> channels.findById(run.channel()))
        .map(
            channel ->
                new Route(
                    channel.sourceNode(),
                    channel.targetNode(),
                    channel.id(),
                    channel.lastSequence()))
        .chain(
            route ->
                addresses
                    .make(route.source(), route.target(), route.channel())
                    .chain(() -> Panache.withTransaction(() -> tell(run, route))))
        .onFailure()
        .recoverWithUni(
            failure -> {
              LOG.warnf("Run %s was not asked after: %s", run.run(), failure.getMessage());
              return Uni.createFrom().voidItem();
            });
  }

  private Uni<Void> tell(Live run, Route route) {
    ReportRun command = new ReportRun(run.run(), route.channel(), route.lastSequence());
    LOG.infof("Nothing is heard of run %s, its nodes are asked", run.run());
    return replayer
        .again(run.run(), run.channel())
        .map(
            again -> {
              List<Announcement> told = new ArrayList<>(again);
              told.add(Announcement.toNode(route.source(), command));
              told.add(Announcement.toNode(route.target(), command));
              return told;
            })
        .chain(announcements::append);
  }
}
