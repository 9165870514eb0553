package org.govshare.protocol.frame;

/**
 * What a run has committed so far.
 *
 * @param messages frames, the end frame included
 * @param rows rows
 * @param bytes bytes of the rows before compression
 * @param wireBytes bytes of the frames
 */
public record RunTotals(long messages, long rows, long bytes, long wireBytes) {
  /** Nothing yet. */
  public static final RunTotals NONE = new RunTotals(0, 0, 0, 0);

  /** Refuses negative figures. */
  public RunTotals {
    if (messages < 0 || rows < 0 || bytes < 0 || wireBytes < 0) {
      throw new IllegalArgumentException("totals are not negative");
    }
  }

  /** With one more frame. */
  public RunTotals plus(long moreRows, long moreBytes, long moreWireBytes) {
    return new RunTotals(
        messages + 1, rows + moreRows, bytes + moreBytes, wireBytes + moreWireBytes);
  }
}
