package org.govshare.node.run;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;

/**
 * Buffers for work that waits for nobody, such as compressing a chunk: few, whatever the number of
 * channels.
 */
public final class Scratch {
  private final int keptBytes;
  private final Semaphore free;
  private final ConcurrentLinkedQueue<byte[]> buffers = new ConcurrentLinkedQueue<>();

  Scratch(int buffers, int keptBytes) {
    this.keptBytes = keptBytes;
    this.free = new Semaphore(buffers, true);
  }

  /** Work with a buffer. */
  public interface Work<T> {
    /** Does it; the buffer is somebody else's afterwards. */
    T with(byte[] buffer);
  }

  /**
   * Does something with a buffer of at least this length; waits until one is free. The work must
   * not wait for anything.
   */
  public <T> T use(int length, Work<T> work) throws InterruptedException {
    free.acquire();
    byte[] buffer = null;
    try {
      buffer = buffers.poll();
      if (buffer == null || buffer.length < length) {
        buffer = new byte[length];
      }
      return work.with(buffer);
    } finally {
      if (buffer != null && buffer.length <= keptBytes) {
        buffers.add(buffer);
      }
      free.release();
    }
  }
}
