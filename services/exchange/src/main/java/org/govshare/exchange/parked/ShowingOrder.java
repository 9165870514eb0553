package org.govshare.exchange.parked;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.govshare.platform.problem.InvalidInput;
import org.govshare.protocol.crypto.CryptoFailure;
import org.govshare.protocol.crypto.SealedText;

/**
 * Who is to read parked rows.
 *
 * @param readerKey public key made for this order by whoever asks (P-256, SubjectPublicKeyInfo,
 *     base64)
 * @param target which target of the service shows its rows, from 1; the first if absent
 */
@RegisterForReflection
public record ShowingOrder(String readerKey, Integer target) {

  private static final int LIMIT = 500;

  void check() {
    if (readerKey == null) {
      throw new InvalidInput("readerKey", "required");
    }
    if (readerKey.length() > LIMIT) {
      throw new InvalidInput("readerKey", "too-long", LIMIT);
    }
    try {
      SealedText.publicKey(readerKey);
    } catch (CryptoFailure e) {
      throw new InvalidInput("readerKey", "no-reader-key");
    }
  }
}
