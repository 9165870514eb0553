package org.govshare.exchange.run;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Set;
import org.govshare.protocol.control.RunStandsBy;
import org.jboss.logging.Logger;

/** Keeps what nodes say of runs that stood by for want of a lease. */
@Singleton
public class StandingRuns {

  private static final Logger LOG = Logger.getLogger(StandingRuns.class);
  private static final Set<String> REASONS = Set.of("lease-ended", "lease-missing");

  private final RunRepository runs;
  private final RunChannelRepository parts;
  private final ChannelEventRepository events;
  private final Clock clock;

  StandingRuns(
      RunRepository runs, RunChannelRepository parts, ChannelEventRepository events, Clock clock) {
    this.runs = runs;
    this.parts = parts;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Takes a node's report, in the caller's transaction.
   *
   * @throws RunProgressKeeper.NotItsRun if the run is not one in which the node has that part
   */
  public Uni<Void> told(String node, RunStandsBy report) {
    if (report.runId() == null || report.channelId() == null || report.side() == null) {
      throw new RunProgressKeeper.NotItsRun("a report without run, channel or side");
    }
    boolean stands = report.reason() != null;
    String reason = stands && !REASONS.contains(report.reason()) ? "other" : report.reason();
    return runs.locked(report.runId())
        .chain(
            run ->
                parts
                    .at(report.runId(), report.channelId())
                    .invoke(
                        part -> {
                          if (run == null
                              || part == null
                              || !run.node(report.side(), part).equals(node)) {
                            throw new RunProgressKeeper.NotItsRun(
                                node + " has no such part in run " + report.runId());
                          }
                        }))
        .chain(
            part -> {
              LOG.warnf(
                  "run=%s channel=%s node=%s %s since=%s reason=%s",
                  report.runId(),
                  report.channelId(),
                  node,
                  stands ? "stands by" : "goes on",
                  report.at(),
                  reason);
              return events.persist(
                  new ChannelEvent(
                      part,
                      stands ? ChannelEvent.Kind.STOOD_BY : ChannelEvent.Kind.WENT_ON,
                      reason,
                      node,
                      clock.instant()));
            })
        .replaceWithVoid();
  }
}
