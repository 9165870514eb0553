package org.govshare.node.source;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.govshare.node.capture.Snapshot;
import org.govshare.node.run.RunFailure;

/**
 * Where change capture continues: after a key of the first copy, after a change within a window, or
 * with the next window.
 *
 * @param incarnation the installation whose history it is a position in
 * @param windows windows that have been delivered whole
 * @param lower what the target has seen
 * @param upper what it will have seen after the window that has begun, or null between windows
 * @param after number of the last change delivered in that window
 * @param copied last key of the first copy; empty at its start, null when it is done
 */
record CapturePosition(
    UUID incarnation,
    long windows,
    Snapshot lower,
    Snapshot upper,
    long after,
    List<String> copied) {

  /** Before the first row of the first copy. */
  static CapturePosition begin(UUID incarnation, Snapshot snapshot) {
    return new CapturePosition(incarnation, 0, snapshot, null, 0, List.of());
  }

  CapturePosition copied(List<String> key) {
    return new CapturePosition(incarnation, windows, lower, null, 0, key);
  }

  /** The first copy is done. */
  CapturePosition whole() {
    return copied(null);
  }

  /** In the window up to a snapshot. */
  CapturePosition within(Snapshot window, long change) {
    return new CapturePosition(incarnation, windows, lower, window, change, null);
  }

  /** The window has been delivered. */
  CapturePosition next() {
    return new CapturePosition(incarnation, windows + 1, upper, null, 0, null);
  }

  List<String> encode() {
    List<String> values = new ArrayList<>();
    values.add(incarnation.toString());
    values.add(Long.toString(windows));
    values.add(lower.compact());
    values.add(upper == null ? "" : upper.compact());
    values.add(Long.toString(after));
    values.add(copied == null ? "" : "copying");
    if (copied != null) {
      values.addAll(copied);
    }
    return values;
  }

  static CapturePosition decode(List<String> values) {
    try {
      return new CapturePosition(
          UUID.fromString(values.get(0)),
          Long.parseLong(values.get(1)),
          Snapshot.ofCompact(values.get(2)),
          values.get(3).isEmpty() ? null : Snapshot.ofCompact(values.get(3)),
          Long.parseLong(values.get(4)),
          values.get(5).isEmpty() ? null : List.copyOf(values.subList(6, values.size())));
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new RunFailure("position-unreadable", "the position is none of change capture");
    }
  }
}
