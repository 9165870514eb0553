package org.govshare.node.source;

import org.govshare.node.run.ByteBudget;

/** What one outflow has taken from the process's budget, so that a break gives all of it back. */
final class Reservations {
  private final ByteBudget budget;
  private long taken;
  private boolean ended;

  Reservations(ByteBudget budget) {
    this.budget = budget;
  }

  void take(int bytes) throws InterruptedException {
    budget.reserve(bytes);
    synchronized (this) {
      if (ended) {
        budget.release(bytes);
        throw new InterruptedException("closed");
      }
      taken += bytes;
    }
  }

  synchronized void giveBack(int bytes) {
    if (!ended) {
      taken -= bytes;
      budget.release(bytes);
    }
  }

  synchronized void releaseAll() {
    if (!ended) {
      ended = true;
      budget.release((int) taken);
    }
  }
}
