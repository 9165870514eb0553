package org.govshare.node.run;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Lets only so many channels receive at once; the others wait in the order in which they came. The
 * lanes of a run take their turn together, because lanes wait for each other's rows: while one of
 * them has it, the others come in without waiting. More lanes than the bound take their turn alone.
 */
public final class Turns {
  private final int most;
  private final Map<UUID, Group> taken = new HashMap<>();
  private final Deque<UUID> waiting = new ArrayDeque<>();
  private int used;

  private static final class Group {
    private final int lanes;
    private int inside;

    private Group(int lanes) {
      this.lanes = lanes;
    }
  }

  Turns(int most) {
    this.most = most;
  }

  /** A channel's turn; ends when it is closed. */
  public interface Turn extends AutoCloseable {
    @Override
    void close();
  }

  /**
   * Waits for a channel's turn.
   *
   * @param group what its lanes have in common
   * @param lanes how many there are
   */
  public synchronized Turn take(UUID group, int lanes) throws InterruptedException {
    Group own = taken.get(group);
    if (own == null) {
      UUID ticket = UUID.randomUUID();
      waiting.add(ticket);
      try {
        while (taken.get(group) == null
            && !(ticket.equals(waiting.peek()) && (used == 0 || used + lanes <= most))) {
          wait();
        }
      } finally {
        waiting.remove(ticket);
        notifyAll();
      }
      own = taken.get(group);
      if (own == null) {
        own = new Group(lanes);
        taken.put(group, own);
        used += lanes;
      }
    }
    own.inside++;
    Group entered = own;
    return new Turn() {
      private boolean over;

      @Override
      public void close() {
        if (!over) {
          over = true;
          leave(group, entered);
        }
      }
    };
  }

  /** Whether somebody waits. */
  public synchronized boolean awaited() {
    return !waiting.isEmpty();
  }

  private synchronized void leave(UUID group, Group entered) {
    entered.inside--;
    if (entered.inside == 0) {
      taken.remove(group);
      used -= entered.lanes;
      notifyAll();
    }
  }
}
