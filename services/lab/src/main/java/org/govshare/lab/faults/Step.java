package org.govshare.lab.faults;

import java.util.Locale;
import org.govshare.protocol.control.Side;

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
  FRAME_BEFORE_LEDGER(Side.SOURCE, When.FLOWING),
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
  RUN_BEFORE_ENDED(null, When.ENDING),
  RUN_AFTER_ENDED(null, When.ENDING);

  /** At which time of a run the engine comes to a step. */
  enum When {
    START,
    OPENING,
    FLOWING,
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

  When when() {
    return when;
  }
}
