package org.govshare.node.broker;

/** The broker cannot be reached, refused a link, or went away. Trying again later may help. */
public final class BrokerUnavailable extends Exception {
  /** Unavailable for a reason. */
  public BrokerUnavailable(String message) {
    super(message);
  }

  /** Unavailable because of another failure. */
  public BrokerUnavailable(String message, Throwable cause) {
    super(message + ": " + cause.getMessage(), cause);
  }
}
