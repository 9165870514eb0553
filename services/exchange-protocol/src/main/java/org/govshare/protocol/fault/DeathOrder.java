package org.govshare.protocol.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * A fault campaign's order that this process shall die at a step, as if it were killed. Without a
 * file of orders, which only campaigns name, passing a step costs the reading of a field.
 *
 * <p>The file holds a step's label and the number of the pass that is the last one, such as {@code
 * rows-after-commit 2}. It is deleted before the process dies, so that the next one lives.
 */
public final class DeathOrder {

  /** What a process that was killed ends with. */
  private static final int KILLED = 137;

  private static volatile Path orders;
  private static String counted = "";
  private static int passes;

  private DeathOrder() {}

  /** Obeys the orders of a file, which need not exist yet. */
  public static void obey(Path file) {
    orders = file;
  }

  /** The process is at a step; does not return if an order says so. */
  public static void pass(Enum<?> step) {
    Path file = orders;
    if (file != null && given(file, label(step))) {
      Runtime.getRuntime().halt(KILLED);
    }
  }

  /** How an order names a step. */
  public static String label(Enum<?> step) {
    return step.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether this pass is the one that the order means; the order is then gone. */
  static boolean given(Path file, String label) {
    synchronized (DeathOrder.class) {
      try {
        String order = Files.exists(file) ? Files.readString(file).strip() : "";
        int space = order.indexOf(' ');
        if (space < 0 || !order.substring(0, space).equals(label)) {
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
