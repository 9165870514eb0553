package org.govshare.node.target;

import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.govshare.node.run.SqlFailures;

/**
 * The lanes of a run at its target, each applied by a thread of its own. Rows of different lanes
 * are applied in no order, so a value that must be unique may be freed by a lane that comes later,
 * and a row that is referred to may be on its way in another lane: what the database refuses for
 * that is tried again when the other lanes have moved, and given up only when none of them can any
 * more.
 *
 * <p>When all lanes have come to a halt, one of them applies its frame without waiting for others
 * any more, by which change capture may take rows of theirs out of its way; the others then see
 * whether that has freed theirs.
 */
public final class LaneGroup {
  private static final long LOOK_MILLIS = 500;
  private static final Duration RETRY = Duration.ofSeconds(2);

  private final UUID run;
  private final List<UUID> lanes;
  private final Predicate<UUID> over;
  private final Map<UUID, Long> waiting = new HashMap<>();
  private long commits;

  /**
   * A group.
   *
   * @param run the run
   * @param lanes channels of all lanes
   * @param over whether a lane's part in the run has ended at this node
   */
  public LaneGroup(UUID run, List<UUID> lanes, Predicate<UUID> over) {
    this.run = run;
    this.lanes = lanes;
    this.over = over;
  }

  /** The run. */
  public UUID run() {
    return run;
  }

  /** Applies a frame. */
  interface Step<T> {
    /**
     * Applies it.
     *
     * @param last whether no rows of other lanes are to be waited for any more
     */
    T apply(boolean last) throws SQLException;
  }

  /** Applies a frame of a lane; waits for the other lanes when rows of theirs may be missing. */
  <T> T apply(UUID lane, Step<T> step) throws SQLException, InterruptedException {
    boolean last = lanes.size() < 2;
    while (true) {
      long seen = commits();
      try {
        T applied = step.apply(last);
        moved();
        return applied;
      } catch (SQLException e) {
        if (last || !SqlFailures.mayBeFreed(e)) {
          throw e;
        }
        last = !drained(lane, seen);
      }
    }
  }

  private synchronized long commits() {
    return commits;
  }

  private synchronized void moved() {
    commits++;
    notifyAll();
  }

  /**
   * Waits until trying again makes sense, which is when the other lanes have come to a halt or time
   * has passed; false when nothing has been committed since and none of them can go on.
   */
  private synchronized boolean drained(UUID lane, long seen) throws InterruptedException {
    long until = System.nanoTime() + RETRY.toNanos();
    waiting.put(lane, seen);
    notifyAll();
    try {
      while (true) {
        boolean halted = lanes.stream().allMatch(it -> it.equals(lane) || halted(it));
        if (halted && commits == seen) {
          return false;
        }
        if (commits != seen && (halted || System.nanoTime() > until)) {
          return true;
        }
        wait(LOOK_MILLIS);
      }
    } finally {
      waiting.remove(lane);
    }
  }

  private boolean halted(UUID lane) {
    return over.test(lane) || Long.valueOf(commits).equals(waiting.get(lane));
  }
}
