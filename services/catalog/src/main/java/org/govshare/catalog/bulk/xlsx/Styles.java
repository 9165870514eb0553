package org.govshare.catalog.bulk.xlsx;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Which cell formats show a number as a date. */
final class Styles {

  private static final int FORMAT_LIMIT = 65_536;
  private static final Pattern NOT_CODE =
      Pattern.compile("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.|_.|\\*.|General");
  private static final Pattern DATE_CODE = Pattern.compile("[yYdDeE年日]|[mM]{3,}|[hHsS]");

  private final BitSet dates = new BitSet();

  private Styles() {}

  static Styles none() {
    return new Styles();
  }

  static Styles read(XMLStreamReader xml) throws XMLStreamException {
    Styles styles = new Styles();
    Map<Integer, Boolean> own = new HashMap<>();
    boolean inCellFormats = false;
    int index = 0;
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamReader.START_ELEMENT) {
        String name = xml.getLocalName();
        if (name.equals("numFmt") && own.size() < FORMAT_LIMIT) {
          own.put(
              Xml.number(xml, "numFmtId", -1), isDateCode(Xml.attribute(xml, "formatCode", "")));
        } else if (name.equals("cellXfs")) {
          inCellFormats = true;
        } else if (name.equals("xf") && inCellFormats && index < FORMAT_LIMIT) {
          int format = Xml.number(xml, "numFmtId", 0);
          styles.dates.set(index++, own.getOrDefault(format, isBuiltInDate(format)));
        }
      } else if (event == XMLStreamReader.END_ELEMENT && xml.getLocalName().equals("cellXfs")) {
        inCellFormats = false;
      }
    }
    return styles;
  }

  private static boolean isBuiltInDate(int format) {
    return (format >= 14 && format <= 22)
        || (format >= 27 && format <= 36)
        || (format >= 45 && format <= 47)
        || (format >= 50 && format <= 58);
  }

  private static boolean isDateCode(String code) {
    return DATE_CODE.matcher(NOT_CODE.matcher(code).replaceAll("")).find();
  }

  boolean isDate(int style) {
    return style >= 0 && dates.get(style);
  }
}
