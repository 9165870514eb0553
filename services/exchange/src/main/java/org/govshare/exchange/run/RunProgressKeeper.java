package org.govshare.exchange.run;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import org.govshare.exchange.announcement.Announcement;
import org.govshare.protocol.control.RunProgress;
import org.govshare.protocol.control.RunState;
import org.govshare.protocol.control.Side;
import org.govshare.protocol.control.StopRun;
import org.govshare.protocol.frame.RunTotals;

/** Applies what nodes say of their runs. Saying it twice, or late, changes nothing. */
@Singleton
public class RunProgressKeeper {

  private static final String PEER_ENDED = "peer-ended";

  private final RunRepository runs;
  private final RunChannelRepository parts;
  private final ChannelEventRepository events;
  private final RunCourse course;
  private final Clock clock;

  RunProgressKeeper(
      RunRepository runs,
      RunChannelRepository parts,
      ChannelEventRepository events,
      RunCourse course,
      Clock clock) {
    this.runs = runs;
    this.parts = parts;
    this.events = events;
    this.course = course;
    this.clock = clock;
  }

  /**
   * Applies a report in the caller's transaction.
   *
   * @param node the node whose signature the report bears
   * @throws NotItsRun if the run is not one in which the node has that part
   */
  public Uni<Void> apply(String node, RunProgress progress) {
    if (progress.runId() == null || progress.side() == null || progress.state() == null) {
      throw new NotItsRun("a progress report without run, side or state");
    }
    return runs.locked(progress.runId())
        .chain(
            run ->
                parts
                    .at(progress.runId(), progress.channelId())
                    .chain(
                        part -> {
                          requirePart(run, part, node, progress);
                          return apply(run, part, progress);
                        }));
  }

  private static void requirePart(Run run, RunChannel part, String node, RunProgress progress) {
    if (run == null) {
      throw new NotItsRun("there is no run " + progress.runId());
    }
    if (part == null) {
      throw new NotItsRun("run " + run.id() + " has another channel");
    }
    if (!run.node(progress.side(), part).equals(node)) {
      throw new NotItsRun(node + " is not the " + progress.side() + " of run " + run.id());
    }
  }

  private static boolean pauses(RunProgress progress) {
    return progress.state() == RunState.STOPPED && RunPauser.COMMAND.equals(progress.detail());
  }

  private static RunTotals totals(RunProgress progress) {
    return new RunTotals(
        progress.messages(), progress.rows(), progress.bytes(), progress.wireBytes());
  }

  private Uni<Void> apply(Run run, RunChannel part, RunProgress progress) {
    Instant now = clock.instant();
    // A node that holds still has not ended, and its word may come when the run goes on again; what
    // it said of its state before it was started again counts no more either.
    if (pauses(progress) || progress.restart() < part.restarts()) {
      part.end(progress.side()).raise(totals(progress));
      return Uni.createFrom().voidItem();
    }
    part.follow(progress, now);
    // Once the end receipt is here the receipts' figures stand.
    if (part.endReceipt()) {
      part.end(progress.side()).speak(progress);
    } else if (part.end(progress.side()).raise(progress)) {
      part.moved(now);
    }
    if (!run.state().live() || !part.state().live()) {
      return Uni.createFrom().voidItem();
    }
    RunCourse.Told told = new RunCourse.Told();
    boolean targetDone = part.endReceipt() && progress.side() == Side.TARGET;
    boolean over = progress.state() == RunState.FAILED || progress.state() == RunState.STOPPED;
    if (over && !targetDone) {
      RunPhase phase = progress.state() == RunState.FAILED ? RunPhase.FAILED : RunPhase.STOPPED;
      part.end(phase, now, progress.reason(), progress.detail());
      Side other = progress.side() == Side.SOURCE ? Side.TARGET : Side.SOURCE;
      told.add(
          Announcement.toNode(
              run.node(other, part), new StopRun(run.id(), part.channelId(), PEER_ENDED)));
      ChannelEvent.Kind kind =
          phase == RunPhase.FAILED ? ChannelEvent.Kind.FAILED : ChannelEvent.Kind.STOPPED;
      return events
          .persist(new ChannelEvent(part, kind, part.reason(), null, now))
          .chain(() -> course.moved(run, part, told))
          .chain(() -> course.tell(told));
    }
    part.begin(now);
    return course.moved(run, part, told).chain(() -> course.tell(told));
  }

  /** A node speaks of a run in which it has no such part. */
  public static final class NotItsRun extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotItsRun(String message) {
      super(message);
    }
  }
}
