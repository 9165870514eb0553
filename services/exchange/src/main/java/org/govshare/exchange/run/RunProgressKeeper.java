package org.govshare.exchange.run;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.govshare.exchange.announcement.Announcement;
import org.govshare.exchange.announcement.Announcements;
import org.govshare.exchange.service.Design;
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
  private final RunEndings endings;
  private final Announcements announcements;
  private final Clock clock;

  RunProgressKeeper(
      RunRepository runs, RunEndings endings, Announcements announcements, Clock clock) {
    this.runs = runs;
    this.endings = endings;
    this.announcements = announcements;
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
            run -> {
              requirePart(run, node, progress);
              return apply(run, progress);
            });
  }

  private static void requirePart(Run run, String node, RunProgress progress) {
    if (run == null) {
      throw new NotItsRun("there is no run " + progress.runId());
    }
    if (!run.channelId().equals(progress.channelId())) {
      throw new NotItsRun("run " + run.id() + " has another channel");
    }
    if (!node(run.design(), progress.side()).equals(node)) {
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

  private static String node(Design design, Side side) {
    return side == Side.SOURCE ? design.source().node() : design.target().node();
  }

  private Uni<Void> apply(Run run, RunProgress progress) {
    Instant now = clock.instant();
    // A node that holds still has not ended, and its word may come when the run goes on again.
    if (pauses(progress)) {
      run.end(progress.side()).raise(totals(progress));
      return Uni.createFrom().voidItem();
    }
    // Once the end receipt is here the receipts' figures stand.
    if (run.endReceipt()) {
      run.end(progress.side()).speak(progress);
    } else {
      run.end(progress.side()).raise(progress);
    }
    if (!run.state().live()) {
      return Uni.createFrom().voidItem();
    }
    List<Announcement> told = new ArrayList<>();
    boolean targetDone = run.endReceipt() && progress.side() == Side.TARGET;
    boolean over = progress.state() == RunState.FAILED || progress.state() == RunState.STOPPED;
    if (over && !targetDone) {
      RunPhase phase = progress.state() == RunState.FAILED ? RunPhase.FAILED : RunPhase.STOPPED;
      run.end(phase, now, progress.reason(), progress.detail());
      told.add(run.changed(now));
      Side other = progress.side() == Side.SOURCE ? Side.TARGET : Side.SOURCE;
      told.add(
          Announcement.toNode(
              node(run.design(), other), new StopRun(run.id(), run.channelId(), PEER_ENDED)));
    } else if (run.begin(now)) {
      told.add(run.changed(now));
    }
    if (run.state().live() && run.complete()) {
      run.end(RunPhase.COMPLETED, now, null, null);
      told.add(run.changed(now));
    }
    return endings.tell(List.of(run)).chain(() -> announcements.append(told));
  }

  /** A node speaks of a run in which it has no such part. */
  public static final class NotItsRun extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotItsRun(String message) {
      super(message);
    }
  }
}
