package org.govshare.protocol.frame;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.UUID;
import org.govshare.protocol.crypto.Aead;
import org.govshare.protocol.crypto.CryptoSuite;
import org.govshare.protocol.crypto.Digest;
import org.govshare.protocol.crypto.PublicKeys;

/**
 * Layout of a frame, big-endian:
 *
 * <pre>
 *   0  4   magic GSF1            42  8   epoch counter         146  k   wrapped data key
 *   4  1   version, 1            50  16  epoch incarnation          32  digest of previous frame
 *   5  1   kind                  66  8   sequence                   2   length p of position
 *   6  1   suite                 74  4   rows                       p   sealed position
 *   7  1   codec                 78  4   plain length               4   length n of payload
 *   8  1   row format            82  32  schema hash                n   payload
 *   9  1   flags, 0             114  32  signing key id             32  digest of all before
 *  10  16  channel                                                  64  signature of the digest
 *  26  16  run
 * </pre>
 *
 * The suite decides the length k of the wrapped data key (80 in {@code intl}, 145 in {@code gm}),
 * the digest and the signature. Everything before the payload is the additional authenticated data
 * of its encryption.
 */
public final class FrameCodec {
  /** Most bytes of rows in a frame before compression. */
  public static final int MAXIMUM_PLAIN = 8 << 20;

  /** Most bytes of a payload on the wire: incompressible rows grow a little. */
  public static final int MAXIMUM_PAYLOAD = MAXIMUM_PLAIN + (64 << 10);

  /** Most bytes of a sealed position. */
  public static final int MAXIMUM_POSITION = 16 << 10;

  static final int SIGNATURE = PublicKeys.SIGNATURE_LENGTH;
  static final int TAG = Aead.TAG;

  private static final int MAGIC = 0x47534631;
  private static final int VERSION = 1;
  private static final int FIXED = 146 + Digest.LENGTH + 2;
  private static final int TAIL = Digest.LENGTH + SIGNATURE;

  private FrameCodec() {}

  /** Most bytes of any frame. */
  public static int maximumLength() {
    return fixed(CryptoSuite.GM) + MAXIMUM_POSITION + 4 + MAXIMUM_PAYLOAD + TAIL;
  }

  /**
   * Reads a frame and checks its layout, limits and digest.
   *
   * @param bytes the whole frame; kept, not copied
   * @throws FrameRefused with the reason
   */
  public static Frame parse(byte[] bytes) {
    if (bytes.length < fixed(CryptoSuite.INTL) + 4 + TAIL) {
      throw new FrameRefused("too short for a frame");
    }
    if (bytes.length > maximumLength()) {
      throw new FrameRefused("longer than any frame");
    }
    ByteBuffer in = ByteBuffer.wrap(bytes);
    try {
      return parse(bytes, in);
    } catch (BufferUnderflowException | IllegalArgumentException e) {
      throw new FrameRefused("lengths do not fit the frame", e);
    }
  }

  private static Frame parse(byte[] bytes, ByteBuffer in) {
    if (in.getInt() != MAGIC) {
      throw new FrameRefused("not a frame");
    }
    if (in.get() != VERSION) {
      throw new FrameRefused("a version of the frame that is not known here");
    }
    FrameKind kind = FrameKind.of(in.get());
    CryptoSuite suite = CryptoSuite.of(in.get());
    Codec codec = Codec.of(in.get());
    RowFormat rowFormat = RowFormat.of(in.get());
    if (suite == null) {
      throw new FrameRefused("unknown kind, suite, codec or row format");
    }
    if (in.get() != 0) {
      throw new FrameRefused("unknown flags");
    }
    UUID channel = uuid(in);
    UUID run = uuid(in);
    Epoch epoch = new Epoch(in.getLong(), uuid(in));
    long sequence = in.getLong();
    int rows = in.getInt();
    int plainLength = in.getInt();
    Digest schemaHash = digest(in);
    Digest keyId = digest(in);
    byte[] keyBlock = bytes(in, suite.keyBlockLength());
    Digest previous = digest(in);
    int positionLength = in.getShort() & 0xffff;
    if (positionLength > MAXIMUM_POSITION) {
      throw new FrameRefused("the position is longer than " + MAXIMUM_POSITION);
    }
    byte[] sealedPosition = bytes(in, positionLength);
    int payloadLength = in.getInt();
    if (payloadLength < 0 || payloadLength > MAXIMUM_PAYLOAD) {
      throw new FrameRefused("the payload is longer than " + MAXIMUM_PAYLOAD);
    }
    int payloadOffset = in.position();
    if (in.remaining() != payloadLength + TAIL) {
      throw new FrameRefused("lengths do not fit the frame");
    }
    Digest digest = suite.digest(bytes, 0, payloadOffset + payloadLength);
    if (!digest.equals(Digest.of(bytes, payloadOffset + payloadLength))) {
      throw new FrameRefused("the digest does not fit the content");
    }
    FrameHeader header =
        new FrameHeader(
            kind,
            suite,
            codec,
            rowFormat,
            channel,
            run,
            epoch,
            sequence,
            rows,
            plainLength,
            schemaHash,
            keyId,
            keyBlock,
            previous,
            sealedPosition);
    return new Frame(header, bytes, payloadOffset, payloadLength, digest);
  }

  /** A buffer of the frame's exact length, filled up to the payload. */
  static ByteBuffer begin(FrameHeader header, int payloadLength) {
    ByteBuffer out =
        ByteBuffer.allocate(
            fixed(header.suite()) + header.sealedPosition().length + 4 + payloadLength + TAIL);
    out.putInt(MAGIC).put((byte) VERSION);
    out.put((byte) header.kind().number()).put((byte) header.suite().number());
    out.put((byte) header.codec().number()).put((byte) header.rowFormat().number());
    out.put((byte) 0);
    put(out, header.channel());
    put(out, header.run());
    out.putLong(header.epoch().counter());
    put(out, header.epoch().incarnation());
    out.putLong(header.sequence()).putInt(header.rows()).putInt(header.plainLength());
    out.put(header.schemaHash().bytes()).put(header.keyId().bytes());
    out.put(header.keyBlock()).put(header.previous().bytes());
    out.putShort((short) header.sealedPosition().length).put(header.sealedPosition());
    return out.putInt(payloadLength);
  }

  private static int fixed(CryptoSuite suite) {
    return FIXED + suite.keyBlockLength();
  }

  private static void put(ByteBuffer out, UUID id) {
    out.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
  }

  private static UUID uuid(ByteBuffer in) {
    return new UUID(in.getLong(), in.getLong());
  }

  private static Digest digest(ByteBuffer in) {
    return Digest.of(bytes(in, Digest.LENGTH));
  }

  private static byte[] bytes(ByteBuffer in, int length) {
    byte[] bytes = new byte[length];
    in.get(bytes);
    return bytes;
  }
}
