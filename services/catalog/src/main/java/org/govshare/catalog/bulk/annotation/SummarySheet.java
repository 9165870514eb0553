package org.govshare.catalog.bulk.annotation;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import org.govshare.catalog.bulk.xlsx.CellAddress;
import org.govshare.catalog.bulk.xlsx.SheetName;
import org.govshare.catalog.bulk.xlsx.XlsxFile;
import org.govshare.catalog.bulk.xlsx.Xml;
import org.govshare.catalog.table.CellText;

/**
 * The sheet that sums up what is wrong: behind all others, so that nothing that counts sheets goes
 * astray, or in place of the one of an earlier time.
 */
final class SummarySheet {

  private static final String TYPES = "[Content_Types].xml";
  private static final String RELATIONS = "xl/_rels/workbook.xml.rels";
  private static final String WORKBOOK = "xl/workbook.xml";
  private static final String CONTENT_TYPE =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";
  private static final String WIDE = "60";
  private static final List<String> WIDE_COLUMNS = List.of("3", "5");
  private static final String RELATION = "rId";

  private final XlsxFile file;
  private final List<String[]> lines;
  private final String name;
  private final String path;
  private final boolean present;
  private String space = "";
  private String relationType = "";
  private int relation;

  private SummarySheet(
      XlsxFile file, List<String[]> lines, String name, String path, boolean present) {
    this.file = file;
    this.lines = lines;
    this.name = name;
    this.path = path;
    this.present = present;
  }

  /**
   * Finds a place for it.
   *
   * @param lines its rows; the first holds its headings
   */
  static SummarySheet in(
      XlsxFile file, SheetName annotated, Set<String> parts, List<String[]> lines)
      throws IOException {
    SummarySheet summary =
        earlier(file, annotated, lines).orElseGet(() -> another(file, parts, lines));
    file.parse(WORKBOOK, summary::readSpace);
    file.parse(RELATIONS, xml -> summary.readRelations(xml, annotated.path()));
    return summary;
  }

  private static Optional<SummarySheet> earlier(
      XlsxFile file, SheetName annotated, List<String[]> lines) throws IOException {
    for (SheetName sheet : file.sheets()) {
      if (sheet.name().startsWith(AnnotatedWorkbook.SUMMARY)
          && !sheet.path().equals(annotated.path())
          && begins(file, sheet, lines.get(0))) {
        return Optional.of(new SummarySheet(file, lines, sheet.name(), sheet.path(), true));
      }
    }
    return Optional.empty();
  }

  private static boolean begins(XlsxFile file, SheetName sheet, String[] headings)
      throws IOException {
    List<String> first = new ArrayList<>();
    file.read(
        sheet,
        row -> {
          for (int i = 0; i < row.width(); i++) {
            first.add(row.text(i));
          }
          return false;
        });
    return first.equals(List.of(headings));
  }

  private static SummarySheet another(XlsxFile file, Set<String> parts, List<String[]> lines) {
    Set<String> names = file.sheets().stream().map(SheetName::name).collect(Collectors.toSet());
    return new SummarySheet(
        file,
        lines,
        free(names, AnnotatedWorkbook.SUMMARY, ""),
        free(parts, "xl/worksheets/summary", ".xml"),
        false);
  }

  private static String free(Set<String> taken, String start, String end) {
    String name = start + end;
    for (int i = 2; taken.contains(name); i++) {
      name = start + i + end;
    }
    return name;
  }

  private void readSpace(XMLStreamReader xml) throws XMLStreamException {
    xml.nextTag();
    space = xml.getNamespaceURI() == null ? "" : xml.getNamespaceURI();
  }

  private void readRelations(XMLStreamReader xml, String annotated) throws XMLStreamException {
    while (xml.hasNext()) {
      if (xml.next() != XMLStreamReader.START_ELEMENT
          || !xml.getLocalName().equals("Relationship")) {
        continue;
      }
      String id = Xml.attribute(xml, "Id", "");
      if (id.startsWith(RELATION)) {
        relation = Math.max(relation, Xml.number(id.substring(RELATION.length()), 0));
      }
      String target = Xml.attribute(xml, "Target", "");
      if (annotated.equals(target.startsWith("/") ? target.substring(1) : "xl/" + target)) {
        relationType = Xml.attribute(xml, "Type", "");
      }
    }
  }

