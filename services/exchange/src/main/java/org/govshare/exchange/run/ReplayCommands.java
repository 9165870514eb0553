package org.govshare.exchange.run;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.govshare.exchange.announcement.Announcement;
import org.govshare.exchange.node.RegisteredNode;
import org.govshare.exchange.service.Design;
import org.govshare.exchange.service.ServiceDraft;
import org.govshare.protocol.control.SealParked;
import org.govshare.protocol.control.Side;
import org.govshare.protocol.control.StartRun;

/**
 * What the nodes of a run are told that sends parked rows again. Its source begins when the target
 * has sealed the keys for it; until then, whatever is to make the source begin goes to the target.
 */
@Singleton
class ReplayCommands {

  private final ReplayRepository replays;
  private final ReplayKeysRepository keys;

  ReplayCommands(ReplayRepository replays, ReplayKeysRepository keys) {
    this.replays = replays;
    this.keys = keys;
  }

  /**
   * A replay as far as it is known.
   *
   * @param choice which rows
   * @param keys their keys, by the number of the target
   */
  record Known(ParkedChoice choice, Map<Integer, ReplayKeys> keys) {

    private boolean waitsFor(RunChannel part) {
      return concerns(part) && !keys.containsKey(part.targetNumber());
    }

    private boolean concerns(RunChannel part) {
      return choice.target() == null || choice.target() == part.targetNumber();
    }
  }

  /** The replay that a run is, or {@code null} if it is none. */
  Uni<Known> of(UUID run) {
    return replays
        .findById(run)
        .chain(
            replay ->
                replay == null
                    ? Uni.createFrom().nullItem()
                    : keys.ofRun(run)
                        .map(
                            found ->
                                new Known(
                                    replay.choice(),
                                    found.stream()
                                        .collect(
                                            Collectors.toMap(
                                                ReplayKeys::targetNumber, Function.identity())))));
  }

  /** A command as it is for a replay. */
  static StartRun replaying(Known replay, RunChannel part, StartRun command) {
    if (replay == null) {
      return command;
    }
    ReplayKeys found = replay.keys().get(part.targetNumber());
    return command.replaying(found == null ? null : found.sealed());
  }

  /** Whether the source of a replay cannot begin yet, because the target's keys are missing. */
  static boolean waits(Known replay, RunChannel part) {
    return replay != null && replay.waitsFor(part);
  }

  /** What asks the target for the keys. */
  static Announcement asking(
      Known replay, Run run, RunChannel part, List<RunChannel> all, RegisteredNode source) {
    Design design = run.design();
    ServiceDraft.Target target = design.allTargets().get(part.targetNumber() - 1);
    ParkedChoice choice = replay.choice();
    return Announcement.toNode(
        run.node(Side.TARGET, part),
        new SealParked(
            run.id(),
            part.lane(all).group(),
            run.serviceId(),
            target.dataSource(),
            target.schema(),
            target.table(),
            target.keyColumns(),
            design.algorithms(),
            source.agreementKey(design.algorithms()),
            choice.ofRun(),
            choice.reason(),
            choice.constraint(),
            choice.rows()));
  }
}
