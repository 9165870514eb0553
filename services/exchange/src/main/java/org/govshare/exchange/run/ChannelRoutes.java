package org.govshare.exchange.run;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.govshare.exchange.service.Design;
import org.govshare.exchange.service.ServiceView;

/**
 * Finds or makes the channels that a run of a service goes through: one for each target and lane. A
 * target keeps its channels while what is brought to it stays the same, whatever other targets are
 * added or taken away.
 */
@Singleton
class ChannelRoutes {

  private final ChannelRepository channels;
  private final RunChannelRepository parts;
  private final Clock clock;

  ChannelRoutes(ChannelRepository channels, RunChannelRepository parts, Clock clock) {
    this.channels = channels;
    this.parts = parts;
    this.clock = clock;
  }

  /** The channels of the next run, in the caller's transaction. */
  Uni<List<PreparedChannel>> of(ServiceView service) {
    Design design = service.design();
    return Multi.createFrom()
        .range(0, design.allTargets().size())
        .onItem()
        .transformToUniAndConcatenate(
            target -> ofTarget(service.id(), target + 1, design.single(target), design.laneCount()))
        .collect()
        .asList()
        .map(all -> all.stream().flatMap(List::stream).toList());
  }

  private Uni<List<PreparedChannel>> ofTarget(UUID service, int target, Design single, int lanes) {
    String cargo = Channel.cargo(single);
    return parts
        .lastOfCargo(service, cargo)
        .chain(
            last ->
                Multi.createFrom()
                    .iterable(IntStream.rangeClosed(1, lanes).boxed().toList())
                    .onItem()
                    .transformToUniAndConcatenate(
                        lane ->
                            existing(service, cargo, single, lane, lanes)
                                .chain(
                                    channel ->
                                        parts
                                            .mustBeginAnew(service, channel.id())
                                            .map(
                                                anew ->
                                                    new PreparedChannel(
                                                        channel.id(),
                                                        single.target().node(),
                                                        target,
                                                        lane,
                                                        lanes,
                                                        last.size() == lanes ? List.of() : last,
                                                        anew))))
                    .collect()
                    .asList());
  }

  private Uni<Channel> existing(UUID service, String cargo, Design single, int lane, int lanes) {
    String route = Channel.route(cargo, lane, lanes);
    return channels
        .ofRoute(service, route)
        .chain(
            found ->
                found != null
                    ? Uni.createFrom().item(found)
                    : channels.persist(
                        new Channel(
                            UUID.randomUUID(), service, cargo, route, single, clock.instant())));
  }
}
