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
  private final RunChannelRepository parts;
  private final RunDriftRepository drifts;
  private final RunPauser pauser;
  private final RunReader reader;

  RunDrifts(
      RunRepository runs,
      RunChannelRepository parts,
      RunDriftRepository drifts,
      RunPauser pauser,
      RunReader reader) {
    this.runs = runs;
    this.parts = parts;
    this.drifts = drifts;
    this.pauser = pauser;
    this.reader = reader;
  }

  /** The drifts of a run that is paused because of them, or was when it ended. */
  @WithSession
  Uni<List<DriftView>> of(Caller caller, UUID runId) {
    return reader
        .known(caller, runId)
        .chain(
            run ->
                drifts
                    .ofRun(runId)
                    .map(found -> found.stream().map(it -> it.view(run.design())).toList()));
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
                parts
                    .at(report.runId(), report.channelId())
                    .invoke(part -> requirePart(run, part, node, report))
                    .chain(part -> keep(run, part, node, report)));
  }

  private static void requirePart(Run run, RunChannel part, String node, SchemaDrifted report) {
    if (run == null) {
      throw new RunProgressKeeper.NotItsRun("there is no run " + report.runId());
    }
    if (part == null) {
      throw new RunProgressKeeper.NotItsRun("run " + run.id() + " has another channel");
    }
    if (!run.node(report.side(), part).equals(node)) {
      throw new RunProgressKeeper.NotItsRun(
          node + " is not the " + report.side() + " of run " + run.id());
    }
  }

  private Uni<Void> keep(Run run, RunChannel part, String node, SchemaDrifted report) {
    if (!run.state().live()) {
      return Uni.createFrom().voidItem();
    }
    int target = report.side() == Side.SOURCE ? 0 : part.targetNumber();
    RunDrift.Place place = new RunDrift.Place(run.id(), node, report.side().name(), target);
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
