package org.govshare.protocol.crypto;

/** A key, signature or sealed text that cannot be used. The message names the cause, no secret. */
public final class CryptoFailure extends RuntimeException {
  /** Failure with its cause in words. */
  public CryptoFailure(String message) {
    super(message);
  }

  /** Failure that another one brought about. */
  public CryptoFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
