package org.govshare.protocol.receipt;

/** Bytes that are no receipt. The message says why. */
public final class ReceiptRefused extends RuntimeException {
  /** Refused for a reason. */
  public ReceiptRefused(String reason) {
    super(reason);
  }
}
