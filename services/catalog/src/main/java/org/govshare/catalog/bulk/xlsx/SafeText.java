package org.govshare.catalog.bulk.xlsx;

/** Text that goes into cells of workbooks which people open in spreadsheet programs. */
public final class SafeText {

  private static final int LIMIT = 32_767;

  private SafeText() {}

  /**
   * The text as a cell may hold it: one that a program would take for a formula gets an apostrophe
   * before it, what no XML holds is replaced, what is beyond a cell's limit is cut off.
   */
  public static String of(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 1);
    if (!text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0) {
      safe.append('\'');
    }
    text.codePoints()
        .map(c -> isWritable(c) ? c : '\uFFFD')
        .takeWhile(c -> safe.length() < LIMIT - 1)
        .forEach(safe::appendCodePoint);
    return safe.toString();
  }

  private static boolean isWritable(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= 0x20 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || c >= 0x10000;
  }
}
