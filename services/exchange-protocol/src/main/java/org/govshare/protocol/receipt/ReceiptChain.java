package org.govshare.protocol.receipt;

import java.security.PublicKey;

/**
 * Checks a channel's receipts one after another. Feed them in order from the first, or from any one
 * whose predecessor is trusted.
 */
public final class ReceiptChain {
  private Receipt head;

  /** A chain that continues after a trusted receipt, or starts when that is null. */
  public ReceiptChain(Receipt head) {
    this.head = head;
  }

  /** The last receipt that was accepted, or null. */
  public Receipt head() {
    return head;
  }

  /**
   * Accepts the next receipt with the target's signature.
   *
   * @throws ReceiptRefused naming the sequence and what is wrong with it; the head stays
   */
  public void append(Receipt next, PublicKey targetKey, byte[] targetSignature) {
    String wrong = next.breakAfter(head);
    if (wrong != null) {
      throw new ReceiptRefused(wrong);
    }
    if (!next.verify(targetKey, targetSignature)) {
      throw new ReceiptRefused(
          "the target's signature at sequence " + next.sequence() + " is wrong");
    }
    head = next;
  }
}