  /** The part that holds it. */
  String path() {
    return path;
  }

  /** Whether it takes the place of an earlier one. */
  boolean present() {
    return present;
  }

  /** Whether a part must name it. */
  boolean isNamedIn(String part) {
    return !present && Set.of(TYPES, RELATIONS, WORKBOOK).contains(part);
  }

  /** Copies a part that must name it. */
  void name(String part, OutputStream to) throws IOException {
    switch (part) {
      case TYPES -> XmlCopy.copy(file, part, to, new Addition("Types", this::addType));
      case RELATIONS ->
          XmlCopy.copy(file, part, to, new Addition("Relationships", this::addRelation));
      default -> XmlCopy.copy(file, part, to, new Sheets());
    }
  }

  private void addType(XmlCopy copy) throws XMLStreamException {
    copy.begin("Override", "PartName", "/" + path, "ContentType", CONTENT_TYPE);
    copy.end();
  }

  private void addRelation(XmlCopy copy) throws XMLStreamException {
    copy.begin("Relationship", "Id", id(), "Type", relationType, "Target", "/" + path);
    copy.end();
  }

  private String id() {
    return RELATION + (relation + 1);
  }

  /** Adds something at the end of an element. */
  private record Addition(String to, Added added) implements XmlCopy.Changes {

    @Override
    public boolean begins(XmlCopy copy) {
      return false;
    }

    @Override
    public void ends(XmlCopy copy) throws XMLStreamException {
      if (copy.name().equals(to)) {
        added.write(copy);
      }
    }
  }

  private interface Added {
    void write(XmlCopy copy) throws XMLStreamException;
  }

  /** The list of sheets. */
  private final class Sheets implements XmlCopy.Changes {

    private int last;
    private String prefix = "r";
    private String relations = "";

    @Override
    public boolean begins(XmlCopy copy) {
      if (copy.name().equals("sheet")) {
        XMLStreamReader in = copy.in();
        last = Math.max(last, Xml.number(in, "sheetId", 0));
        for (int i = 0; i < in.getAttributeCount(); i++) {
          if (in.getAttributeLocalName(i).equals("id")) {
            prefix = in.getAttributePrefix(i);
            relations = in.getAttributeNamespace(i);
          }
        }
      }
      return false;
    }

    @Override
    public void ends(XmlCopy copy) throws XMLStreamException {
      if (copy.name().equals("sheets")) {
        copy.begin("sheet", "name", name, "sheetId", String.valueOf(last + 1));
        copy.attribute(prefix, relations, "id", id());
        copy.end();
      }
    }
  }

  /** Writes the sheet itself. */
  void write(OutputStream to) throws IOException {
    try {
      XMLStreamWriter out = XmlCopy.writer(to);
      out.writeStartDocument("UTF-8", "1.0");
      out.writeStartElement("", "worksheet", space);
      out.writeDefaultNamespace(space);
      widths(out);
      out.writeStartElement("", "sheetData", space);
      for (int row = 1; row <= lines.size(); row++) {
        row(out, row, lines.get(row - 1));
      }
      out.writeEndElement();
      out.writeEndElement();
      out.writeEndDocument();
      out.close();
    } catch (XMLStreamException failure) {
      throw new IOException(failure);
    }
  }

  private void widths(XMLStreamWriter out) throws XMLStreamException {
    out.writeStartElement("", "cols", space);
    for (String column : WIDE_COLUMNS) {
      out.writeEmptyElement("", "col", space);
      out.writeAttribute("min", column);
      out.writeAttribute("max", column);
      out.writeAttribute("width", WIDE);
      out.writeAttribute("customWidth", "1");
    }
    out.writeEndElement();
  }

  private void row(XMLStreamWriter out, int number, String[] cells) throws XMLStreamException {
    out.writeStartElement("", "row", space);
    out.writeAttribute("r", String.valueOf(number));
    for (int column = 0; column < cells.length; column++) {
      out.writeStartElement("", "c", space);
      out.writeAttribute("r", CellAddress.letters(column) + number);
      out.writeAttribute("t", "inlineStr");
      out.writeStartElement("", "is", space);
      out.writeStartElement("", "t", space);
      out.writeCharacters(CellText.of(cells[column]));
      out.writeEndElement();
      out.writeEndElement();
      out.writeEndElement();
    }
    out.writeEndElement();
  }
}
