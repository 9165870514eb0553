package org.govshare.catalog.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.govshare.catalog.bulk.template.ColumnGroup;
import org.govshare.catalog.bulk.template.TemplateColumn;
import org.govshare.catalog.table.CellText;

/**
 * The national template, as import reads it. Rows leave memory as they are written, and text stands
 * in its cell, because a table of shared text would grow with the file.
 */
final class XlsxEntryWriter implements EntryWriter {

  /** A sheet holds 1,048,576 rows at most. */
  private static final int ROWS_OF_A_SHEET = 1_000_000;

  private static final int FLUSH = 500;
  private static final double WIDE = 28;
  private static final double NARROW = 16;

  private final Workbook workbook;
  private Worksheet sheet;
  private int sheets;
  private int row;

  XlsxEntryWriter(OutputStream out) {
    workbook = new Workbook(new Unclosed(out), "govshare", "1.0");
    begin();
  }

  private void begin() {
    sheets++;
    sheet = workbook.newWorksheet(sheets == 1 ? "信息资源目录" : "信息资源目录" + sheets);
    sheet.freezePane(0, 1);
    for (TemplateColumn column : TemplateColumn.values()) {
      int position = column.ordinal();
      sheet.width(position, column.group() == ColumnGroup.RESOURCE ? NARROW : WIDE);
      sheet.inlineString(0, position, column.header());
      sheet.style(0, position).bold().wrapText(true).fillColor("DDEBF7").set();
    }
    row = 1;
  }

  @Override
  public void write(CatalogueEntry entry) throws IOException {
    if (row + Math.max(1, entry.items().size()) > ROWS_OF_A_SHEET) {
      sheet.finish();
      begin();
    }
    if (entry.items().isEmpty()) {
      row(new TemplateRow(entry, Optional.empty()));
    }
    for (EntryItem item : entry.items()) {
      row(new TemplateRow(entry, Optional.of(item)));
    }
  }

  private void row(TemplateRow values) throws IOException {
    for (TemplateColumn column : TemplateColumn.values()) {
      Object value = values.value(column);
      if (value instanceof Number number) {
        sheet.value(row, column.ordinal(), number);
      } else if (value != null) {
        sheet.inlineString(row, column.ordinal(), CellText.of(value.toString()));
      }
    }
    row++;
    if (row % FLUSH == 0) {
      sheet.flush();
    }
  }

  @Override
  public void close() throws IOException {
    sheet.finish();
    workbook.finish();
  }
}
