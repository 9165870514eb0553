package org.govshare.exchange.run;

import java.util.Base64;
import org.govshare.protocol.control.ForwardedReceipt;
import org.govshare.protocol.control.Side;
import org.govshare.protocol.crypto.PublicKeys;
import org.govshare.protocol.receipt.Receipt;
import org.govshare.protocol.receipt.ReceiptRefused;

/**
 * A receipt with the signatures of both ends.
 *
 * @param receipt the receipt
 * @param targetSignature the target's signature over its content
 * @param sourceSignature the source's
 */
record SignedReceipt(Receipt receipt, byte[] targetSignature, byte[] sourceSignature) {

  /**
   * Reads a forwarded receipt.
   *
   * @throws ReceiptRefused if it is malformed
   */
  static SignedReceipt read(ForwardedReceipt forwarded) {
    SignedReceipt read =
        new SignedReceipt(
            Receipt.parse(bytes("content", forwarded.content())),
            bytes("targetSignature", forwarded.targetSignature()),
            bytes("sourceSignature", forwarded.sourceSignature()));
    if (!read.receipt().channel().equals(forwarded.channelId())) {
      throw new ReceiptRefused("it is forwarded for another channel than its own");
    }
    return read;
  }

  private static byte[] bytes(String field, String base64) {
    if (base64 == null) {
      throw new ReceiptRefused(field + " is absent");
    }
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      throw new ReceiptRefused(field + " is not base64");
    }
  }

  /** Whether an end has signed it with a key; {@code null} is none. */
  boolean signedBy(Side side, String key) {
    return key != null
        && receipt.verify(
            PublicKeys.signingKey(receipt.suite(), key),
            side == Side.SOURCE ? sourceSignature : targetSignature);
  }
}
