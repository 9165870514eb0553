package org.govshare.node.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.govshare.node.state.Assignment;
import org.govshare.node.state.NodeState;
import org.govshare.protocol.control.ColumnDifference;
import org.govshare.protocol.control.RunState;
import org.govshare.protocol.control.StartRun;
import org.govshare.protocol.frame.RunTotals;

/**
 * A node's part in a run while the process lives: its figures, and its final state, which is on
 * disk before anybody hears of it. May be used from several threads.
 */
public final class ActiveRun {
  private final NodeState disk;
  private final Runnable onChange;
  private Assignment current;
  private boolean changed;
  private boolean superseded;
  private boolean parked;
  private List<ColumnDifference> drift = List.of();
  private boolean driftReported;
  private Long expectedRows;
  private boolean rescanned;

  /**
   * Takes up an assignment.
   *
   * @param announce whether to report it before there are figures; not after a restart, when
   *     figures that are not known yet would look like a step back
   * @param onChange told when a final state is to be reported
   */
  public ActiveRun(NodeState disk, Assignment assignment, boolean announce, Runnable onChange) {
    this.disk = disk;
    this.current = assignment;
    this.changed = announce || assignment.ended();
    this.onChange = onChange;
  }

  /** What the centre asked for. */
  public synchronized StartRun command() {
    return current.command();
  }

  /** The run as it stands. */
  public synchronized Assignment current() {
    return current;
  }

  /** Whether nothing more will happen. */
  public synchronized boolean ended() {
    return current.ended();
  }

  /** New figures; ignored once the run has ended. */
  public synchronized void progress(long epoch, RunTotals totals) {
    if (!current.ended() && (epoch != current.epoch() || !totals.equals(current.totals()))) {
      current =
          new Assignment(current.command(), RunState.RUNNING, null, null, epoch, totals, false);
      changed = true;
    }
  }

  /** How many rows the run is expected to bring in the end, those that are committed included. */
  public synchronized void expect(long rows) {
    expectedRows = rows;
    changed = true;
  }

  /** What was last expected; null if nobody knows. */
  public synchronized Long expectedRows() {
    return expectedRows;
  }

  /** It has gone back behind its position, because it cannot know what was still open there. */
  public synchronized void rescan() {
    rescanned = true;
    changed = true;
  }

  /** Whether it has; null if not. */
  public synchronized Boolean rescanned() {
    return rescanned ? true : null;
  }

  /** Ends the run with the figures it has; the first end counts. */
  public void end(RunState state, String reason, String detail) {
    synchronized (this) {
      if (current.ended()) {
        return;
      }
      Assignment ended =
          new Assignment(
              current.command(), state, reason, detail, current.epoch(), current.totals(), false);
      try {
        FailPoint.RUN_BEFORE_ENDED.pass();
        save(ended);
        FailPoint.RUN_AFTER_ENDED.pass();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      current = ended;
      changed = true;
    }
    onChange.run();
  }

  /**
   * The run's table is not as it should be, and it stands by.
   *
   * @return whether that is news
   */
  public boolean drifted(List<ColumnDifference> differences) {
    synchronized (this) {
      if (drift.equals(differences)) {
        return false;
      }
      drift = differences;
      driftReported = false;
    }
    onChange.run();
    return true;
  }

  /** The run's table is as it should be. */
  public synchronized void inOrder() {
    drift = List.of();
  }

  /** Whether it stands by because of its table. */
  public synchronized boolean drifts() {
    return !drift.isEmpty();
  }

  /** What is to be reported of its table; asking takes it. Null if there is nothing. */
  public synchronized List<ColumnDifference> takeDrift() {
    if (drift.isEmpty() || driftReported) {
      return null;
    }
    driftReported = true;
    return drift;
  }

  /** What was taken could not be delivered. */
  public synchronized void driftNotDelivered() {
    driftReported = false;
  }

  /** Rows have been parked, or parked rows settled. */
  public synchronized void parkedChanged() {
    parked = true;
  }

  /** Whether that is to be reported; asking takes it. */
  public synchronized boolean takeParkedChange() {
    boolean taken = parked;
    parked = false;
    return taken;
  }

  /** Another run takes its channel's place on disk; from now on this one writes nothing there. */
  public synchronized void supersede() {
    superseded = true;
  }

  /** The run if there is something new to report, else null. */
  public synchronized Assignment takeChange() {
    if (!changed || current.reported()) {
      return null;
    }
    changed = false;
    return current;
  }

  /** What was taken could not be delivered. */
  public synchronized void notDelivered() {
    changed = true;
  }

  /** What was said may have been lost on its way: the run as it stands is to be said again. */
  public synchronized void sayAgain() {
    current =
        new Assignment(
            current.command(),
            current.state(),
            current.reason(),
            current.detail(),
            current.epoch(),
            current.totals(),
            false);
    changed = true;
  }

  /**
   * The centre's broker has the final state that was taken.
   *
   * @return whether nothing is left to be said: it may be asked for again meanwhile
   */
  public synchronized boolean reported() throws IOException {
    if (changed) {
      return false;
    }
    current =
        new Assignment(
            current.command(),
            current.state(),
            current.reason(),
            current.detail(),
            current.epoch(),
            current.totals(),
            true);
    save(current);
    return true;
  }

  private void save(Assignment assignment) throws IOException {
    if (!superseded) {
      disk.save(assignment);
    }
  }
}
