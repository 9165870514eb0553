package org.govshare.protocol.channel;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Where a channel stood whose place another takes. A target gives these to the source in the place
 * of a position when a channel is opened on which nothing is committed yet.
 *
 * @param channel the channel before
 * @param sequence the last sequence committed on it, 0 for none
 * @param sealed the position sealed for that sequence; empty if nothing is committed
 */
public record CarriedPosition(UUID channel, long sequence, byte[] sealed) {
  private static final int VERSION = 1;
  private static final int HEAD = 26;

  /** Several of them as bytes, or none if they are longer than this. */
  public static byte[] encode(List<CarriedPosition> carried, int maximum) {
    int length = 2 + carried.stream().mapToInt(it -> HEAD + it.sealed().length).sum();
    if (carried.isEmpty() || length > maximum) {
      return new byte[0];
    }
    ByteBuffer out = ByteBuffer.allocate(length).put((byte) VERSION).put((byte) carried.size());
    for (CarriedPosition each : carried) {
      out.putLong(each.channel().getMostSignificantBits());
      out.putLong(each.channel().getLeastSignificantBits());
      out.putLong(each.sequence());
      out.putShort((short) each.sealed().length).put(each.sealed());
    }
    return out.array();
  }

  /**
   * Reads them.
   *
   * @throws AnswerRefused if they are cut off or of another version
   */
  public static List<CarriedPosition> decode(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    List<CarriedPosition> carried = new ArrayList<>();
    try {
      if (in.get() != VERSION) {
        throw new AnswerRefused("carried positions of another version");
      }
      int count = in.get() & 0xff;
      for (int i = 0; i < count; i++) {
        UUID channel = new UUID(in.getLong(), in.getLong());
        long sequence = in.getLong();
        byte[] sealed = new byte[in.getShort() & 0xffff];
        in.get(sealed);
        carried.add(new CarriedPosition(channel, sequence, sealed));
      }
    } catch (BufferUnderflowException e) {
      throw new AnswerRefused("carried positions are cut off");
    }
    return carried;
  }
}
