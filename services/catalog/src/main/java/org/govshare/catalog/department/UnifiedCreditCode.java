package org.govshare.catalog.department;

/**
 * 统一社会信用代码 after GB 32100-2015: eighteen characters, the last of which is a check character over
 * the others, weighted by the powers of three modulo 31. The letters I, O, S, V and Z do not occur.
 */
public final class UnifiedCreditCode {

  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final int LENGTH = 18;

  private UnifiedCreditCode() {}

  /** Whether the text is a code with the right check character. */
  public static boolean valid(String code) {
    if (code == null || code.length() != LENGTH) {
      return false;
    }
    for (int i = 0; i < LENGTH; i++) {
      if (ALPHABET.indexOf(code.charAt(i)) < 0) {
        return false;
      }
    }
    return code.charAt(LENGTH - 1) == checkCharacter(code);
  }

  /**
   * The check character over the first seventeen characters.
   *
   * @param code at least seventeen characters of the code's alphabet
   */
  static char checkCharacter(String code) {
    int sum = 0;
    int weight = 1;
    for (int i = 0; i < LENGTH - 1; i++) {
      sum += ALPHABET.indexOf(code.charAt(i)) * weight;
      weight = weight * 3 % 31;
    }
    return ALPHABET.charAt((31 - sum % 31) % 31);
  }
}
