package org.govshare.catalog.table;

/** Text as a cell of a spreadsheet program may hold it. */
public final class CellText {

  /** What a cell of a workbook holds at most. */
  static final int LIMIT = 32_767;

  private CellText() {}

  /**
   * The text, harmless: without the characters that no workbook holds, and with an apostrophe
   * before it if a spreadsheet program would take it for a formula. Import takes the apostrophe off
   * again.
   */
  public static String of(String text) {
    StringBuilder kept = new StringBuilder(text.length() + 1);
    text.codePoints().filter(CellText::isAllowed).forEach(kept::appendCodePoint);
    if (startsFormula(text) || startsFormula(kept)) {
      kept.insert(0, '\'');
    }
    if (kept.length() > LIMIT) {
      kept.setLength(Character.isHighSurrogate(kept.charAt(LIMIT - 1)) ? LIMIT - 1 : LIMIT);
    }
    return kept.toString();
  }

  private static boolean startsFormula(CharSequence text) {
    return !text.isEmpty() && "=+-@\t\r\n＝＋－＠".indexOf(text.charAt(0)) >= 0;
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
