package org.govshare.protocol.channel;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.UUID;
import org.govshare.protocol.crypto.Digest;
import org.govshare.protocol.crypto.NodeKeys;
import org.govshare.protocol.crypto.PublicKeys;
import org.govshare.protocol.frame.Epoch;
import org.govshare.protocol.frame.RunTotals;

/**
 * Bytes of an answer, big-endian: {@code GSA1}, version (1), kind, channel, the fields in the order
 * of the record, then the target's signature over all before, in the channel's suite. Byte strings
 * and text have a 16-bit length.
 */
public final class AnswerCodec {
  private static final int MAGIC = 0x47534131;
  private static final int VERSION = 1;
  private static final int MAXIMUM = 64 << 10;
  private static final int OPENED = 1;
  private static final int RECEIPTED = 2;
  private static final int REOPEN_ASKED = 3;
  private static final int RUN_REFUSED = 4;

  private AnswerCodec() {}

  /** Writes and signs an answer. */
  public static byte[] encode(ChannelAnswer answer, NodeKeys keys) {
    ByteBuffer out = ByteBuffer.allocate(MAXIMUM);
    out.putInt(MAGIC).put((byte) VERSION);
    switch (answer) {
      case ChannelAnswer.Opened opened -> {
        out.put((byte) OPENED);
        put(out, opened.channel());
        put(out, opened.openId());
        put(out, opened.run());
        put(out, opened.epoch());
        out.putLong(opened.lastSequence());
        out.put(opened.lastDigest().bytes()).put(opened.lastReceipt().bytes());
        put(out, opened.sealedPosition());
        RunTotals totals = opened.totals();
        out.putLong(totals.messages()).putLong(totals.rows());
        out.putLong(totals.bytes()).putLong(totals.wireBytes());
        out.put((byte) (opened.complete() ? 1 : 0)).put((byte) opened.applyMode().ordinal());
      }
      case ChannelAnswer.Receipted receipted -> {
        out.put((byte) RECEIPTED);
        put(out, receipted.channel());
        put(out, receipted.content());
        put(out, receipted.targetSignature());
      }
      case ChannelAnswer.ReopenAsked reopen -> {
        out.put((byte) REOPEN_ASKED);
        put(out, reopen.channel());
        put(out, reopen.epoch());
        put(out, text(reopen.reason()));
      }
      case ChannelAnswer.RunRefused refused -> {
        out.put((byte) RUN_REFUSED);
        put(out, refused.channel());
        put(out, refused.run());
        put(out, text(refused.reason()));
        put(out, text(refused.detail()));
      }
    }
    byte[] content = Arrays.copyOf(out.array(), out.position());
    byte[] signature = keys.sign(content);
    byte[] encoded = Arrays.copyOf(content, content.length + signature.length);
    System.arraycopy(signature, 0, encoded, content.length, signature.length);
    return encoded;
  }

  /**
   * Reads an answer and checks that the target signed it.
   *
   * @throws AnswerRefused with the reason
   */
  public static ChannelAnswer decode(byte[] bytes, PublicKey target) {
    int length = bytes.length - PublicKeys.SIGNATURE_LENGTH;
    if (length < 6 || bytes.length > MAXIMUM + PublicKeys.SIGNATURE_LENGTH) {
      throw new AnswerRefused("not the size of an answer");
    }
    byte[] content = Arrays.copyOf(bytes, length);
    if (!PublicKeys.verify(target, content, Arrays.copyOfRange(bytes, length, bytes.length))) {
      throw new AnswerRefused("the signature is not the registered target's");
    }
    ByteBuffer in = ByteBuffer.wrap(content);
    try {
      if (in.getInt() != MAGIC || in.get() != VERSION) {
        throw new AnswerRefused("not an answer of version 1");
      }
      ChannelAnswer answer = answer(in.get(), in);
      if (in.hasRemaining()) {
        throw new AnswerRefused("bytes after the end of the answer");
      }
      return answer;
    } catch (BufferUnderflowException | IllegalArgumentException e) {
      throw new AnswerRefused("lengths do not fit the answer");
    }
  }

  private static ChannelAnswer answer(int kind, ByteBuffer in) {
    UUID channel = uuid(in);
    return switch (kind) {
      case OPENED ->
          new ChannelAnswer.Opened(
              channel,
              uuid(in),
              uuid(in),
              epoch(in),
              in.getLong(),
              digest(in),
              digest(in),
              bytes(in),
              new RunTotals(in.getLong(), in.getLong(), in.getLong(), in.getLong()),
              in.get() != 0,
              applyMode(in.get()));
      case RECEIPTED -> new ChannelAnswer.Receipted(channel, bytes(in), bytes(in));
      case REOPEN_ASKED -> new ChannelAnswer.ReopenAsked(channel, epoch(in), text(in));
      case RUN_REFUSED -> new ChannelAnswer.RunRefused(channel, uuid(in), text(in), text(in));
      default -> throw new AnswerRefused("an unknown kind of answer");
    };
  }

  private static ApplyMode applyMode(int number) {
    if (number < 0 || number >= ApplyMode.values().length) {
      throw new IllegalArgumentException("apply mode");
    }
    return ApplyMode.values()[number];
  }

  private static void put(ByteBuffer out, UUID id) {
    out.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
  }

  private static void put(ByteBuffer out, Epoch epoch) {
    out.putLong(epoch.counter());
    put(out, epoch.incarnation());
  }

  private static void put(ByteBuffer out, byte[] bytes) {
    out.putShort((short) bytes.length).put(bytes);
  }

  private static byte[] text(String text) {
    String kept = text == null ? "" : text.length() > 1000 ? text.substring(0, 1000) : text;
    return kept.getBytes(StandardCharsets.UTF_8);
  }

  private static UUID uuid(ByteBuffer in) {
    return new UUID(in.getLong(), in.getLong());
  }

  private static Epoch epoch(ByteBuffer in) {
    return new Epoch(in.getLong(), uuid(in));
  }

  private static Digest digest(ByteBuffer in) {
    byte[] bytes = new byte[Digest.LENGTH];
    in.get(bytes);
    return Digest.of(bytes);
  }

  private static byte[] bytes(ByteBuffer in) {
    byte[] bytes = new byte[in.getShort() & 0xffff];
    in.get(bytes);
    return bytes;
  }

  private static String text(ByteBuffer in) {
    return new String(bytes(in), StandardCharsets.UTF_8);
  }
}
