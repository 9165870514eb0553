package org.govshare.protocol.frame;

import org.govshare.protocol.crypto.CryptoFailure;
import org.govshare.protocol.crypto.DataKeyBlock;
import org.govshare.protocol.crypto.NodeKeys;

/**
 * Decrypts frames at the target. Remembers the last data key it unwrapped, since all frames of an
 * epoch carry the same. Not safe for several threads.
 */
public final class FrameOpener {
  private final NodeKeys keys;
  private DataKeyBlock lastBlock;
  private byte[] lastContext;

  /** An opener of one suite for the node that holds these keys. */
  public FrameOpener(NodeKeys keys) {
    this.keys = keys;
  }

  /**
   * Decrypts the payload of a DATA or END frame; it is still compressed as the header says.
   *
   * @param into receives the content from its start; at least {@link #contentLength} bytes
   * @return number of bytes written
   * @throws FrameRefused when the key is not wrapped for this node or the payload was altered
   */
  public int open(Frame frame, byte[] into) {
    FrameHeader header = frame.header();
    if (header.suite() != keys.suite()) {
      throw new FrameRefused("a frame of suite " + header.suite().code());
    }
    byte[] context = FrameNonce.context(header.channel(), header.epoch());
    try {
      if (lastBlock == null
          || !lastBlock.matches(header.keyBlock())
          || !java.util.Arrays.equals(lastContext, context)) {
        lastBlock = DataKeyBlock.open(keys, header.keyBlock(), context);
        lastContext = context;
      }
      return lastBlock
          .cipher()
          .open(
              FrameNonce.of(header.sequence()),
              frame.bytes(),
              frame.payloadOffset(),
              frame.bytes(),
              frame.payloadOffset(),
              frame.payloadLength(),
              into);
    } catch (CryptoFailure e) {
      throw new FrameRefused("the payload cannot be decrypted: " + e.getMessage(), e);
    }
  }

  /** Bytes of the payload after decryption. */
  public static int contentLength(Frame frame) {
    int length = frame.payloadLength() - FrameCodec.TAG;
    if (length < 0) {
      throw new FrameRefused("the payload is shorter than its tag");
    }
    return length;
  }

  /** Reads the body of an END frame. */
  public EndBody end(Frame frame) {
    byte[] content = new byte[contentLength(frame)];
    open(frame, content);
    return EndBody.decode(content);
  }

  /** Reads the body of an OPEN frame; check its signature first. */
  public static OpenBody openBody(Frame frame) {
    if (frame.header().kind() != FrameKind.OPEN) {
      throw new FrameRefused("not an OPEN frame");
    }
    return OpenBody.decode(frame.payload());
  }
}
