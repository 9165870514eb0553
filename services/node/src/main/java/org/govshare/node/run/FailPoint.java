package org.govshare.node.run;

import org.govshare.protocol.fault.DeathOrder;

/**
 * Steps of the engine at which a fault campaign lets the process die as if it were killed, by a
 * {@link DeathOrder}: before and after each commit, accept and write to a journal.
 */
public enum FailPoint {
  COMMAND_BEFORE_SAVE,
  COMMAND_AFTER_SAVE,
  COMMAND_AFTER_REMEMBERED,
  COMMAND_AFTER_ACKNOWLEDGED,
  OPEN_BEFORE_SEND,
  OPEN_AFTER_ACCEPT,
  FRAME_BEFORE_JOURNAL,
  FRAME_BEFORE_SEND,
  FRAME_AFTER_ACCEPT,
  RECEIPT_BEFORE_FORWARD,
  RECEIPT_AFTER_FORWARD,
  RECEIPT_AFTER_JOURNAL,
  RECEIPT_AFTER_ACCEPT,
  EPOCH_BEFORE_COMMIT,
  EPOCH_AFTER_COMMIT,
  EPOCH_AFTER_ACCEPT,
  ROWS_BEFORE_COMMIT,
  ROWS_AFTER_COMMIT,
  ROWS_AFTER_ACCEPT,
  END_BEFORE_COMMIT,
  END_AFTER_COMMIT,
  END_AFTER_ACCEPT,
  LEASE_BEFORE_SAVE,
  LEASE_AFTER_SAVE,
  LANES_BEFORE_SAVE,
  LANES_AFTER_SAVE,
  CAPTURE_BEFORE_COMMIT,
  CAPTURE_AFTER_COMMIT,
  DELIVERED_BEFORE_COMMIT,
  DELIVERED_AFTER_COMMIT,
  RUN_BEFORE_ENDED,
  RUN_AFTER_ENDED;

  /** The engine is at this step; does not return if an order says so. */
  public void pass() {
    DeathOrder.pass(this);
  }
}
