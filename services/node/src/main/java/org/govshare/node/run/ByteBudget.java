package org.govshare.node.run;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.govshare.protocol.frame.FrameCodec;

/**
 * Bytes of frames that a process may hold, shared by its runs. Sources reserve bytes before they
 * read; targets derive from it how many frames they let the broker send.
 */
public final class ByteBudget {
  private static final int MOST_CREDIT = 8;

  private final int total;
  private final Semaphore free;
  private final AtomicInteger receivers = new AtomicInteger();

  /** A budget of a number of bytes. */
  public ByteBudget(long bytes) {
    this.total = (int) Math.min(bytes, Integer.MAX_VALUE);
    this.free = new Semaphore(total, true);
  }

  /** Waits until the bytes are free and takes them. */
  public void reserve(int bytes) throws InterruptedException {
    free.acquire(Math.min(bytes, total));
  }

  /** Gives bytes back; the sum of what is given back must equal what was taken. */
  public void release(int bytes) {
    if (bytes > 0) {
      free.release(Math.min(bytes, total));
    }
  }

  /** A receiving run begins to share. */
  public void joinReceivers() {
    receivers.incrementAndGet();
  }

  /** A receiving run has ended. */
  public void leaveReceivers() {
    receivers.decrementAndGet();
  }

  /** Frames that one receiving run may have unsettled now: its share, at least 1. */
  public int creditPerReceiver() {
    long frames = total / (long) FrameCodec.MAXIMUM_PLAIN / Math.max(1, receivers.get());
    return (int) Math.clamp(frames, 1, MOST_CREDIT);
  }
}
