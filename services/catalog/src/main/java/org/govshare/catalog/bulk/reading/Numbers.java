package org.govshare.catalog.bulk.reading;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Numbers as they stand in cells: full width, with thousands separators, kept as text. */
final class Numbers {

  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?(\\d{1,18}|\\d{1,3}(,\\d{3}){1,5})(\\.\\d{1,18})?");
  private static final Pattern DECIMALS = Pattern.compile("([,.]\\d{1,2})?");

  private Numbers() {}

  /** The number, or {@code null} if it is none. */
  static BigDecimal decimal(String text) {
    String plain = Interpreter.halfWidth(text).replace(" ", "");
    if (!DECIMAL.matcher(plain).matches()) {
      return null;
    }
    return new BigDecimal(plain.replace(",", ""));
  }

  /** The whole number, or {@code null} if it is none. */
  static Long whole(String text) {
    BigDecimal number = decimal(text);
    if (number == null || number.stripTrailingZeros().scale() > 0) {
      return null;
    }
    return number.longValue();
  }

  /**
   * A length such as {@code 18} or, of numbers with decimals, {@code 18,2} and {@code (18.2)}: what
   * comes before the point.
   */
  static Integer length(String text) {
    int whole = digits(text);
    if (whole >= 0) {
      return whole;
    }
    String plain = Interpreter.halfWidth(text).strip();
    int end = 0;
    if (plain.startsWith("(") && plain.endsWith(")")) {
      plain = plain.substring(1, plain.length() - 1);
    }
    while (end < plain.length() && plain.charAt(end) >= '0' && plain.charAt(end) <= '9') {
      end++;
    }
    if (end == 0 || end > 9 || !DECIMALS.matcher(plain.substring(end)).matches()) {
      return null;
    }
    return Integer.valueOf(plain.substring(0, end));
  }

  /** The number that up to nine plain digits make, -1 if there is anything else. */
  private static int digits(String text) {
    if (text.isEmpty() || text.length() > 9) {
      return -1;
    }
    int number = 0;
    for (int i = 0; i < text.length(); i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = number * 10 + digit;
    }
    return number;
  }
}
