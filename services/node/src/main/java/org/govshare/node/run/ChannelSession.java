package org.govshare.node.run;

/** One end of a channel while the process lives. */
public interface ChannelSession extends AutoCloseable {
  /** The run it works on. */
  ActiveRun run();

  /** Starts its threads. */
  void start();

  /**
   * Lets go of everything it holds and returns when its threads have ended; the run stays as it is.
   */
  @Override
  void close();
}
