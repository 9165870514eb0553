package org.govshare.catalog.bulk;

import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * Writes chunks on a worker of its own, beside the reader, which waits when it is more than a few
 * chunks ahead. After a failure nothing more is written, and the reader is told.
 */
final class WriterThread implements AutoCloseable {

  private static final int AHEAD = 2;
  private static final Chunk END = new Chunk(List.of(), 0, 0, List.of(), 0);

  private final BlockingQueue<Chunk> queue = new ArrayBlockingQueue<>(AHEAD);
  private final CompletableFuture<Void> ended = new CompletableFuture<>();
  private volatile boolean abandoned;

  /** Does what is to be done with a chunk. */
  interface Writing {
    void write(Chunk chunk) throws Exception;
  }

  WriterThread(Writing writing, Executor workers) {
    workers.execute(() -> work(writing));
  }

  private void work(Writing writing) {
    try {
      for (Chunk chunk = queue.take(); chunk != END && !abandoned; chunk = queue.take()) {
        writing.write(chunk);
      }
      ended.complete(null);
    } catch (Throwable failure) {
      // Whatever it is, the reader must not wait for ever.
      ended.completeExceptionally(failure);
    }
  }

  /** Hands over a chunk; waits while the writer is too far behind. */
  void put(Chunk chunk) {
    try {
      while (!queue.offer(chunk, 100, TimeUnit.MILLISECONDS)) {
        if (ended.isDone()) {
          finish();
          return;
        }
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Waits until everything is written; fails as the writer failed. */
  void finish() {
    try {
      while (!ended.isDone() && !queue.offer(END, 100, TimeUnit.MILLISECONDS)) {
        // The writer is busy still.
        continue;
      }
      ended.get();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  /** Ends the writer, after the chunk it is at if not all were written. */
  @Override
  public void close() {
    if (ended.isDone()) {
      return;
    }
    abandoned = true;
    queue.clear();
    try {
      while (!ended.isDone()) {
        queue.offer(END);
        TimeUnit.MILLISECONDS.sleep(10);
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
