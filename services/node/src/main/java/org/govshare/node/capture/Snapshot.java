package org.govshare.node.capture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which transactions a moment sees, as {@code pg_current_snapshot()} tells.
 *
 * @param minimum all transactions before it have ended
 * @param maximum it and all after it had not begun
 * @param running those between them that had not ended, in ascending order
 */
public record Snapshot(long minimum, long maximum, List<Long> running) {
  private static final int RADIX = 36;

  /** Refuses what is no snapshot. */
  public Snapshot {
    running = List.copyOf(running);
    long before = minimum - 1;
    for (long transaction : running) {
      if (transaction <= before || transaction >= maximum) {
        throw new IllegalArgumentException("running transactions are not in order");
      }
      before = transaction;
    }
    if (minimum < 0 || maximum < minimum) {
      throw new IllegalArgumentException("a snapshot ends before it begins");
    }
  }

  /** Reads PostgreSQL's text. */
  public static Snapshot parse(String text) {
    String[] parts = text.split(":", -1);
    if (parts.length != 3) {
      throw new IllegalArgumentException("not a snapshot: " + text);
    }
    List<Long> running =
        parts[2].isEmpty()
            ? List.of()
            : Arrays.stream(parts[2].split(",")).map(Long::valueOf).toList();
    return new Snapshot(Long.parseLong(parts[0]), Long.parseLong(parts[1]), running);
  }

  /** PostgreSQL's text. */
  public String text() {
    return minimum
        + ":"
        + maximum
        + ":"
        + String.join(",", running.stream().map(String::valueOf).toList());
  }

  /** Whether a transaction's outcome is seen. */
  public boolean sees(long transaction) {
    return transaction < maximum && !running.contains(transaction);
  }

  /** Whether it sees all that another one sees. */
  public boolean covers(Snapshot earlier) {
    return earlier.maximum <= maximum && running.stream().noneMatch(earlier::sees);
  }

  /**
   * A short text: positions hold two snapshots, and a busy database has hundreds of transactions.
   */
  public String compact() {
    StringBuilder text = new StringBuilder(Long.toString(minimum, RADIX));
    text.append(':').append(Long.toString(maximum - minimum, RADIX)).append(':');
    long before = minimum;
    for (long transaction : running) {
      text.append(Long.toString(transaction - before, RADIX)).append(',');
      before = transaction;
    }
    return text.toString();
  }

  /** Reads the short text. */
  public static Snapshot ofCompact(String text) {
    String[] parts = text.split(":", -1);
    if (parts.length != 3) {
      throw new IllegalArgumentException("not a snapshot: " + text);
    }
    long minimum = Long.parseLong(parts[0], RADIX);
    List<Long> running = new ArrayList<>();
    long before = minimum;
    for (String step : parts[2].split(",")) {
      if (!step.isEmpty()) {
        before += Long.parseLong(step, RADIX);
        running.add(before);
      }
    }
    return new Snapshot(minimum, minimum + Long.parseLong(parts[1], RADIX), running);
  }
}
