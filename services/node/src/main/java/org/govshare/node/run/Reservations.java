package org.govshare.node.run;

import java.util.function.LongSupplier;

/** What one run has taken from a share of the budget, so that a break gives all of it back. */
public final class Reservations {
  private static final long LOOK_MILLIS = 200;

  private final ByteBudget.Share share;
  private final LongSupplier most;
  private long taken;
  private boolean ended;

  /** Reservations from a share. */
  public Reservations(ByteBudget.Share share) {
    this(share, () -> Long.MAX_VALUE);
  }

  /** Reservations from a share, of at most so many bytes or one piece at a time. */
  public Reservations(ByteBudget.Share share, LongSupplier most) {
    this.share = share;
    this.most = most;
  }

  /** Waits until the bytes are free and takes them. */
  public void take(int bytes) throws InterruptedException {
    synchronized (this) {
      while (!ended && taken > 0 && taken + bytes > most.getAsLong()) {
        wait(LOOK_MILLIS);
      }
    }
    share.take(bytes);
    synchronized (this) {
      if (!ended) {
        taken += bytes;
        return;
      }
    }
    share.giveBack(bytes);
    throw new InterruptedException("the run has ended");
  }

  /** Gives some of them back; does nothing after {@link #releaseAll}. */
  public synchronized void giveBack(int bytes) {
    if (!ended) {
      taken -= bytes;
      share.giveBack(bytes);
      notifyAll();
    }
  }

  /** Gives back what is left, for good. */
  public synchronized void releaseAll() {
    if (!ended) {
      ended = true;
      share.giveBack(taken);
    }
  }
}
