package org.govshare.exchange.run;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.govshare.exchange.announcement.Announcement;
import org.govshare.exchange.announcement.Announcements;
import org.govshare.exchange.service.ServiceRegistry;
import org.govshare.platform.problem.Conflict;
import org.govshare.protocol.control.ParkedSealed;
import org.govshare.protocol.control.RunState;
import org.govshare.protocol.control.SealParked;
import org.govshare.protocol.control.Side;
import org.govshare.protocol.control.StopRun;

/**
 * Has parked rows tried again: a run that copies exactly these rows from the source once more. The
 * targets seal the keys for the source's node; here they are only passed on.
 */
@Singleton
public class Replayer {

  private final RunStarter starter;
  private final RunRepository runs;
  private final RunChannelRepository parts;
  private final ReplayRepository replays;
  private final ReplayKeysRepository keys;
  private final RunCommands commands;
  private final RunCourse course;
  private final RunWindows windows;
  private final ServiceRegistry services;
  private final Announcements announcements;
  private final Clock clock;

  Replayer(
      RunStarter starter,
      RunRepository runs,
      RunChannelRepository parts,
      ReplayRepository replays,
      ReplayKeysRepository keys,
      RunCommands commands,
      RunCourse course,
      RunWindows windows,
      ServiceRegistry services,
      Announcements announcements,
      Clock clock) {
    this.starter = starter;
    this.runs = runs;
    this.parts = parts;
    this.replays = replays;
    this.keys = keys;
    this.commands = commands;
    this.course = course;
    this.windows = windows;
    this.services = services;
    this.announcements = announcements;
    this.clock = clock;
  }

  /**
   * Starts the run.
   *
   * @param who who asks for it; whether they may has been looked at
   * @throws Conflict if the service is stopped or outside its windows, its grant has ended, or a
   *     run is under way (409)
   */
  public Uni<UUID> start(UUID serviceId, String who, ParkedChoice choice) {
    return services
        .existing(serviceId)
        .invoke(Resender::requireParts)
        .chain(() -> windows.requireOpen(serviceId))
        .chain(
            () ->
                starter.start(
                    serviceId,
                    new RunOrigin(
                        RunCause.REPLAY,
                        1,
                        who,
                        run ->
                            replays.persistAndFlush(new Replay(run, choice)).replaceWithVoid())));
  }

  /**
   * Takes a target's answer, in the caller's transaction. One that comes again, or after the run
   * has ended, changes nothing.
   *
   * @throws RunProgressKeeper.NotItsRun if the node was not asked for it
   */
  public Uni<Void> sealed(String node, ParkedSealed answer) {
    if (answer.runId() == null || answer.channelId() == null) {
      throw new RunProgressKeeper.NotItsRun("sealed keys without run or channel");
    }
    if (answer.reason() == null
        && (answer.keys() == null || answer.count() < 0 || answer.count() > SealParked.KEYS)) {
      throw new RunProgressKeeper.NotItsRun("neither keys nor a reason why there are none");
    }
    return runs.locked(answer.runId())
        .chain(
            run ->
                parts
                    .of(answer.runId())
                    .chain(
                        all -> {
                          RunChannel part = asked(run, all, node, answer);
                          return run.state().live()
                              ? take(run, part, all, answer)
                              : Uni.createFrom().voidItem();
                        }));
  }

  /**
   * What is to be told again when nothing is heard of a channel: its target is asked for the keys
   * as long as they are missing. Nothing of other runs.
   */
  Uni<List<Announcement>> again(UUID runId, UUID channel) {
    return runs.findById(runId)
        .chain(
            run ->
                run == null || run.cause() != RunCause.REPLAY
                    ? Uni.createFrom().item(List.<Announcement>of())
                    : parts.of(runId).chain(all -> again(run, channel, all)));
  }

  private Uni<List<Announcement>> again(Run run, UUID channel, List<RunChannel> all) {
    RunChannel part =
        all.stream().filter(it -> it.channelId().equals(channel)).findFirst().orElseThrow();
    return keys.findById(new ReplayKeys.Place(run.id(), part.targetNumber()))
        .chain(
            known ->
                known != null
                    ? Uni.createFrom().item(List.<Announcement>of())
                    : services
                        .existing(run.serviceId())
                        .chain(it -> commands.start(run, part, all, it.code(), it.domain()))
                        .map(starts -> List.of(starts.toSource())));
  }

  private static RunChannel asked(Run run, List<RunChannel> all, String node, ParkedSealed answer) {
    RunChannel part =
        all.stream()
            .filter(it -> it.channelId().equals(answer.channelId()))
            .findFirst()
            .orElseThrow(() -> new RunProgressKeeper.NotItsRun("it is no channel of the run"));
    if (run.cause() != RunCause.REPLAY || !run.node(Side.TARGET, part).equals(node)) {
      throw new RunProgressKeeper.NotItsRun(node + " was not asked for keys of run " + run.id());
    }
    return part;
  }

  private Uni<Void> take(Run run, RunChannel part, List<RunChannel> all, ParkedSealed answer) {
    List<RunChannel> lanes =
        all.stream()
            .filter(it -> it.targetNumber() == part.targetNumber() && it.state().live())
            .toList();
    if (answer.reason() != null) {
      return refuse(run, lanes, answer.reason());
    }
    ReplayKeys.Place place = new ReplayKeys.Place(run.id(), part.targetNumber());
    return keys.findById(place)
        .chain(
            known ->
                known != null
                    ? Uni.createFrom().voidItem()
                    : keys.persistAndFlush(new ReplayKeys(place, answer))
                        .chain(() -> begin(run, lanes, all)));
  }

  /** The sources begin; of a run that is paused, when it goes on. */
  private Uni<Void> begin(Run run, List<RunChannel> lanes, List<RunChannel> all) {
    if (run.state() == RunPhase.PAUSED) {
      return Uni.createFrom().voidItem();
    }
    return services
        .existing(run.serviceId())
        .chain(service -> commands.start(run, all, service.code(), service.domain()))
        .map(
            starts ->
                starts.stream()
                    .filter(it -> lanes.contains(it.part()))
                    .map(RunCommands.Starts::toSource)
                    .toList())
        .chain(announcements::append);
  }

  private Uni<Void> refuse(Run run, List<RunChannel> lanes, String reason) {
    Instant now = clock.instant();
    RunCourse.Told told = new RunCourse.Told();
    Uni<Void> moved = Uni.createFrom().voidItem();
    for (RunChannel lane : lanes) {
      lane.end(RunPhase.FAILED, now, reason, null);
      told.add(
          Announcement.toNode(
              run.node(Side.TARGET, lane),
              new StopRun(run.id(), lane.channelId(), RunState.FAILED.name())));
      moved = moved.chain(() -> course.moved(run, lane, told));
    }
    return moved.chain(() -> course.tell(told));
  }
}
