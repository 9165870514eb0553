package org.govshare.platform.version;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.govshare.platform.problem.InvalidInput;

/**
 * The version a writer has seen, from the {@code If-Match} header. Every change of something that
 * exists names it, so that nobody overwrites what somebody else has changed meanwhile.
 *
 * @param value the version seen
 */
public record ExpectedVersion(long value) {

  private static final Pattern TAG = Pattern.compile("\"(\\d{1,18})\"");

  /**
   * Reads the header.
   *
   * @param header value of {@code If-Match}, {@code "<version>"} in quotes
   * @throws MissingVersion if the header is absent (428)
   * @throws InvalidInput if it is not a version in quotes (400)
   */
  public static ExpectedVersion of(String header) {
    if (header == null || header.isBlank()) {
      throw new MissingVersion();
    }
    Matcher tag = TAG.matcher(header.strip());
    if (!tag.matches()) {
      throw new InvalidInput("If-Match", "not-a-version");
    }
    return new ExpectedVersion(Long.parseLong(tag.group(1)));
  }

  /**
   * Compares with the version at hand.
   *
   * @throws StaleVersion if it is another one (412)
   */
  public void check(long actual) {
    if (actual != value) {
      throw new StaleVersion(value, actual);
    }
  }

  /** The {@code ETag} header of a version. */
  public static String tag(long version) {
    return "\"" + version + "\"";
  }
}
