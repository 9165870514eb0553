package org.govshare.lab.faults;

import java.util.Locale;
import org.govshare.protocol.control.Side;
import org.govshare.protocol.control.TransferMode;

/** The engine's steps at which an agent can be ordered to die, named as the agent names them. */
enum Step {
  COMMAND_BEFORE_SAVE(null, When.START),
  COMMAND_AFTER_SAVE(null, When.START),
  COMMAND_AFTER_REMEMBERED(null, When.START),
  COMMAND_AFTER_ACKNOWLEDGED(null, When.START),
  OPEN_BEFORE_SEND(Side.SOURCE, When.OPENING),
  OPEN_AFTER_ACCEPT(Side.SOURCE, When.OPENING),
  EPOCH_BEFORE_COMMIT(Side.TARGET, When.OPENING),
  EPOCH_AFTER_COMMIT(Side.TARGET, When.OPENING),
  EPOCH_AFTER_ACCEPT(Side.TARGET, When.OPENING),
  LEASE_BEFORE_SAVE(null, When.RENEWING),
  LEASE_AFTER_SAVE(null, When.RENEWING),
  LANES_BEFORE_SAVE(Side.SOURCE, When.START),
  LANES_AFTER_SAVE(Side.SOURCE, When.START),
  CAPTURE_BEFORE_COMMIT(Side.SOURCE, When.OPENING),
  CAPTURE_AFTER_COMMIT(Side.SOURCE, When.OPENING),
  FRAME_BEFORE_JOURNAL(Side.SOURCE, When.FLOWING),
  FRAME_BEFORE_SEND(Side.SOURCE, When.FLOWING),
  FRAME_AFTER_ACCEPT(Side.SOURCE, When.FLOWING),
  RECEIPT_BEFORE_FORWARD(Side.SOURCE, When.FLOWING),
  RECEIPT_AFTER_FORWARD(Side.SOURCE, When.FLOWING),
  RECEIPT_AFTER_JOURNAL(Side.SOURCE, When.FLOWING),
  RECEIPT_AFTER_ACCEPT(Side.SOURCE, When.FLOWING),
  ROWS_BEFORE_COMMIT(Side.TARGET, When.FLOWING),
  ROWS_AFTER_COMMIT(Side.TARGET, When.FLOWING),
  ROWS_AFTER_ACCEPT(Side.TARGET, When.FLOWING),
  END_BEFORE_COMMIT(Side.TARGET, When.ENDING),
  END_AFTER_COMMIT(Side.TARGET, When.ENDING),
  END_AFTER_ACCEPT(Side.TARGET, When.ENDING),
  DELIVERED_BEFORE_COMMIT(Side.SOURCE, When.ENDING),
  DELIVERED_AFTER_COMMIT(Side.SOURCE, When.ENDING),
  RUN_BEFORE_ENDED(null, When.ENDING),
  RUN_AFTER_ENDED(null, When.ENDING);

  /** At which time of a run the engine comes to a step. */
  enum When {
    START,
    OPENING,
    FLOWING,
    RENEWING,
    ENDING
  }

  private final Side side;
  private final When when;

  Step(Side side, When when) {
    this.side = side;
    this.when = when;
  }

  /** How an order names it. */
  String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whose step it is; steps of both alternate by the pass. */
  Side side(int pass) {
    return side != null ? side : pass % 2 == 0 ? Side.SOURCE : Side.TARGET;
  }

  /** Whether runs of a mode with so many lanes come to it. */
  boolean comesUpIn(TransferMode mode, int lanes) {
    return switch (this) {
      case LANES_BEFORE_SAVE, LANES_AFTER_SAVE -> mode == TransferMode.FULL && lanes > 1;
      case CAPTURE_BEFORE_COMMIT,
          CAPTURE_AFTER_COMMIT,
          DELIVERED_BEFORE_COMMIT,
          DELIVERED_AFTER_COMMIT ->
          mode == TransferMode.CAPTURE;
      default -> true;
    };
  }

  When when() {
    return when;
  }
}
