package org.govshare.exchange.run;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;

/** Reads and keeps countersigned heads. */
@Singleton
class ChannelHeadRepository implements PanacheRepositoryBase<ChannelHead, ChannelHead.Place> {

  /** Heads of some channels, the latest of each first. */
  Uni<Page<ChannelHeadView>> page(Collection<UUID> channels, PageRequest request) {
    return find("place.channelId in ?1 order by place.channelId, place.sequence desc", channels)
        .range(request.offset(), request.offset() + request.size() - 1)
        .list()
        .chain(
            found ->
                count("place.channelId in ?1", channels)
                    .map(total -> Page.of(found, total, request).map(ChannelHead::view)));
  }

  /** The last heads of some channels, at most so many. */
  Uni<List<ChannelHead>> last(Collection<UUID> channels, int limit) {
    return find("place.channelId in ?1 order by place.sequence desc", channels)
        .range(0, limit - 1)
        .list();
  }

  /**
   * Channels with receipts after their last head, if that head was signed before a time or nothing
   * moves there any more.
   */
  Uni<List<UUID>> due(Instant before, int limit) {
    return getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(
                        """
                        select channel.id from channel
                        left join lateral (
                            select sequence, signed_at from channel_head
                            where channel_id = channel.id order by sequence desc limit 1
                        ) head on true
                        where channel.last_sequence > coalesce(head.sequence, 0)
                          and (coalesce(head.signed_at, channel.created_at) <= ?1
                            or not exists (
                                select from run_channel part where part.channel_id = channel.id
                                and part.state in ('REQUESTED', 'RUNNING')))
                        limit ?2
                        """,
                        UUID.class)
                    .setParameter(1, OffsetDateTime.ofInstant(before, ZoneOffset.UTC))
                    .setParameter(2, limit)
                    .getResultList());
  }
}
