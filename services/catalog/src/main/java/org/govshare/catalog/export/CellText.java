package org.govshare.catalog.export;

/** Text as a cell of a spreadsheet program may hold it. */
final class CellText {

  /** What a cell of a workbook holds at most. */
  private static final int LIMIT = 32_767;

  private CellText() {}

  /**
   * The text, harmless: without control characters, and with an apostrophe before it if a
   * spreadsheet program would take it for a formula. Reading the template takes the apostrophe off.
   */
  static String of(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    text.codePoints().filter(CellText::isAllowed).forEach(kept::appendCodePoint);
    if (startsFormula(text) || startsFormula(kept)) {
      kept.insert(0, '\'');
    }
    return kept.length() > LIMIT ? kept.substring(0, LIMIT) : kept.toString();
  }

  private static boolean startsFormula(CharSequence text) {
    return !text.isEmpty() && "=+-@\t\r＝＋－＠".indexOf(text.charAt(0)) >= 0;
  }

  private static boolean isAllowed(int character) {
    return character == '\n'
        || character == '\t'
        || (!Character.isISOControl(character)
            && !(character >= 0xD800 && character <= 0xDFFF)
            && character != 0xFFFE
            && character != 0xFFFF);
  }
}
