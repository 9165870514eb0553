package org.govshare.monitoring.telemetry;

/**
 * What one end of a run has done, or did in a while.
 *
 * @param messages frames
 * @param rows rows in them
 * @param bytes their bytes before compression
 * @param wireBytes bytes of the frames
 */
record Figures(long messages, long rows, long bytes, long wireBytes) {

  /** No run moves as much; a figure above it is a fault of its sender and would spoil every sum. */
  static final long LIMIT = 1_000_000_000_000_000L;

  Figures {
    if (outside(messages) || outside(rows) || outside(bytes) || outside(wireBytes)) {
      throw new IllegalArgumentException("Figures are 0 to " + LIMIT);
    }
  }

  private static boolean outside(long figure) {
    return figure < 0 || figure > LIMIT;
  }

  /** The greater of each figure: cumulative figures never shrink, so the smaller is the older. */
  Figures greatest(Figures other) {
    return new Figures(
        Math.max(messages, other.messages),
        Math.max(rows, other.rows),
        Math.max(bytes, other.bytes),
        Math.max(wireBytes, other.wireBytes));
  }

  /** What these figures have grown by since earlier ones. */
  Figures since(Figures earlier) {
    return new Figures(
        messages - earlier.messages,
        rows - earlier.rows,
        bytes - earlier.bytes,
        wireBytes - earlier.wireBytes);
  }
}
