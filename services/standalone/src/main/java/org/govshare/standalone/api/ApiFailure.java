package org.govshare.standalone.api;

/** A service answered otherwise than expected; the message says what it said. */
public final class ApiFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ApiFailure(Answer answer) {
    super(answer.request() + " answered " + answer.status() + ": " + answer.body());
  }

  ApiFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
