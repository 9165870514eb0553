package org.govshare.exchange.intake;

import org.govshare.protocol.fault.DeathOrder;

/**
 * Steps at which a fault campaign lets the service die as if it were killed. What is taken is
 * accepted after its commit, so that {@code AFTER_COMMIT} is before the accept, and {@code
 * AFTER_ACCEPT} is the arrival of the message after it.
 */
enum IntakeStep {
  RECEIPT_BEFORE_COMMIT,
  RECEIPT_AFTER_COMMIT,
  RECEIPT_AFTER_ACCEPT,
  EVENT_BEFORE_COMMIT,
  EVENT_AFTER_COMMIT,
  EVENT_AFTER_ACCEPT;

  /** The service is at this step; does not return if an order says so. */
  void pass() {
    DeathOrder.pass(this);
  }
}
