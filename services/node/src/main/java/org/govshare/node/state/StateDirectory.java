package org.govshare.node.state;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The agent's directory, locked against a second process. */
public final class StateDirectory implements AutoCloseable {
  private static final int ATTEMPTS = 50;

  private final Path directory;
  private final FileChannel channel;
  private final FileLock lock;

  private StateDirectory(Path directory, FileChannel channel, FileLock lock) {
    this.directory = directory;
    this.channel = channel;
    this.lock = lock;
  }

  /**
   * Opens and locks a directory, making it if need be. Waits a few seconds for a process that is
   * just ending.
   *
   * @throws IOException when another process keeps it
   */
  public static StateDirectory open(Path directory) throws IOException, InterruptedException {
    Files.createDirectories(directory);
    FileChannel channel =
        FileChannel.open(
            directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      FileLock lock = tryLock(channel);
      if (lock != null) {
        return new StateDirectory(directory, channel, lock);
      }
      Thread.sleep(100);
    }
    channel.close();
    throw new IOException("another process uses the state directory " + directory);
  }

  /** The part of one logical node. */
  public NodeState node(String code) throws IOException {
    return new NodeState(directory.resolve(code));
  }

  @Override
  public void close() throws IOException {
    lock.release();
    channel.close();
  }

  private static FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }
}
