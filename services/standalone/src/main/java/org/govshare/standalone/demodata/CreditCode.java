package org.govshare.standalone.demodata;

/**
 * Unified social credit codes (统一社会信用代码, GB 32100-2015): registering authority, kind, region,
 * organisation code (GB 11714) and a check character.
 */
final class CreditCode {

  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final int BASE = ALPHABET.length();
  private static final int[] WEIGHTS = {
    1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28
  };
  private static final int[] ORGANISATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};
  private static final int SERIAL_LENGTH = 6;
  private static final long SERIALS = 887_503_681L; // 31^6
  private static final long STRIDE = 400_000_007L; // prime, so that neighbours look unlike

  private CreditCode() {}

  /**
   * Makes a code.
   *
   * @param authority registering authority: 1 机构编制, 5 民政, 9 工商
   * @param kind kind of organisation within the authority
   * @param region six digits
   * @param serial distinguishes the organisations; from 0 to 31^6 - 1
   */
  static String of(char authority, char kind, String region, long serial) {
    if (serial < 0 || serial >= SERIALS) {
      throw new IllegalArgumentException("serial out of range: " + serial);
    }
    StringBuilder organisation = new StringBuilder("MA");
    long rest = (serial * STRIDE) % SERIALS;
    for (int i = 0; i < SERIAL_LENGTH; i++) {
      organisation.append(ALPHABET.charAt((int) (rest % BASE)));
      rest /= BASE;
    }
    organisation.append(organisationCheck(organisation));
    String body = "" + authority + kind + region + organisation;
    return body + check(body);
  }

  /** Whether both check characters are right and every character is allowed. */
  static boolean isValid(String code) {
    if (code.length() != 18 || code.chars().anyMatch(c -> ALPHABET.indexOf(c) < 0)) {
      return false;
    }
    String organisation = code.substring(8, 16);
    return code.charAt(16) == organisationCheck(organisation)
        && code.charAt(17) == check(code.substring(0, 17));
  }

  private static char check(String body) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += ALPHABET.indexOf(body.charAt(i)) * WEIGHTS[i];
    }
    return ALPHABET.charAt((BASE - sum % BASE) % BASE);
  }

  private static char organisationCheck(CharSequence body) {
    int sum = 0;
    for (int i = 0; i < ORGANISATION_WEIGHTS.length; i++) {
      sum += Character.digit(body.charAt(i), 36) * ORGANISATION_WEIGHTS[i];
    }
    int check = 11 - sum % 11;
    return check == 10 ? 'X' : check == 11 ? '0' : (char) ('0' + check);
  }
}
