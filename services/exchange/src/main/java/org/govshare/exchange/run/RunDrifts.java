package org.govshare.exchange.run;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.govshare.platform.identity.Caller;
import org.govshare.protocol.control.SchemaDrifted;
import org.govshare.protocol.control.Side;

/** Pauses runs whose tables are not as their service was designed for. */
@Singleton
public class RunDrifts {

  private final RunRepository runs;
  private final ChannelRepository channels;
  private final RunDriftRepository drifts;
  private final RunPauser pauser;
  private final RunReader reader;

  RunDrifts(
      RunRepository runs,
      ChannelRepository channels,
      RunDriftRepository drifts,
      RunPauser pauser,
      RunReader reader) {
    this.runs = runs;
    this.channels = channels;
    this.drifts = drifts;
    this.pauser = pauser;
    this.reader = reader;
  }

  /** The drifts of a run that is paused because of them, or was when it ended. */
  @WithSession
  Uni<List<DriftView>> of(Caller caller, UUID runId) {
    return reader.known(caller, runId).chain(() -> drifts.ofRun(runId));
  }

  /**
   * Takes a node's report, in the caller's transaction.
   *
   * @throws RunProgressKeeper.NotItsRun if the run is not one in which the node has that part
   */
  public Uni<Void> drifted(String node, SchemaDrifted report) {
    if (report.runId() == null
        || report.channelId() == null
        || report.side() == null
        || report.differences().isEmpty()
        || report.differences().size() > SchemaDrifted.DIFFERENCES) {
      throw new RunProgressKeeper.NotItsRun("a drift without run, channel, side or differences");
    }
    return runs.locked(report.runId())
        .chain(
            run ->
                channels
                    .findById(report.channelId())
                    .invoke(channel -> requirePart(run, channel, node, report))
                    .chain(() -> keep(run, node, report)));
  }

  private static void requirePart(Run run, Channel channel, String node, SchemaDrifted report) {
    if (run == null) {
      throw new RunProgressKeeper.NotItsRun("there is no run " + report.runId());
    }
    if (channel == null || !channel.serviceId().equals(run.serviceId())) {
      throw new RunProgressKeeper.NotItsRun("run " + run.id() + " has another channel");
    }
    String due = report.side() == Side.SOURCE ? channel.sourceNode() : channel.targetNode();
    if (!due.equals(node)) {
      throw new RunProgressKeeper.NotItsRun(
          node + " is not the " + report.side() + " of run " + run.id());
    }
  }

  private Uni<Void> keep(Run run, String node, SchemaDrifted report) {
    if (!run.state().live()) {
      return Uni.createFrom().voidItem();
    }
    RunDrift.Place place = new RunDrift.Place(run.id(), node, report.side().name());
    return drifts
        .findById(place)
        .chain(
            found -> {
              RunDrift kept = found == null ? new RunDrift(place) : found;
              kept.take(report);
              return found == null ? drifts.persist(kept) : Uni.createFrom().item(kept);
            })
        .chain(() -> pauser.drifted(run));
  }
}
