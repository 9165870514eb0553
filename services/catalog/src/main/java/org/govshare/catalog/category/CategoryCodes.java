package org.govshare.catalog.category;

import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The codes of the classification: two digits for the 类, two for the 项, and two that number
 * whatever is below that 项, so that four levels fit into six digits.
 */
final class CategoryCodes {

  /** 细目, the deepest level. */
  static final int DEEPEST = 4;

  private CategoryCodes() {}

  /** Whether a code may stand on a level below the category above ({@code null} at the top). */
  static boolean fits(String code, String parent, int level) {
    return switch (level) {
      case 1 -> code.endsWith("0000") && !code.startsWith("00");
      case 2 ->
          code.startsWith(parent.substring(0, 2)) && code.endsWith("00") && !code.equals(parent);
      default -> code.startsWith(parent.substring(0, 4)) && !code.endsWith("00");
    };
  }

  /** The lowest code that fits and is not taken; empty if all are. */
  static Optional<String> next(Set<String> taken, String parent, int level) {
    return IntStream.rangeClosed(1, 99)
        .mapToObj(number -> code(parent, level, number))
        .filter(code -> !taken.contains(code))
        .findFirst();
  }

  private static String code(String parent, int level, int number) {
    String two = (number < 10 ? "0" : "") + number;
    return switch (level) {
      case 1 -> two + "0000";
      case 2 -> parent.substring(0, 2) + two + "00";
      default -> parent.substring(0, 4) + two;
    };
  }
}
