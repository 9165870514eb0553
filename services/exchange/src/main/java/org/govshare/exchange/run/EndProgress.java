package org.govshare.exchange.run;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
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

  /** Forgets what the node said of its state; the figures stay. */
  void speakAgain() {
    state = null;
  }

  /** Takes the node's word; whether more is committed than was known. */
  boolean raise(RunProgress progress) {
    long before = messages;
    speak(progress);
    raise(
        new RunTotals(
            progress.messages(), progress.rows(), progress.bytes(), progress.wireBytes()));
    return messages > before;
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

  long rows() {
    return rows;
  }

  RunView.End view() {
    return new RunView.End(messages, rows, bytes, wireBytes, state);
  }

  /** What several ends have done together; the state is the one furthest behind. */
  static RunView.End sum(List<EndProgress> ends) {
    return new RunView.End(
        ends.stream().mapToLong(it -> it.messages).sum(),
        ends.stream().mapToLong(it -> it.rows).sum(),
        ends.stream().mapToLong(it -> it.bytes).sum(),
        ends.stream().mapToLong(it -> it.wireBytes).sum(),
        together(ends.stream().map(it -> it.state).toList()));
  }

  private static RunState together(List<RunState> states) {
    if (states.contains(RunState.RUNNING)) {
      return RunState.RUNNING;
    }
    if (states.contains(null)) {
      return states.stream().allMatch(Objects::isNull) ? null : RunState.RUNNING;
    }
    return states.stream().max(Comparator.naturalOrder()).orElse(null);
  }
}
