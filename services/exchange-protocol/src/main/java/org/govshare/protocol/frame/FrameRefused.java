package org.govshare.protocol.frame;

/** Bytes that are no acceptable frame. The message says why; nothing of them has been used. */
public final class FrameRefused extends RuntimeException {
  /** Refused for a reason. */
  public FrameRefused(String reason) {
    super(reason);
  }

  /** Refused because of another failure. */
  public FrameRefused(String reason, Throwable cause) {
    super(reason, cause);
  }
}
