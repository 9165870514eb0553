package org.govshare.protocol.frame;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** How frames use their data key: bound to one epoch, and the nonce is the sequence in it. */
final class FrameNonce {
  private FrameNonce() {}

  /** The nonce of a sequence, unique per data key. */
  static byte[] of(long sequence) {
    return ByteBuffer.allocate(12).putInt(0).putLong(sequence).array();
  }

  /** What a data key is bound to. */
  static byte[] context(UUID channel, Epoch epoch) {
    byte[] purpose = "govshare frame".getBytes(StandardCharsets.US_ASCII);
    return ByteBuffer.allocate(purpose.length + 40)
        .put(purpose)
        .putLong(channel.getMostSignificantBits())
        .putLong(channel.getLeastSignificantBits())
        .putLong(epoch.counter())
        .putLong(epoch.incarnation().getMostSignificantBits())
        .putLong(epoch.incarnation().getLeastSignificantBits())
        .array();
  }
}
