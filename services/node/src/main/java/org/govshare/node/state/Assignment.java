package org.govshare.node.state;

import org.govshare.protocol.control.RunState;
import org.govshare.protocol.control.StartRun;
import org.govshare.protocol.frame.RunTotals;

/**
 * A node's part in a run, as remembered on disk.
 *
 * @param command what the centre asked for
 * @param state how it stands
 * @param reason kebab-case code of why it failed or stopped, or null
 * @param detail the same in words, or null
 * @param epoch last epoch counter known
 * @param totals what is committed as far as this end knows
 * @param reported whether the centre's broker has the final state
 */
public record Assignment(
    StartRun command,
    RunState state,
    String reason,
    String detail,
    long epoch,
    RunTotals totals,
    boolean reported) {
  /** A new assignment. */
  public static Assignment of(StartRun command) {
    return new Assignment(command, RunState.RUNNING, null, null, 0, RunTotals.NONE, false);
  }

  /** Whether nothing more will happen. */
  public boolean ended() {
    return state != RunState.RUNNING;
  }
}
