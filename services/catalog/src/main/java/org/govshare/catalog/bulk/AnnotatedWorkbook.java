package org.govshare.catalog.bulk;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.govshare.catalog.bulk.template.TemplateColumn;
import org.govshare.catalog.bulk.template.TemplateHeader;
import org.govshare.catalog.bulk.xlsx.CellKind;
import org.govshare.catalog.bulk.xlsx.SheetListener;
import org.govshare.catalog.bulk.xlsx.SheetName;
import org.govshare.catalog.bulk.xlsx.SheetRow;
import org.govshare.catalog.bulk.xlsx.XlsxFile;
import org.govshare.catalog.table.CellText;

/**
 * Writes a workbook back row for row and column for column, with the cells at fault coloured, what
 * is wrong in a column behind, and a sheet that sums it up. Formulas come back as what they showed,
 * and nothing in it is taken for a formula.
 */
final class AnnotatedWorkbook implements SheetListener {

  /** Heading of the column behind. */
  static final String COLUMN = "导入问题";

  /** Name of the sheet that sums it up. */
  static final String SUMMARY = "问题汇总";

  private static final int FLUSH = 500;
  private static final int MERGED_LIMIT = 50_000;
  private static final String RED = "FFC7CE";
  private static final String YELLOW = "FFEB9C";

  private final Worksheet sheet;
  private final int headerRow;
  private final int remarks;
  private final Function<Integer, List<Remark>> faultsOf;
  private final Map<TemplateColumn, Integer> positions;
  private int sinceFlush;
  private int merged;

  /** What to write beside a row. */
  record Remark(TemplateColumn column, String text) {}

  private AnnotatedWorkbook(
      Worksheet sheet,
      int headerRow,
      int width,
      Map<TemplateColumn, Integer> positions,
      Function<Integer, List<Remark>> faultsOf) {
    this.sheet = sheet;
    this.headerRow = headerRow;
    this.remarks = width;
    this.positions = positions;
    this.faultsOf = faultsOf;
  }

  /**
   * Writes the workbook.
   *
   * @param faultsOf what is wrong in a row; asked for row after row
   */
  static void write(
      XlsxFile file,
      SheetName from,
      int headerRow,
      int width,
      Function<Integer, List<Remark>> faultsOf,
      List<String[]> summary,
      OutputStream out)
      throws IOException {
    Map<TemplateColumn, Integer> positions = positions(file, from, headerRow);
    try (Workbook workbook = new Workbook(out, "govshare", "1.0")) {
      Worksheet first = workbook.newWorksheet(SUMMARY);
      for (int row = 0; row < summary.size(); row++) {
        for (int i = 0; i < summary.get(row).length; i++) {
          first.inlineString(row, i, CellText.of(summary.get(row)[i]));
        }
      }
      first.width(2, 60);
      first.width(4, 60);
      first.finish();
      String name = from.name().equals(SUMMARY) ? from.name() + "2" : from.name();
      Worksheet sheet = workbook.newWorksheet(name);
      file.read(from, new AnnotatedWorkbook(sheet, headerRow, width, positions, faultsOf));
      sheet.finish();
    }
  }

  /** Where the template's columns are, from the one or two rows of headings. */
  private static Map<TemplateColumn, Integer> positions(
      XlsxFile file, SheetName from, int headerRow) throws IOException {
    List<TemplateHeader> headers = new ArrayList<>();
    file.read(
        from,
        row -> {
          List<String> cells = new ArrayList<>();
          for (int i = 0; i < row.width(); i++) {
            cells.add(row.text(i));
          }
          if (row.number() >= headerRow - 1) {
            headers.add(TemplateHeader.of(cells));
          }
          return row.number() < headerRow;
        });
    return headers.stream()
        .reduce((above, below) -> above.with(below))
        .map(TemplateHeader::positions)
        .orElse(Map.of());
  }

  @Override
  public boolean row(SheetRow row) {
    int to = row.number() - 1;
    for (int i = 0; i < row.width(); i++) {
      if (i != remarks && row.kind(i) != CellKind.EMPTY) {
        put(to, i, row.kind(i), row.text(i));
      }
    }
    if (row.number() == headerRow) {
      sheet.inlineString(to, remarks, COLUMN);
      sheet.style(to, remarks).bold().fillColor(YELLOW).set();
    }
    mark(to, faultsOf.apply(row.number()));
    if (++sinceFlush >= FLUSH) {
      sinceFlush = 0;
      try {
        sheet.flush();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return true;
  }

  private void mark(int row, List<Remark> faults) {
    if (faults.isEmpty()) {
      return;
    }
    StringBuilder text = new StringBuilder();
    for (Remark remark : faults) {
      text.append(text.isEmpty() ? "" : "\n").append(remark.text());
      Integer position = positions.get(remark.column());
      if (position != null) {
        sheet.style(row, position).fillColor(RED).set();
      }
    }
    sheet.inlineString(row, remarks, CellText.of(text.toString()));
    sheet.style(row, remarks).wrapText(true).fillColor(YELLOW).set();
  }

  private void put(int row, int column, CellKind kind, String text) {
    if (kind == CellKind.NUMBER || kind == CellKind.DATE) {
      try {
        sheet.value(row, column, new BigDecimal(text));
        if (kind == CellKind.DATE) {
          sheet.style(row, column).format("yyyy-mm-dd").set();
        }
        return;
      } catch (NumberFormatException e) {
        // Kept as the text it is.
      }
    }
    sheet.inlineString(row, column, CellText.of(text));
  }

  @Override
  public void merged(int firstRow, int firstColumn, int lastRow, int lastColumn) {
    // All of them are held in memory until the end of the sheet.
    if (merged++ < MERGED_LIMIT && lastColumn < remarks) {
      sheet.range(firstRow - 1, firstColumn, lastRow - 1, lastColumn).merge();
    }
  }
}
