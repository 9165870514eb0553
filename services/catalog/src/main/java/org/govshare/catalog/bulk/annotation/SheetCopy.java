package org.govshare.catalog.bulk.annotation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import javax.xml.stream.XMLStreamException;
import org.govshare.catalog.bulk.template.TemplateColumn;
import org.govshare.catalog.bulk.xlsx.CellAddress;
import org.govshare.catalog.bulk.xlsx.Xml;
import org.govshare.catalog.table.CellText;

/**
 * Copies the sheet in the template and changes as little as can be: formats of cells at fault, and
 * the column of the remarks.
 */
final class SheetCopy implements XmlCopy.Changes {

  private static final String WIDTH = "60";

  private final SheetSurvey survey;
  private final CellStyles styles;
  private final IntFunction<List<Remark>> faultsOf;
  private final Map<TemplateColumn, Integer> positions;

  /** Formats that whole columns have, of the template's columns. */
  private final Map<Integer, Integer> columnStyles = new HashMap<>();

  /** Column of the remarks, -1 if there is no room. */
  private final int remarks;

  private boolean widthKnown;
  private boolean inRows;
  private int rowNumber;
  private int rowStyle;
  private int column;
  private String remark;

  /** Columns whose cells are at fault and not written yet, in ascending order. */
  private final Deque<Integer> faulty = new ArrayDeque<>();

  /**
   * @param faultsOf what is wrong in a row; asked for row after row
   */
  SheetCopy(SheetSurvey survey, CellStyles styles, IntFunction<List<Remark>> faultsOf) {
    this.survey = survey;
    this.styles = styles;
    this.faultsOf = faultsOf;
    positions = survey.positions();
    remarks = survey.hasRoom() ? survey.remarks() : -1;
    widthKnown = remarks < 0 || survey.hasRemarks();
  }

  @Override
  public boolean begins(XmlCopy copy) throws XMLStreamException {
    switch (copy.name()) {
      case "dimension" -> {
        copy.start(Map.of("ref", extended(Xml.attribute(copy.in(), "ref", ""))));
        return true;
      }
      case "col" -> {
        columns(copy);
        return true;
      }
      case "sheetData" -> {
        if (!widthKnown) {
          copy.begin("cols");
          width(copy);
          copy.end();
        }
        inRows = true;
        return false;
      }
      case "row" -> {
        if (inRows) {
          row(copy);
        }
        return inRows;
      }
      case "c" -> {
        if (inRows) {
          cell(copy);
        }
        return inRows;
      }
      default -> {
        return false;
      }
    }
  }

  @Override
  public void ends(XmlCopy copy) throws XMLStreamException {
    if (copy.name().equals("cols") && !widthKnown) {
      width(copy);
    } else if (copy.name().equals("sheetData")) {
      inRows = false;
    } else if (inRows && copy.name().equals("row")) {
      addUpTo(copy, CellAddress.COLUMNS);
    }
  }

  private String extended(String range) {
    int colon = range.indexOf(':');
    String to = range.substring(colon + 1);
    int last = CellAddress.column(to);
    if (last < 0 || last >= remarks || CellAddress.row(to) < 1) {
      return range;
    }
    return (colon < 0 ? range : range.substring(0, colon))
        + ":"
        + CellAddress.letters(remarks)
        + CellAddress.row(to);
  }

  /** Some columns that look alike; those of the remarks are cut out of them. */
  private void columns(XmlCopy copy) throws XMLStreamException {
    int first = Xml.number(copy.in(), "min", 0);
    int last = Xml.number(copy.in(), "max", 0);
    int style = Xml.number(copy.in(), "style", 0);
    for (int position : positions.values()) {
      if (style > 0 && position + 1 >= first && position + 1 <= last) {
        columnStyles.put(position, style);
      }
    }
    int own = remarks + 1;
    if (widthKnown || last < own) {
      copy.start(Map.of());
      return;
    }
    if (first < own) {
      copy.start(Map.of("max", String.valueOf(own - 1)));
      copy.end();
    }
    width(copy);
    if (last > own) {
      copy.start(Map.of("min", String.valueOf(Math.max(first, own + 1))));
      copy.end();
    }
    copy.skip();
  }

  private void width(XmlCopy copy) throws XMLStreamException {
    String own = String.valueOf(remarks + 1);
    copy.begin("col", "min", own, "max", own, "width", WIDTH, "customWidth", "1");
    copy.end();
    widthKnown = true;
  }

  private void row(XmlCopy copy) throws XMLStreamException {
    rowNumber = Xml.number(copy.in(), "r", rowNumber + 1);
    rowStyle =
        Xml.attribute(copy.in(), "customFormat", "0").matches("1|true")
            ? Math.max(0, Xml.number(copy.in(), "s", 0))
            : -1;
    column = -1;
    List<Remark> faults = faultsOf.apply(rowNumber);
    remark = remark(faults);
    faulty.clear();
    faults.stream()
        .map(fault -> fault.column() == null ? null : positions.get(fault.column()))
        .filter(Objects::nonNull)
        .distinct()
        .sorted()
        .forEach(faulty::add);
    // How far the row reaches is told there, and need not be told.
    copy.start(faults.isEmpty() && remark == null ? Map.of() : Map.of("spans", ""));
  }

  private String remark(List<Remark> faults) {
    if (remarks < 0) {
      return null;
    }
    StringBuilder text = new StringBuilder();
    if (rowNumber == survey.headerRow()) {
      text.append(AnnotatedWorkbook.COLUMN);
    }
    for (Remark fault : faults) {
      text.append(text.isEmpty() ? "" : "\n").append(fault.text());
    }
    return text.isEmpty() ? null : CellText.of(text.toString());
  }

  private void cell(XmlCopy copy) throws XMLStreamException {
    String address = Xml.attribute(copy.in(), "r", null);
    column = address == null ? column + 1 : CellAddress.column(address);
    addUpTo(copy, column);
    if (column == remarks && (remark != null || ofEarlier())) {
      copy.skip();
      addUpTo(copy, column + 1);
      return;
    }
    int style = Math.max(0, Xml.number(copy.in(), "s", 0));
    boolean atFault = !faulty.isEmpty() && faulty.peek() == column;
    if (atFault) {
      faulty.remove();
    }
    int shown = style;
    if (atFault) {
      shown = styles.faulty(style);
    } else if (rowNumber > survey.headerRow()) {
      shown = styles.unmarked(style);
    }
    copy.start(shown == style ? Map.of() : Map.of("s", String.valueOf(shown)));
  }

  private boolean ofEarlier() {
    return survey.hasRemarks() && rowNumber >= survey.headerRow();
  }

  /** Adds the cells that are to stand before a column and are not there. */
  private void addUpTo(XmlCopy copy, int before) throws XMLStreamException {
    while (!faulty.isEmpty() && faulty.peek() < before) {
      int missing = faulty.remove();
      if (missing == remarks) {
        continue;
      }
      int style = rowStyle >= 0 ? rowStyle : columnStyles.getOrDefault(missing, 0);
      copy.begin(
          "c",
          "r",
          CellAddress.letters(missing) + rowNumber,
          "s",
          String.valueOf(styles.faulty(style)));
      copy.end();
    }
    if (remark != null && remarks < before) {
      copy.begin(
          "c",
          "r",
          CellAddress.letters(remarks) + rowNumber,
          "s",
          String.valueOf(styles.remark()),
          "t",
          "inlineStr");
      copy.begin("is");
      copy.begin("t");
      copy.text(remark);
      copy.end();
      copy.end();
      copy.end();
      remark = null;
    }
  }
}
