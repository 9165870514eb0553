package org.govshare.exchange.run;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.govshare.platform.identity.Caller;
import org.govshare.protocol.control.RunReleased;
import org.govshare.protocol.control.RunWithheld;
import org.govshare.protocol.control.Side;

/**
 * Follows what providers decide at their own nodes: a run all of whose channels they withhold is
 * paused, and goes on when they let one of them send again.
 */
@Singleton
public class RunWithholdings {

  private final RunRepository runs;
  private final RunChannelRepository parts;
  private final RunWithholdingRepository withholdings;
  private final ChannelEventRepository events;
  private final RunPauser pauser;
  private final RunReader reader;
  private final Clock clock;

  RunWithholdings(
      RunRepository runs,
      RunChannelRepository parts,
      RunWithholdingRepository withholdings,
      ChannelEventRepository events,
      RunPauser pauser,
      RunReader reader,
      Clock clock) {
    this.runs = runs;
    this.parts = parts;
    this.withholdings = withholdings;
    this.events = events;
    this.pauser = pauser;
    this.reader = reader;
    this.clock = clock;
  }

  /** What the provider withholds of a run. */
  @WithSession
  Uni<List<WithholdingView>> of(Caller caller, UUID runId) {
    return reader
        .known(caller, runId)
        .chain(() -> withholdings.ofRun(runId))
        .map(found -> found.stream().map(RunWithholding::view).toList());
  }

  /**
   * Takes a node's report, in the caller's transaction.
   *
   * @throws RunProgressKeeper.NotItsRun if the run is not one whose source the node is
   */
  public Uni<Void> withheld(String node, RunWithheld report) {
    if (report.reason() == null || !RunWithheld.REASONS.contains(report.reason())) {
      throw new RunProgressKeeper.NotItsRun("withheld for no known reason");
    }
    return part(node, report.runId(), report.channelId())
        .chain(
            it -> {
              if (!it.run().state().live() || !it.part().state().live()) {
                return Uni.createFrom().voidItem();
              }
              return keep(it, node, report).chain(() -> pauseIfAll(it.run(), report.reason()));
            });
  }

  /**
   * Takes a node's report, in the caller's transaction.
   *
   * @throws RunProgressKeeper.NotItsRun if the run is not one whose source the node is
   */
  public Uni<Void> released(String node, RunReleased report) {
    return part(node, report.runId(), report.channelId())
        .chain(
            it -> {
              RunWithholding.Place place = place(it.part());
              return withholdings
                  .findById(place)
                  .chain(
                      kept ->
                          kept == null
                              ? Uni.createFrom().voidItem()
                              : withholdings
                                  .forget(place)
                                  .chain(() -> tell(it.part(), ChannelEvent.Kind.RELEASED, null))
                                  .chain(() -> pauser.released(it.run())));
            });
  }

  private record Part(Run run, RunChannel part) {}

  private Uni<Part> part(String node, UUID runId, UUID channelId) {
    if (runId == null || channelId == null) {
      throw new RunProgressKeeper.NotItsRun("a report without run or channel");
    }
    return runs.locked(runId)
        .chain(
            run ->
                parts
                    .at(runId, channelId)
                    .map(
                        part -> {
                          if (run == null || part == null) {
                            throw new RunProgressKeeper.NotItsRun(
                                "there is no run " + runId + " on channel " + channelId);
                          }
                          if (!run.node(Side.SOURCE, part).equals(node)) {
                            throw new RunProgressKeeper.NotItsRun(
                                node + " is not the source of run " + runId);
                          }
                          return new Part(run, part);
                        }));
  }

  private static RunWithholding.Place place(RunChannel part) {
    return new RunWithholding.Place(part.runId(), part.channelId());
  }

  private Uni<Void> keep(Part it, String node, RunWithheld report) {
    return withholdings
        .findById(place(it.part()))
        .chain(
            found -> {
              RunWithholding kept =
                  found == null ? new RunWithholding(place(it.part()), node) : found;
              boolean news = found == null || !found.view().reason().equals(report.reason());
              kept.take(report);
              Uni<?> stored =
                  found == null ? withholdings.persist(kept) : Uni.createFrom().item(kept);
              return news
                  ? stored.chain(() -> tell(it.part(), ChannelEvent.Kind.WITHHELD, report.reason()))
                  : stored.replaceWithVoid();
            });
  }

  private Uni<Void> tell(RunChannel part, ChannelEvent.Kind kind, String reason) {
    Instant now = clock.instant();
    return events.persist(new ChannelEvent(part, kind, reason, null, now)).replaceWithVoid();
  }

  /** Channels to targets that the provider does let have it go on. */
  private Uni<Void> pauseIfAll(Run run, String reason) {
    return withholdings
        .flush()
        .chain(() -> withholdings.ofRun(run.id()))
        .chain(
            held ->
                parts
                    .of(run.id())
                    .chain(
                        all -> {
                          Set<UUID> withheld =
                              held.stream()
                                  .map(RunWithholding::channelId)
                                  .collect(Collectors.toSet());
                          boolean goesOn =
                              all.stream()
                                  .anyMatch(
                                      part ->
                                          part.state().live()
                                              && !withheld.contains(part.channelId()));
                          return goesOn
                              ? Uni.createFrom().voidItem()
                              : pauser.withheld(run, reason);
                        }));
  }
}
