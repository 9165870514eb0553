package org.govshare.standalone.demodata;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Citizen identity numbers (公民身份号码, GB 11643-1999): region, date of birth, sequence and check
 * character. The region used here is assigned to no place, so that no number belongs to a person.
 */
final class CitizenNumber {

  private static final String UNASSIGNED_REGION = "139999";
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String CHECKS = "10X98765432";
  private static final DateTimeFormatter BASIC = DateTimeFormatter.BASIC_ISO_DATE;

  private CitizenNumber() {}

  /**
   * Makes a number.
   *
   * @param sequence from 0 to 999; odd for men, even for women
   */
  static String of(LocalDate birth, int sequence) {
    String body =
        UNASSIGNED_REGION + BASIC.format(birth) + String.format(Locale.ROOT, "%03d", sequence);
    return body + check(body);
  }

  /** Whether the check character is right. */
  static boolean isValid(String number) {
    return number.matches("\\d{17}[\\dX]") && number.charAt(17) == check(number.substring(0, 17));
  }

  private static char check(String body) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += (body.charAt(i) - '0') * WEIGHTS[i];
    }
    return CHECKS.charAt(sum % 11);
  }
}
