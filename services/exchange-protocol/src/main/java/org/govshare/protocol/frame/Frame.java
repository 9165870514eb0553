package org.govshare.protocol.frame;

import java.security.PublicKey;
import java.util.Arrays;
import org.govshare.protocol.crypto.Digest;
import org.govshare.protocol.crypto.PublicKeys;

/**
 * A frame whose layout and digest have been checked. Its signature counts only after {@link
 * #requireSignature}.
 */
public final class Frame {
  private final FrameHeader header;
  private final byte[] bytes;
  private final int payloadOffset;
  private final int payloadLength;
  private final Digest digest;

  Frame(FrameHeader header, byte[] bytes, int payloadOffset, int payloadLength, Digest digest) {
    this.header = header;
    this.bytes = bytes;
    this.payloadOffset = payloadOffset;
    this.payloadLength = payloadLength;
    this.digest = digest;
  }

  /** The header. */
  public FrameHeader header() {
    return header;
  }

  /** The whole frame; not a copy. */
  public byte[] bytes() {
    return bytes;
  }

  /** Digest over header and payload; the next frame and the receipt name it. */
  public Digest digest() {
    return digest;
  }

  /**
   * Checks the source's signature.
   *
   * @param key the registered key, which must be of the frame's suite
   * @throws FrameRefused when the frame names another key or the signature is not that key's
   */
  public void requireSignature(PublicKey key) {
    if (!PublicKeys.fingerprint(key).equals(header.keyId())) {
      throw new FrameRefused("signed with a key that is not the registered one of the peer");
    }
    byte[] signature = Arrays.copyOfRange(bytes, bytes.length - FrameCodec.SIGNATURE, bytes.length);
    if (!PublicKeys.verify(key, digest.bytes(), signature)) {
      throw new FrameRefused("the signature is wrong");
    }
  }

  int payloadOffset() {
    return payloadOffset;
  }

  int payloadLength() {
    return payloadLength;
  }

  /** The payload as it is on the wire; the plain content in OPEN frames. */
  byte[] payload() {
    return Arrays.copyOfRange(bytes, payloadOffset, payloadOffset + payloadLength);
  }
}
