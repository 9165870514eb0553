package org.govshare.catalog.bulk;

import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * Works on a worker of its own beside the reader, which waits when it is more than a few pieces
 * ahead. After a failure no more work is done, and the reader is told.
 */
final class WorkerQueue<T> implements AutoCloseable {

  private static final int AHEAD = 4;

  private final BlockingQueue<Optional<T>> queue = new ArrayBlockingQueue<>(AHEAD);
  private final CompletableFuture<Void> ended = new CompletableFuture<>();
  private volatile boolean abandoned;

  /** Does what is to be done with a piece. */
  interface Work<T> {
    void on(T piece) throws Exception;
  }

  WorkerQueue(Work<T> work, Executor workers) {
    workers.execute(() -> run(work));
  }

  private void run(Work<T> work) {
    try {
      Optional<T> piece = queue.take();
      while (piece.isPresent() && !abandoned) {
        work.on(piece.get());
        piece = queue.take();
      }
      ended.complete(null);
    } catch (Throwable failure) {
      // Whatever it is, the reader must not wait for ever.
      ended.completeExceptionally(failure);
    }
  }

  /** Hands over a piece; waits while the worker is too far behind. */
  void put(T piece) {
    try {
      while (!queue.offer(Optional.of(piece), 100, TimeUnit.MILLISECONDS)) {
        if (ended.isDone()) {
          finish();
          return;
        }
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Waits until everything is done; fails as the worker failed. */
  void finish() {
    try {
      while (!ended.isDone() && !queue.offer(Optional.empty(), 100, TimeUnit.MILLISECONDS)) {
        // The worker is busy still.
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

  /** Ends the worker, after the piece it is at if not all is done. */
  @Override
  public void close() {
    if (ended.isDone()) {
      return;
    }
    abandoned = true;
    queue.clear();
    try {
      while (!ended.isDone()) {
        queue.offer(Optional.empty());
        TimeUnit.MILLISECONDS.sleep(10);
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
