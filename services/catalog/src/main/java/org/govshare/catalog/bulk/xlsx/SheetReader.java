package org.govshare.catalog.bulk.xlsx;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads the rows of one sheet, then its merged ranges. */
final class SheetReader {

  private static final int ROW_LIMIT = 1_048_576;

  private final XMLStreamReader xml;
  private final SharedStrings strings;
  private final Styles styles;
  private final SheetRow row = new SheetRow();
  private final StringBuilder buffer = new StringBuilder();

  SheetReader(XMLStreamReader xml, SharedStrings strings, Styles styles) {
    this.xml = xml;
    this.strings = strings;
    this.styles = styles;
  }

  void read(SheetListener listener) throws XMLStreamException {
    int last = 0;
    boolean open = false;
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamReader.START_ELEMENT) {
        String name = xml.getLocalName();
        if (name.equals("row")) {
          int number = Xml.number(xml, "r", last + 1);
          if (number <= last || number > ROW_LIMIT) {
            throw new WorkbookRefused("workbook-damaged");
          }
          last = number;
          row.begin(number);
          readCells();
          open = listener.row(row);
          if (!open) {
            return;
          }
        } else if (name.equals("mergeCell")) {
          merged(listener);
        } else if (name.equals("hyperlinks") || name.equals("drawing")) {
          return;
        }
      } else if (event == XMLStreamReader.DTD) {
        throw new WorkbookRefused("workbook-damaged");
      }
    }
  }

  private void readCells() throws XMLStreamException {
    int column = -1;
    while (true) {
      int event = xml.next();
      if (event == XMLStreamReader.START_ELEMENT) {
        if (xml.getLocalName().equals("c")) {
          column = readCell(column + 1);
        } else {
          skipElement();
        }
      } else if (event == XMLStreamReader.END_ELEMENT) {
        return;
      } else if (event == XMLStreamReader.END_DOCUMENT) {
        throw new XMLStreamException("Ends within a row");
      }
    }
  }

  private int readCell(int next) throws XMLStreamException {
    int column = next;
    int style = 0;
    String type = "n";
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      switch (xml.getAttributeLocalName(i)) {
        case "r" -> column = CellAddress.column(xml.getAttributeValue(i));
        case "s" -> style = Xml.number(xml.getAttributeValue(i), 0);
        case "t" -> type = xml.getAttributeValue(i);
        default -> {
          // Nothing that matters here.
        }
      }
    }
    if (column < 0 || column >= CellAddress.COLUMNS) {
      throw new WorkbookRefused("workbook-damaged");
    }
    boolean formula = false;
    String value = null;
    while (true) {
      int event = xml.next();
      if (event == XMLStreamReader.START_ELEMENT) {
        switch (xml.getLocalName()) {
          case "v" ->
              value = Xml.textUntilEnd(xml, buffer, SharedStrings.TEXT_LIMIT, row.above(column));
          case "is" ->
              value = Xml.textUntilEnd(xml, buffer, SharedStrings.TEXT_LIMIT, row.above(column));
          case "f" -> {
            formula = true;
            skipElement();
          }
          default -> skipElement();
        }
      } else if (event == XMLStreamReader.END_ELEMENT) {
        put(column, type, style, formula, value);
        return column;
      } else if (event == XMLStreamReader.END_DOCUMENT) {
        throw new XMLStreamException("Ends within a cell");
      }
    }
  }

  private void put(int column, String type, int style, boolean formula, String value) {
    if (formula) {
      row.put(column, CellKind.FORMULA, value == null ? "" : value);
      return;
    }
    if (value == null || value.isEmpty()) {
      return;
    }
    switch (type) {
      case "s" -> {
        String text = strings.get(Xml.number(value, -1));
        if (text == null) {
          throw new WorkbookRefused("workbook-damaged");
        }
        if (!text.isEmpty()) {
          row.put(column, CellKind.TEXT, text);
        }
      }
      case "b" -> row.put(column, CellKind.BOOLEAN, value);
      case "e" -> row.put(column, CellKind.ERROR, value);
      case "n" -> row.put(column, styles.isDate(style) ? CellKind.DATE : CellKind.NUMBER, value);
      default -> row.put(column, CellKind.TEXT, value);
    }
  }

  private void skipElement() throws XMLStreamException {
    int depth = 1;
    while (depth > 0) {
      int event = xml.next();
      if (event == XMLStreamReader.START_ELEMENT) {
        depth++;
      } else if (event == XMLStreamReader.END_ELEMENT) {
        depth--;
      } else if (event == XMLStreamReader.END_DOCUMENT) {
        throw new XMLStreamException("Ends within an element");
      }
    }
  }

  private void merged(SheetListener listener) {
    String range = Xml.attribute(xml, "ref", "");
    int colon = range.indexOf(':');
    if (colon < 0) {
      return;
    }
    String from = range.substring(0, colon);
    String to = range.substring(colon + 1);
    int firstColumn = CellAddress.column(from);
    int lastColumn = CellAddress.column(to);
    int firstRow = CellAddress.row(from);
    int lastRow = CellAddress.row(to);
    if (firstColumn < 0 || lastColumn < firstColumn || firstRow < 1 || lastRow < firstRow) {
      throw new WorkbookRefused("workbook-damaged");
    }
    listener.merged(firstRow, firstColumn, lastRow, lastColumn);
  }
}
