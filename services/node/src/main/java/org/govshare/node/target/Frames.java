package org.govshare.node.target;

import java.security.PublicKey;
import java.util.List;
import org.govshare.node.broker.Delivery;
import org.govshare.protocol.control.StartRun;
import org.govshare.protocol.frame.Frame;
import org.govshare.protocol.frame.FrameCodec;
import org.govshare.protocol.frame.FrameKind;
import org.govshare.protocol.frame.FrameRefused;

/** Reads deliveries as frames of one channel. */
final class Frames {
  /** No OPEN frame is longer, so larger ones need not be looked into. */
  private static final int MAXIMUM_OPEN = 1024;

  private Frames() {}

  /**
   * The frame of a delivery, its signature checked; null for a frame of another run of the channel.
   *
   * @throws FrameRefused when it is no frame of the registered source in this channel
   */
  static Frame parse(Delivery delivery, StartRun command, List<PublicKey> peerKeys) {
    Frame frame = FrameCodec.parse(delivery.body());
    if (!frame.header().channel().equals(command.channelId())) {
      throw new FrameRefused("a frame of another channel");
    }
    if (frame.header().suite() != command.suite()) {
      throw new FrameRefused("a frame of suite " + frame.header().suite().code());
    }
    requireSignature(frame, peerKeys);
    return frame.header().run().equals(command.runId()) ? frame : null;
  }

  /** Whether the source opens the channel for a run that this node has not been told of yet. */
  static boolean opensAnotherRun(Delivery delivery, StartRun command, List<PublicKey> peerKeys) {
    if (delivery.body().length > MAXIMUM_OPEN) {
      return false;
    }
    try {
      Frame frame = FrameCodec.parse(delivery.body());
      return frame.header().kind() == FrameKind.OPEN
          && frame.header().channel().equals(command.channelId())
          && !frame.header().run().equals(command.runId())
          && signed(frame, peerKeys);
    } catch (FrameRefused e) {
      return false;
    }
  }

  private static boolean signed(Frame frame, List<PublicKey> peerKeys) {
    requireSignature(frame, peerKeys);
    return true;
  }

  private static void requireSignature(Frame frame, List<PublicKey> peerKeys) {
    FrameRefused refused = null;
    for (PublicKey key : peerKeys) {
      try {
        frame.requireSignature(key);
        return;
      } catch (FrameRefused e) {
        refused = e;
      }
    }
    throw refused;
  }
}
