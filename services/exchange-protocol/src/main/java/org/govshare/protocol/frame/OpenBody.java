package org.govshare.protocol.frame;

import java.nio.ByteBuffer;
import java.util.UUID;
import org.govshare.protocol.control.TransferMode;

/**
 * Content of an OPEN frame.
 *
 * @param openId random; the same one is answered the same way
 * @param mode what the run transfers
 * @param lastReceipt sequence of the last receipt that the source holds, 0 for none
 */
public record OpenBody(UUID openId, TransferMode mode, long lastReceipt) {
  private static final int LENGTH = 25;

  byte[] encode() {
    return ByteBuffer.allocate(LENGTH)
        .putLong(openId.getMostSignificantBits())
        .putLong(openId.getLeastSignificantBits())
        .put((byte) (mode.ordinal() + 1))
        .putLong(lastReceipt)
        .array();
  }

  static OpenBody decode(byte[] content) {
    if (content.length != LENGTH) {
      throw new FrameRefused("the body of an OPEN frame has " + LENGTH + " bytes");
    }
    ByteBuffer in = ByteBuffer.wrap(content);
    UUID openId = new UUID(in.getLong(), in.getLong());
    byte mode = in.get();
    long lastReceipt = in.getLong();
    TransferMode[] modes = TransferMode.values();
    if (mode < 1 || mode > modes.length || lastReceipt < 0) {
      throw new FrameRefused("unknown mode or a negative receipt in an OPEN frame");
    }
    return new OpenBody(openId, modes[mode - 1], lastReceipt);
  }
}
