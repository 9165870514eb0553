package org.govshare.node.run;

/** What one run has taken from a share of the budget, so that a break gives all of it back. */
public final class Reservations {
  private final ByteBudget.Share share;
  private long taken;
  private boolean ended;

  /** Reservations from a share. */
  public Reservations(ByteBudget.Share share) {
    this.share = share;
  }

  /** Waits until the bytes are free and takes them. */
  public void take(int bytes) throws InterruptedException {
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
