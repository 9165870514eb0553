package org.govshare.protocol.frame;

import java.nio.ByteBuffer;

/**
 * Content of an END frame.
 *
 * @param messages frames of the run before this one, over all its epochs
 * @param rows their rows
 * @param bytes their bytes before compression
 */
public record EndBody(long messages, long rows, long bytes) {
  private static final int LENGTH = 24;

  byte[] encode() {
    return ByteBuffer.allocate(LENGTH).putLong(messages).putLong(rows).putLong(bytes).array();
  }

  static EndBody decode(byte[] content) {
    if (content.length != LENGTH) {
      throw new FrameRefused("the body of an END frame has " + LENGTH + " bytes");
    }
    ByteBuffer in = ByteBuffer.wrap(content);
    return new EndBody(in.getLong(), in.getLong(), in.getLong());
  }
}
