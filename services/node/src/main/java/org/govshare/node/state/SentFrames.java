package org.govshare.node.state;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import org.govshare.protocol.crypto.Digest;

/**
 * Digests of the frames that a source has sent and has no receipt for, so that a receipt can be
 * held against what was sent even after the process was killed. Not synced to disk: after a crash
 * of the machine an entry may be missing, and the receipt then counts by its signature and chain
 * alone. May be used from several threads.
 */
public final class SentFrames implements AutoCloseable {
  private static final int RECORD = 16 + Digest.LENGTH;

  private final FileChannel channel;
  private final Map<Key, Digest> digests;

  private SentFrames(FileChannel channel, Map<Key, Digest> digests) {
    this.channel = channel;
    this.digests = digests;
  }

  static SentFrames open(Path file) throws IOException {
    Map<Key, Digest> digests = new HashMap<>();
    if (Files.exists(file)) {
      ByteBuffer in = ByteBuffer.wrap(Files.readAllBytes(file));
      while (in.remaining() >= RECORD) {
        Key key = new Key(in.getLong(), in.getLong());
        byte[] digest = new byte[Digest.LENGTH];
        in.get(digest);
        digests.put(key, Digest.of(digest));
      }
    }
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    return new SentFrames(channel, digests);
  }

  /** Drops what receipts are held for, and starts the file anew with the rest. */
  public synchronized void startAfter(long receipted) throws IOException {
    digests.keySet().removeIf(key -> key.sequence <= receipted);
    channel.truncate(0);
    channel.position(0);
    for (Map.Entry<Key, Digest> entry : digests.entrySet()) {
      write(entry.getKey(), entry.getValue());
    }
  }

  /** Remembers a frame before it is sent. */
  public synchronized void sent(long epoch, long sequence, Digest digest) throws IOException {
    Key key = new Key(epoch, sequence);
    digests.put(key, digest);
    write(key, digest);
  }

  /** Digest of a frame that was sent, or null when it is not known here. */
  public synchronized Digest digest(long epoch, long sequence) {
    return digests.get(new Key(epoch, sequence));
  }

  /** Forgets a frame that has its receipt. */
  public synchronized void receipted(long epoch, long sequence) {
    digests.remove(new Key(epoch, sequence));
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private void write(Key key, Digest digest) throws IOException {
    ByteBuffer out = ByteBuffer.allocate(RECORD);
    out.putLong(key.epoch).putLong(key.sequence).put(digest.bytes()).flip();
    while (out.hasRemaining()) {
      channel.write(out);
    }
  }

  private record Key(long epoch, long sequence) {}
}
