package org.govshare.platform.problem;

import java.util.Arrays;
import java.util.List;

/**
 * A code as an argument of a problem's text, set in as a word where the texts have one for it. An
 * enumeration's constant needs none: it is one by itself.
 *
 * @param kind what it is a code of, such as {@code role}
 * @param code the code, said as it is where there is no word
 */
public record Code(String kind, String code) {

  /** Several codes of one kind. */
  public static List<Code> all(String kind, String... codes) {
    return Arrays.stream(codes).map(code -> new Code(kind, code)).toList();
  }
}
