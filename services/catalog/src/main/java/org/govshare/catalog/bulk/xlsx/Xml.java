package org.govshare.catalog.bulk.xlsx;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reading attributes and texts by local name, whichever name space a program has chosen. */
public final class Xml {

  private Xml() {}

  /** The value of an attribute of the present element. */
  public static String attribute(XMLStreamReader xml, String name, String otherwise) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).equals(name)) {
        return xml.getAttributeValue(i);
      }
    }
    return otherwise;
  }

  /** The same as a number from 0; -1 if it is none. */
  public static int number(XMLStreamReader xml, String name, int otherwise) {
    String value = attribute(xml, name, null);
    return value == null ? otherwise : number(value, -1);
  }

  /** A number from 0 with at most nine digits. */
  public static int number(String digits, int otherwise) {
    int length = digits.length();
    if (length == 0 || length > 9) {
      return otherwise;
    }
    int number = 0;
    for (int i = 0; i < length; i++) {
      int digit = digits.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return otherwise;
      }
      number = number * 10 + digit;
    }
    return number;
  }

  /**
   * The text up to the end of the present element, without what {@code rPh} elements (readings of
   * Chinese characters) hold.
   */
  static String textUntilEnd(XMLStreamReader xml, StringBuilder buffer, int limit)
      throws XMLStreamException {
    return textUntilEnd(xml, buffer, limit, null);
  }

  /**
   * The same.
   *
   * @param likely what it probably is; if it is, this very text is returned
   */
  static String textUntilEnd(XMLStreamReader xml, StringBuilder buffer, int limit, String likely)
      throws XMLStreamException {
    buffer.setLength(0);
    int depth = 0;
    int silent = 0;
    while (true) {
      int event = xml.next();
      switch (event) {
        case XMLStreamReader.START_ELEMENT -> {
          depth++;
          if (silent > 0 || xml.getLocalName().equals("rPh")) {
            silent++;
          }
        }
        case XMLStreamReader.END_ELEMENT -> {
          if (depth-- == 0) {
            return likely != null && likely.contentEquals(buffer) ? likely : buffer.toString();
          }
          silent = Math.max(0, silent - 1);
        }
        case XMLStreamReader.CHARACTERS, XMLStreamReader.CDATA, XMLStreamReader.SPACE -> {
          if (silent == 0 && buffer.length() <= limit) {
            buffer.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
          }
        }
        case XMLStreamReader.END_DOCUMENT -> throw new XMLStreamException("Ends within a text");
        default -> {
          // Comments and processing instructions say nothing.
        }
      }
    }
  }
}
