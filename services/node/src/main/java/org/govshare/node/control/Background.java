package org.govshare.node.control;

import java.util.ArrayList;
import java.util.List;
import org.govshare.node.run.Backoff;
import org.govshare.node.run.EngineSettings;
import org.jboss.logging.Logger;

/** Threads of a node beside its runs. */
final class Background implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(Background.class);

  private final String node;
  private final EngineSettings settings;
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean closed;

  Background(String node, EngineSettings settings) {
    this.node = node;
    this.settings = settings;
  }

  /** Work that may fail for now. */
  interface Task {
    void run() throws Exception;
  }

  /** Whether the node has ended. */
  boolean closed() {
    return closed;
  }

  @Override
  public void close() {
    closed = true;
    synchronized (threads) {
      threads.forEach(Thread::interrupt);
    }
  }

  /** Runs a task until it succeeds or the node ends. */
  void run(String name, Task task) {
    Thread thread =
        Thread.ofVirtual()
            .name(name + "-" + node)
            .unstarted(
                () -> {
                  Backoff backoff = new Backoff(settings.retryMinimum(), settings.retryMaximum());
                  while (!closed) {
                    try {
                      task.run();
                      return;
                    } catch (InterruptedException e) {
                      return;
                    } catch (Exception e) {
                      LOG.debugf("node=%s %s waits: %s", node, name, e.toString());
                      try {
                        backoff.pause();
                      } catch (InterruptedException interrupted) {
                        return;
                      }
                    }
                  }
                });
    synchronized (threads) {
      threads.removeIf(done -> done.getState() == Thread.State.TERMINATED);
      threads.add(thread);
    }
    thread.start();
  }
}
