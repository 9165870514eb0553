package org.govshare.exchange.intake;

/** A message that can never be applied; the message of the exception says why. */
class Poison extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Poison(String reason) {
    super(reason);
  }

  Poison(Throwable cause) {
    super(cause.getMessage(), cause);
  }
}
