package org.govshare.exchange.run;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.govshare.exchange.centre.CentreKey;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;
import org.govshare.protocol.receipt.CountersignedHead;

/** Shows countersigned heads to both departments of a run. */
@Singleton
class HeadReader {

  private static final int IN_FILE = 1000;

  private final RunReader runs;
  private final RunChannelRepository parts;
  private final ChannelHeadRepository heads;
  private final ChannelKeys keys;
  private final CentreKey centre;

  HeadReader(
      RunReader runs,
      RunChannelRepository parts,
      ChannelHeadRepository heads,
      ChannelKeys keys,
      CentreKey centre) {
    this.runs = runs;
    this.parts = parts;
    this.heads = heads;
    this.keys = keys;
    this.centre = centre;
  }

  @WithSession
  Uni<Page<ChannelHeadView>> page(Caller caller, UUID run, UUID channel, PageRequest request) {
    return channels(caller, run, channel).chain(it -> heads.page(it, request));
  }

  /** The last heads, and the keys that nodes changed to, as a file for {@code govshare-verify}. */
  @WithSession
  Uni<String> file(Caller caller, UUID run, UUID channel) {
    return channels(caller, run, channel)
        .chain(
            it ->
                keys.of(it)
                    .chain(signing -> heads.last(it, IN_FILE).map(found -> file(found, signing))));
  }

  private String file(List<ChannelHead> found, List<ChannelKey> signing) {
    Stream<String> changes =
        centre.signing().stream()
            .flatMap(
                own ->
                    signing.stream()
                        .filter(ChannelKey::changed)
                        .map(it -> it.countersigned(own).line()));
    return Stream.concat(changes, found.reversed().stream().map(it -> it.signed().line()))
        .map(line -> line + "\n")
        .collect(Collectors.joining("", CountersignedHead.FIRST_LINE + "\n", ""));
  }

  private Uni<List<UUID>> channels(Caller caller, UUID run, UUID channel) {
    if (channel != null) {
      return runs.channelOf(caller, run, channel).map(it -> List.of(it.channel()));
    }
    return runs.known(caller, run)
        .chain(() -> parts.of(run))
        .map(all -> all.stream().map(RunChannel::channelId).toList());
  }
}
