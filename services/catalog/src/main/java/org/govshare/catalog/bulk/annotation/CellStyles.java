package org.govshare.catalog.bulk.annotation;

import java.io.IOException;
import java.io.OutputStream;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.govshare.catalog.bulk.xlsx.XlsxFile;
import org.govshare.catalog.bulk.xlsx.Xml;

/**
 * The cell formats of a workbook. A cell at fault gets a twin of its own format that differs in its
 * fill alone; a cell that was at fault an earlier time and no longer is, one without a fill. Only
 * the twins that are asked for are written, behind the formats that are there.
 */
final class CellStyles {

  /** The part that holds them. */
  static final String PART = "xl/styles.xml";

  /** Not the red of the spreadsheet programs' own formats, so that ours can be told from theirs. */
  private static final String FAULTY = "FFFFC2C7";

  private static final String YELLOW = "FFFFEB9C";

  /** What spreadsheet programs take at most. */
  private static final int FORMAT_LIMIT = 64_000;

  private static final int TWIN_LIMIT = 4_000;
  private static final int ATTRIBUTE_LIMIT = 20;

  private final Map<Twin, Integer> twins = new LinkedHashMap<>();
  private final BitSet marked = new BitSet();
  private int fills;
  private int formats;

  private CellStyles() {}

  private record Twin(int original, boolean faulty) {}

  /** What a format says. */
  private record Format(
      Map<String, String> attributes,
      Map<String, String> alignment,
      Map<String, String> protection) {

    Format() {
      this(new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
    }
  }

  static CellStyles of(XlsxFile file, Set<String> parts) throws IOException {
    CellStyles styles = new CellStyles();
    if (parts.contains(PART)) {
      file.parse(PART, styles::count);
    }
    return styles;
  }

  private void count(XMLStreamReader xml) throws XMLStreamException {
    BitSet faulty = new BitSet();
    String list = "";
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamReader.START_ELEMENT) {
        String name = xml.getLocalName();
        if (name.equals("fills") || name.equals("cellXfs")) {
          list = name;
        } else if (list.equals("fills") && name.equals("fill")) {
          fills++;
        } else if (list.equals("fills") && name.equals("fgColor")) {
          faulty.set(fills, Xml.attribute(xml, "rgb", "").toUpperCase(Locale.ROOT).equals(FAULTY));
        } else if (list.equals("cellXfs") && name.equals("xf")) {
          marked.set(formats++, faulty.get(1 + Xml.number(xml, "fillId", 0)));
        }
      } else if (event == XMLStreamReader.END_ELEMENT && xml.getLocalName().equals(list)) {
        list = "";
      }
    }
  }

  /** Whether formats can be added. */
  boolean extensible() {
    return fills > 0 && formats > 0 && formats < FORMAT_LIMIT;
  }

  /** The format of remarks: text, on yellow. */
  int remark() {
    return extensible() ? formats : 0;
  }

  /** The twin that marks a cell as faulty. */
  int faulty(int style) {
    return marked.get(style) ? style : twin(new Twin(style, true));
  }

  /** The format without our mark. */
  int unmarked(int style) {
    return marked.get(style) ? twin(new Twin(style, false)) : style;
  }

  private int twin(Twin twin) {
    Integer known = twins.get(twin);
    if (known != null) {
      return known;
    }
    int next = formats + 1 + twins.size();
    if (!extensible()
        || twin.original() >= formats
        || next >= FORMAT_LIMIT
        || twins.size() >= TWIN_LIMIT) {
      return twin.original();
    }
    twins.put(twin, next);
    return next;
  }

  /** Writes the formats with those that have been asked for. */
  void write(XlsxFile file, OutputStream to) throws IOException {
    XmlCopy.copy(file, PART, to, new Extension());
  }

  private final class Extension implements XmlCopy.Changes {

    private final Map<Integer, Format> wanted = new LinkedHashMap<>();
    private boolean inFormats;
    private int index = -1;

    Extension() {
      twins.keySet().forEach(twin -> wanted.put(twin.original(), new Format()));
    }

    @Override
    public boolean begins(XmlCopy copy) throws XMLStreamException {
      switch (copy.name()) {
        case "fills" -> {
          copy.start(Map.of("count", String.valueOf(fills + 2)));
          return true;
        }
        case "cellXfs" -> {
          inFormats = true;
          copy.start(Map.of("count", String.valueOf(formats + 1 + twins.size())));
          return true;
        }
        case "xf" -> {
          if (inFormats) {
            index++;
            keep(copy, Format::attributes);
          }
        }
        case "alignment" -> keep(copy, Format::alignment);
        case "protection" -> keep(copy, Format::protection);
        default -> {
          // Copied as it is.
        }
      }
      return false;
    }

    private void keep(XmlCopy copy, Part part) {
      Format format = inFormats ? wanted.get(index) : null;
      if (format == null) {
        return;
      }
      XMLStreamReader in = copy.in();
      for (int i = 0; i < Math.min(ATTRIBUTE_LIMIT, in.getAttributeCount()); i++) {
        String value = in.getAttributeValue(i);
        String prefix = in.getAttributePrefix(i);
        if ((prefix == null || prefix.isEmpty()) && value.length() <= ATTRIBUTE_LIMIT) {
          part.of(format).put(in.getAttributeLocalName(i), value);
        }
      }
    }

    @Override
    public void ends(XmlCopy copy) throws XMLStreamException {
      if (copy.name().equals("fills")) {
        fill(copy, FAULTY);
        fill(copy, YELLOW);
      } else if (copy.name().equals("cellXfs")) {
        inFormats = false;
        remarkFormat(copy);
        for (Twin twin : twins.keySet()) {
          twin(copy, wanted.get(twin.original()), twin.faulty() ? fills : 0);
        }
      }
    }

    private static void fill(XmlCopy copy, String colour) throws XMLStreamException {
      copy.begin("fill");
      copy.begin("patternFill", "patternType", "solid");
      copy.empty("fgColor", Map.of("rgb", colour));
      copy.empty("bgColor", Map.of("indexed", "64"));
      copy.end();
      copy.end();
    }

    private void remarkFormat(XmlCopy copy) throws XMLStreamException {
      copy.begin(
          "xf",
          "numFmtId",
          "49",
          "fontId",
          "0",
          "fillId",
          String.valueOf(fills + 1),
          "borderId",
          "0",
          "applyNumberFormat",
          "1",
          "applyFill",
          "1",
          "applyAlignment",
          "1");
      copy.begin("alignment", "vertical", "top", "wrapText", "1");
      copy.end();
      copy.end();
    }

    private static void twin(XmlCopy copy, Format format, int fill) throws XMLStreamException {
      Map<String, String> attributes = new LinkedHashMap<>(format.attributes());
      attributes.put("fillId", String.valueOf(fill));
      attributes.put("applyFill", "1");
      copy.begin("xf");
      copy.attributes(attributes);
      if (!format.alignment().isEmpty()) {
        copy.empty("alignment", format.alignment());
      }
      if (!format.protection().isEmpty()) {
        copy.empty("protection", format.protection());
      }
      copy.end();
    }
  }

  private interface Part {
    Map<String, String> of(Format format);
  }
}
