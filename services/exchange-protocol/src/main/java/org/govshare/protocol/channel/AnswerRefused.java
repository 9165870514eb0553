package org.govshare.protocol.channel;

/** Bytes that are no answer of the registered target. The message says why. */
public final class AnswerRefused extends RuntimeException {
  /** Refused for a reason. */
  public AnswerRefused(String reason) {
    super(reason);
  }
}
