package org.govshare.exchange.trial;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.govshare.platform.problem.InvalidInput;
import org.govshare.protocol.crypto.CryptoFailure;
import org.govshare.protocol.crypto.SealedText;

/**
 * What is asked of a trial.
 *
 * @param readerKey public key of who may read the first rows (P-256, SubjectPublicKeyInfo, base64),
 *     made for this trial by whoever asks; absent for the plan alone
 */
@RegisterForReflection
public record TrialOrder(String readerKey) {

  private static final int LIMIT = 500;

  void check() {
    if (readerKey == null) {
      return;
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
