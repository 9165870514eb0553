package org.govshare.catalog.bulk.xlsx;

import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The texts that cells refer to by number: the one part that is held in memory. */
final class SharedStrings {

  /** Excel's own limit of a cell's text; what is longer is kept up to one more character. */
  static final int TEXT_LIMIT = 32_767;

  private final List<String> texts = new ArrayList<>();

  private SharedStrings() {}

  static SharedStrings none() {
    return new SharedStrings();
  }

  static SharedStrings read(XMLStreamReader xml, long limit) throws XMLStreamException {
    SharedStrings strings = new SharedStrings();
    StringBuilder buffer = new StringBuilder();
    long size = 0;
    while (xml.hasNext()) {
      if (xml.next() == XMLStreamReader.START_ELEMENT && xml.getLocalName().equals("si")) {
        String text = Xml.textUntilEnd(xml, buffer, TEXT_LIMIT);
        // What an empty text costs counts too, or there could be any number of them.
        size += text.length() + 16;
        if (size > limit) {
          throw new WorkbookRefused("workbook-shared-texts-too-large", limit);
        }
        strings.texts.add(text);
      }
    }
    return strings;
  }

  /** The text with a number, or {@code null} if there is none. */
  String get(int index) {
    return index >= 0 && index < texts.size() ? texts.get(index) : null;
  }
}
