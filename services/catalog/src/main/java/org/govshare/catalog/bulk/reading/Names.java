package org.govshare.catalog.bulk.reading;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.govshare.catalog.resource.ResourceNames;

/** What can be seen from a resource's name alone. */
final class Names {

  // 系统, 平台 and so on at the end, where they do not follow what makes them the subject.
  private static final Pattern SYSTEM =
      Pattern.compile(
          ".*(系统|平台|软件|门户网站|网站|APP|小程序|客户端)(V?\\d+(\\.\\d+)*)?", Pattern.CASE_INSENSITIVE);
  private static final Pattern NUMBERED = Pattern.compile("(.*?\\D)[（(\\[]?(\\d{1,3})[）)\\]]?");

  private Names() {}

  static boolean isSystem(String name) {
    return SYSTEM.matcher(Interpreter.halfWidth(name).strip()).matches();
  }

  /** The name without the number at its end, empty if it has none; a year is no such number. */
  static Optional<String> stem(String name) {
    Matcher numbered = NUMBERED.matcher(Interpreter.halfWidth(name).strip());
    return numbered.matches() ? Optional.of(key(numbered.group(1))) : Optional.empty();
  }

  /** What is left of a name without blanks and punctuation. */
  static String key(String name) {
    return ResourceNames.key(name);
  }
}
