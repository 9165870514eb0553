package org.govshare.protocol.frame;

import java.nio.ByteBuffer;
import java.security.PublicKey;
import java.util.UUID;
import org.govshare.protocol.crypto.Aead;
import org.govshare.protocol.crypto.CryptoFailure;
import org.govshare.protocol.crypto.DataKeyBlock;
import org.govshare.protocol.crypto.Digest;
import org.govshare.protocol.crypto.NodeKeys;

/**
 * Makes the frames of one epoch: numbers them, chains them, encrypts with the epoch's data key and
 * signs. A sequence is sealed once only, because it is the nonce. Not safe for several threads.
 */
public final class FrameSealer {
  private final NodeKeys keys;
  private final UUID channel;
  private final UUID run;
  private final Epoch epoch;
  private final Digest schemaHash;
  private final byte[] keyBlock;
  private final Aead cipher;
  private long sequence;
  private Digest previous;

  /**
   * Starts an epoch with a data key of its own.
   *
   * @param keys the source's keys; their suite is the frames'
   * @param receiver the target's agreement key of the same suite
   * @param lastSequence sequence of the last frame that the target committed, 0 for none
   * @param lastDigest its digest, {@link Digest#ZERO} for none
   */
  public FrameSealer(
      NodeKeys keys,
      PublicKey receiver,
      UUID channel,
      UUID run,
      Epoch epoch,
      Digest schemaHash,
      long lastSequence,
      Digest lastDigest) {
    DataKeyBlock block = DataKeyBlock.create(receiver, FrameNonce.context(channel, epoch));
    this.keys = keys;
    this.channel = channel;
    this.run = run;
    this.epoch = epoch;
    this.schemaHash = schemaHash;
    this.keyBlock = block.block();
    this.cipher = block.cipher();
    if (keyBlock.length != keys.suite().keyBlockLength()) {
      throw new CryptoFailure("the keys of source and target are of different suites");
    }
    this.sequence = lastSequence;
    this.previous = lastDigest;
  }

  /** Sequence that the next frame will have; the position is bound to it. */
  public long nextSequence() {
    return sequence + 1;
  }

  /** Makes the next DATA frame, of plain rows. */
  public SealedFrame data(
      int rows, int plainLength, Codec codec, byte[] content, int length, byte[] sealedPosition) {
    return data(
        RowFormat.POSTGRES_BINARY, rows, plainLength, codec, content, length, sealedPosition);
  }

  /**
   * Makes the next DATA frame.
   *
   * @param rowFormat how the rows are written
   * @param rows number of rows, at least 1
   * @param plainLength their bytes before compression
   * @param content the rows, compressed as the codec says
   * @param length bytes of the content to use
   */
  public SealedFrame data(
      RowFormat rowFormat,
      int rows,
      int plainLength,
      Codec codec,
      byte[] content,
      int length,
      byte[] sealedPosition) {
    return seal(
        FrameKind.DATA, codec, rowFormat, rows, plainLength, content, length, sealedPosition);
  }

  /** Makes the END frame. */
  public SealedFrame end(EndBody body, byte[] sealedPosition) {
    byte[] content = body.encode();
    return seal(
        FrameKind.END,
        Codec.NONE,
        RowFormat.NONE,
        0,
        content.length,
        content,
        content.length,
        sealedPosition);
  }

  /** Makes an OPEN frame; it belongs to no epoch and its content is signed but not encrypted. */
  public static SealedFrame open(
      NodeKeys keys, UUID channel, UUID run, Digest schemaHash, OpenBody body) {
    byte[] content = body.encode();
    FrameHeader header =
        new FrameHeader(
            FrameKind.OPEN,
            keys.suite(),
            Codec.NONE,
            RowFormat.NONE,
            channel,
            run,
            Epoch.NONE,
            0,
            0,
            content.length,
            schemaHash,
            keys.keyId(),
            new byte[keys.suite().keyBlockLength()],
            Digest.ZERO,
            new byte[0]);
    return finish(FrameCodec.begin(header, content.length).put(content), keys, 0);
  }

  private SealedFrame seal(
      FrameKind kind,
      Codec codec,
      RowFormat rowFormat,
      int rows,
      int plainLength,
      byte[] content,
      int length,
      byte[] sealedPosition) {
    long next = sequence + 1;
    FrameHeader header =
        new FrameHeader(
            kind,
            keys.suite(),
            codec,
            rowFormat,
            channel,
            run,
            epoch,
            next,
            rows,
            plainLength,
            schemaHash,
            keys.keyId(),
            keyBlock,
            previous,
            sealedPosition);
    ByteBuffer out = FrameCodec.begin(header, length + FrameCodec.TAG);
    int at = out.position();
    int written =
        cipher.seal(FrameNonce.of(next), out.array(), at, content, length, out.array(), at);
    out.position(at + written);
    SealedFrame sealed = finish(out, keys, next);
    sequence = next;
    previous = sealed.digest();
    return sealed;
  }

  private static SealedFrame finish(ByteBuffer out, NodeKeys keys, long sequence) {
    Digest digest = keys.suite().digest(out.array(), 0, out.position());
    out.put(digest.bytes()).put(keys.sign(digest.bytes()));
    return new SealedFrame(sequence, digest, out.array());
  }
}
