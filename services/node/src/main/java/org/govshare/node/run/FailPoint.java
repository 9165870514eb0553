package org.govshare.node.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Steps of the engine at which a fault campaign lets the process die as if it were killed: before
 * and after each commit, accept and write to a journal. Without an order file, which only campaigns
 * name ({@code govshare.agent.faults.steps}), passing one costs the reading of a field.
 *
 * <p>The file holds a point's label and the number of the pass that is the last one, such as {@code
 * rows-after-commit 2}. It is deleted before the process dies, so that the next one lives.
 */
public enum FailPoint {
  COMMAND_BEFORE_SAVE,
  COMMAND_AFTER_SAVE,
  COMMAND_AFTER_REMEMBERED,
  COMMAND_AFTER_ACKNOWLEDGED,
  OPEN_BEFORE_SEND,
  OPEN_AFTER_ACCEPT,
  FRAME_BEFORE_LEDGER,
  FRAME_BEFORE_SEND,
  FRAME_AFTER_ACCEPT,
  RECEIPT_BEFORE_FORWARD,
  RECEIPT_AFTER_FORWARD,
  RECEIPT_AFTER_JOURNAL,
  RECEIPT_AFTER_ACCEPT,
  EPOCH_BEFORE_COMMIT,
  EPOCH_AFTER_COMMIT,
  ROWS_BEFORE_COMMIT,
  ROWS_AFTER_COMMIT,
  ROWS_AFTER_ACCEPT,
  END_BEFORE_COMMIT,
  END_AFTER_COMMIT,
  END_AFTER_ACCEPT,
  RUN_BEFORE_ENDED,
  RUN_AFTER_ENDED;

  /** What a process that was killed ends with. */
  private static final int KILLED = 137;

  private static volatile Path orders;
  private static String counted = "";
  private static int passes;

  /** How an order names the point. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Obeys the orders of a file, which need not exist yet. */
  public static void obey(Path file) {
    orders = file;
  }

  /** The engine is at this step; does not return if an order says so. */
  public void pass() {
    Path file = orders;
    if (file != null && ordered(file)) {
      Runtime.getRuntime().halt(KILLED);
    }
  }

  /** Whether this pass is the one that the order means; the order is then gone. */
  boolean ordered(Path file) {
    synchronized (FailPoint.class) {
      try {
        String order = Files.exists(file) ? Files.readString(file).strip() : "";
        int space = order.indexOf(' ');
        if (space < 0 || !order.substring(0, space).equals(label())) {
          return false;
        }
        passes = order.equals(counted) ? passes + 1 : 1;
        counted = order;
        if (passes < Integer.parseInt(order.substring(space + 1))) {
          return false;
        }
        counted = "";
        return Files.deleteIfExists(file);
      } catch (IOException | NumberFormatException unreadable) {
        return false;
      }
    }
  }
}
