package org.govshare.protocol.frame;

import java.util.Objects;
import java.util.UUID;
import org.govshare.protocol.crypto.CryptoSuite;
import org.govshare.protocol.crypto.Digest;

/**
 * What a frame says about itself. All of it is authenticated together with the payload.
 *
 * @param kind what the frame says
 * @param suite algorithms
 * @param codec compression of the payload before encryption
 * @param rowFormat how rows are written
 * @param channel the channel
 * @param run the run
 * @param epoch the epoch; {@link Epoch#NONE} in OPEN frames
 * @param sequence number in the channel, from 1, across epochs; 0 in OPEN frames
 * @param rows rows in the payload
 * @param plainLength bytes of the payload before compression
 * @param schemaHash hash of the target columns' names and types, see {@link SchemaHash}
 * @param keyId fingerprint of the source's signing key
 * @param keyBlock wrapped data key of the epoch, as long as the suite says; zeros in OPEN
 * @param previous digest of the frame before this one in the channel
 * @param sealedPosition where the source continues after this frame, sealed by it for itself
 */
public record FrameHeader(
    FrameKind kind,
    CryptoSuite suite,
    Codec codec,
    RowFormat rowFormat,
    UUID channel,
    UUID run,
    Epoch epoch,
    long sequence,
    int rows,
    int plainLength,
    Digest schemaHash,
    Digest keyId,
    byte[] keyBlock,
    Digest previous,
    byte[] sealedPosition) {

  /** Refuses headers that no source may send. */
  public FrameHeader {
    Objects.requireNonNull(channel, "channel");
    Objects.requireNonNull(run, "run");
    Objects.requireNonNull(epoch, "epoch");
    if (kind == null || suite == null || codec == null || rowFormat == null) {
      throw new FrameRefused("unknown kind, suite, codec or row format");
    }
    if (keyBlock.length != suite.keyBlockLength()) {
      throw new FrameRefused("the key block has " + suite.keyBlockLength() + " bytes");
    }
    if (sealedPosition.length > FrameCodec.MAXIMUM_POSITION) {
      throw new FrameRefused("the position is longer than " + FrameCodec.MAXIMUM_POSITION);
    }
    if (plainLength < 0 || plainLength > FrameCodec.MAXIMUM_PLAIN) {
      throw new FrameRefused("the payload is longer than " + FrameCodec.MAXIMUM_PLAIN);
    }
    if (rows < 0) {
      throw new FrameRefused("a negative number of rows");
    }
    boolean open = kind == FrameKind.OPEN;
    if (open != (sequence == 0) || sequence < 0 || open != (epoch.counter() == 0)) {
      throw new FrameRefused("sequence and epoch do not fit the kind of frame");
    }
    boolean data = kind == FrameKind.DATA;
    if (data != (rowFormat != RowFormat.NONE) || data != (rows > 0)) {
      throw new FrameRefused("rows in a frame that is not DATA, or none in one that is");
    }
    if (!data && codec != Codec.NONE) {
      throw new FrameRefused("only rows are compressed");
    }
  }
}
