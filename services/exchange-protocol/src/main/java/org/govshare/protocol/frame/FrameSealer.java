package org.govshare.protocol.frame;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.PublicKey;
import java.util.UUID;
import javax.crypto.Cipher;
import org.govshare.protocol.crypto.CryptoFailure;
import org.govshare.protocol.crypto.CryptoSuite;
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
  private final Key dataKey;
  private long sequence;
  private Digest previous;

  /**
   * Starts an epoch with a data key of its own.
   *
   * @param keys the source's keys
   * @param receiver the target's X25519 key
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
    DataKeyBlock block = DataKeyBlock.create(receiver, FrameCipher.context(channel, epoch));
    this.keys = keys;
    this.channel = channel;
    this.run = run;
    this.epoch = epoch;
    this.schemaHash = schemaHash;
    this.keyBlock = block.block();
    this.dataKey = block.key();
    this.sequence = lastSequence;
    this.previous = lastDigest;
  }

  /** Sequence that the next frame will have; the position is bound to it. */
  public long nextSequence() {
    return sequence + 1;
  }

  /**
   * Makes the next DATA frame.
   *
   * @param rows number of rows, at least 1
   * @param plainLength their bytes before compression
   * @param content the rows, compressed as the codec says
   * @param length bytes of the content to use
   */
  public SealedFrame data(
      int rows, int plainLength, Codec codec, byte[] content, int length, byte[] sealedPosition) {
    return seal(
        FrameKind.DATA,
        codec,
        RowFormat.POSTGRES_BINARY,
        rows,
        plainLength,
        content,
        length,
        sealedPosition);
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
            CryptoSuite.INTL,
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
            new byte[DataKeyBlock.LENGTH],
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
            CryptoSuite.INTL,
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
    try {
      Cipher cipher = FrameCipher.cipher(Cipher.ENCRYPT_MODE, dataKey, next);
      cipher.updateAAD(out.array(), 0, out.position());
      int written = cipher.doFinal(content, 0, length, out.array(), out.position());
      out.position(out.position() + written);
    } catch (GeneralSecurityException e) {
      throw new CryptoFailure("cannot encrypt a frame", e);
    }
    SealedFrame sealed = finish(out, keys, next);
    sequence = next;
    previous = sealed.digest();
    return sealed;
  }

  private static SealedFrame finish(ByteBuffer out, NodeKeys keys, long sequence) {
    Digest digest = Digest.sha256(out.array(), 0, out.position());
    out.put(digest.bytes()).put(keys.sign(digest.bytes()));
    return new SealedFrame(sequence, digest, out.array());
  }
}
