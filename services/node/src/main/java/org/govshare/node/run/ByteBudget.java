package org.govshare.node.run;

import com.github.luben.zstd.Zstd;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.govshare.protocol.frame.FrameCodec;

/**
 * Bytes of rows and frames that a process may hold, shared by its runs. Half is for sending and
 * half for receiving, so that a source whose broker is full cannot starve the target in the same
 * process that would empty it.
 *
 * <p>Buffers of a chunk's size are used again and again, whoever needs one next: large arrays are
 * dear to allocate and to collect.
 */
public final class ByteBudget {
  private static final int MOST_CREDIT = 8;
  private static final int MOST_SCRATCH = 4;

  private final int chunkBytes;
  private final Share sending;
  private final Share receiving;
  private final Scratch scratch;
  private final Turns receivingTurns;
  private final AtomicInteger receivers = new AtomicInteger();
  private final AtomicInteger senders = new AtomicInteger();
  private final ConcurrentLinkedQueue<byte[]> buffers = new ConcurrentLinkedQueue<>();

  /** A budget as the settings give it. */
  public ByteBudget(EngineSettings settings) {
    int half = (int) Math.min(settings.byteBudget() / 2, Integer.MAX_VALUE);
    this.chunkBytes = settings.chunkBytes();
    this.sending = new Share(half);
    this.receiving = new Share(half);
    this.scratch =
        new Scratch(
            Math.clamp(Runtime.getRuntime().availableProcessors(), 1, MOST_SCRATCH),
            (int) Zstd.compressBound(chunkBytes));
    // Each channel that receives holds a frame from the broker beside its rows.
    this.receivingTurns = new Turns(Math.max(1, half / chunkBytes));
  }

  /** Buffers for compressing and the like. */
  public Scratch scratch() {
    return scratch;
  }

  /** Turns of the channels that receive. */
  public Turns receivingTurns() {
    return receivingTurns;
  }

  /** The part for sending. */
  public Share sending() {
    return sending;
  }

  /** The part for receiving. */
  public Share receiving() {
    return receiving;
  }

  /** A buffer of at least this length; give it back when done. */
  public byte[] buffer(int length) {
    if (length > chunkBytes || length < chunkBytes / 4) {
      return new byte[length];
    }
    byte[] used = buffers.poll();
    return used != null ? used : new byte[chunkBytes];
  }

  /** What a buffer of this length costs. */
  public int cost(int length) {
    return length > chunkBytes || length < chunkBytes / 4 ? length : chunkBytes;
  }

  /** A buffer is not needed any more. */
  public void recycle(byte[] buffer) {
    if (buffer.length == chunkBytes) {
      buffers.add(buffer);
    }
  }

  /** A sending run begins to share. */
  public void joinSenders() {
    senders.incrementAndGet();
  }

  /** A sending run has ended. */
  public void leaveSenders() {
    senders.decrementAndGet();
  }

  /**
   * Most bytes that one sending run may hold now, so that one whose target is slow starves none.
   */
  public long mostPerSender() {
    return sending.total / Math.max(1, senders.get());
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
    long frames = 2L * receiving.total / FrameCodec.MAXIMUM_PLAIN / Math.max(1, receivers.get());
    return (int) Math.clamp(frames, 1, MOST_CREDIT);
  }

  /** One of the two parts. */
  public static final class Share {
    private final int total;
    private final Semaphore free;

    private Share(int total) {
      this.total = total;
      this.free = new Semaphore(total, true);
    }

    /** Waits until the bytes are free and takes them. */
    void take(int bytes) throws InterruptedException {
      free.acquire(bytes);
    }

    /** Gives bytes back. */
    void giveBack(long bytes) {
      free.release((int) bytes);
    }
  }
}
