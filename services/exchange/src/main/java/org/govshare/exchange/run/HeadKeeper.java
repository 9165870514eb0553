package org.govshare.exchange.run;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.govshare.exchange.ExchangeConfig;
import org.govshare.exchange.announcement.Announcement;
import org.govshare.exchange.announcement.Announcements;
import org.govshare.exchange.centre.CentreKey;
import org.govshare.protocol.control.ReceiptHead;
import org.govshare.protocol.receipt.CountersignedHead;
import org.jboss.logging.Logger;

/**
 * Countersigns the heads of receipt chains that have moved, now and then and when their run has
 * ended, and hands each to both departments' nodes: from then on nobody, the exchange itself
 * included, can rewrite the chain up to there unseen.
 */
@Singleton
public class HeadKeeper {

  private static final Logger LOG = Logger.getLogger(HeadKeeper.class);
  private static final int LIMIT = 200;

  private final ChannelRepository channels;
  private final ChannelHeadRepository heads;
  private final CentreKey key;
  private final Announcements announcements;
  private final ExchangeConfig config;
  private final Clock clock;

  HeadKeeper(
      ChannelRepository channels,
      ChannelHeadRepository heads,
      CentreKey key,
      Announcements announcements,
      ExchangeConfig config,
      Clock clock) {
    this.channels = channels;
    this.heads = heads;
    this.key = key;
    this.announcements = announcements;
    this.config = config;
    this.clock = clock;
  }

  @Scheduled(
      every = "${govshare.exchange.heads.interval:10S}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> look() {
    return sign(clock.instant())
        .onFailure()
        .recoverWithUni(
            failure -> {
              LOG.warnf("Heads were not countersigned: %s", failure.getMessage());
              return Uni.createFrom().voidItem();
            });
  }

  /** Countersigns what is due at a moment. */
  public Uni<Void> sign(Instant now) {
    if (key.signing().isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return Panache.withSession(() -> heads.due(now.minus(config.heads().age()), LIMIT))
        .onItem()
        .transformToMulti(due -> Multi.createFrom().iterable(due))
        .onItem()
        .transformToUniAndConcatenate(
            channel ->
                Panache.withTransaction(() -> sign(channel, clock.instant()))
                    .onFailure()
                    .recoverWithUni(
                        failure -> {
                          LOG.warnf("Head of channel %s: %s", channel, failure.getMessage());
                          return Uni.createFrom().voidItem();
                        }))
        .collect()
        .last()
        .replaceWithVoid();
  }

  private Uni<Void> sign(UUID id, Instant now) {
    return channels
        .locked(id)
        .chain(
            channel ->
                heads
                    .findById(new ChannelHead.Place(id, channel.lastSequence()))
                    .chain(
                        known -> known != null ? Uni.createFrom().voidItem() : sign(channel, now)));
  }

  private Uni<Void> sign(Channel channel, Instant now) {
    CountersignedHead head =
        CountersignedHead.sign(
            key.signing().orElseThrow(),
            channel.id(),
            channel.lastSequence(),
            channel.headDigest(),
            now);
    ReceiptHead command = new ReceiptHead(head.line());
    return heads
        .persist(new ChannelHead(head))
        .chain(
            () ->
                announcements.append(
                    List.of(
                        Announcement.toNode(channel.sourceNode(), command),
                        Announcement.toNode(channel.targetNode(), command))));
  }
}
