package org.govshare.catalog.export;

/** Text as XML can hold it. */
public final class XmlText {

  private XmlText() {}

  /** The text without the characters that XML 1.0 has no way to write. */
  public static String of(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    text.codePoints().filter(XmlText::isCharacter).forEach(kept::appendCodePoint);
    return kept.toString();
  }

  private static boolean isCharacter(int character) {
    return character == '\t'
        || character == '\n'
        || (character >= 0x20 && character <= 0xD7FF)
        || (character >= 0xE000 && character <= 0xFFFD)
        || character >= 0x10000;
  }
}
