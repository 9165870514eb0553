package org.govshare.exchange.run;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.govshare.protocol.control.RunProgress;
import org.govshare.protocol.control.RunState;
import org.govshare.protocol.frame.RunTotals;

/** How far a run has come at one end. Figures never shrink, an end that is over stays over. */
@Embeddable
class EndProgress {

  @Enumerated(EnumType.STRING)
  private RunState state;

  private long epoch;
  private long messages;
  private long rows;
  private long bytes;
  private long wireBytes;

  /** Nothing yet; also for the persistence provider. */
  protected EndProgress() {}

  /** Takes the node's word for its state alone. */
  void speak(RunProgress progress) {
    if (state == null || state == RunState.RUNNING) {
      state = progress.state();
    }
    epoch = Math.max(epoch, progress.epoch());
  }

  void raise(RunProgress progress) {
    speak(progress);
    raise(
        new RunTotals(
            progress.messages(), progress.rows(), progress.bytes(), progress.wireBytes()));
  }

  void raise(RunTotals totals) {
    messages = Math.max(messages, totals.messages());
    rows = Math.max(rows, totals.rows());
    bytes = Math.max(bytes, totals.bytes());
    wireBytes = Math.max(wireBytes, totals.wireBytes());
  }

  /** Puts what the receipts prove in the place of what was reported. */
  void settle(RunTotals totals) {
    messages = totals.messages();
    rows = totals.rows();
    bytes = totals.bytes();
    wireBytes = totals.wireBytes();
  }

  RunState state() {
    return state;
  }

  RunView.End view() {
    return new RunView.End(messages, rows, bytes, wireBytes, state);
  }
}
