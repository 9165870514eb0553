package org.govshare.catalog.bulk.annotation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.govshare.catalog.bulk.template.TemplateColumn;
import org.govshare.catalog.bulk.template.TemplateHeader;
import org.govshare.catalog.bulk.xlsx.CellAddress;
import org.govshare.catalog.bulk.xlsx.SheetListener;
import org.govshare.catalog.bulk.xlsx.SheetName;
import org.govshare.catalog.bulk.xlsx.SheetRow;
import org.govshare.catalog.bulk.xlsx.XlsxFile;

/** Where the template's columns are in a sheet, and where there is room for remarks. */
final class SheetSurvey implements SheetListener {

  private final int headerRow;
  private final List<TemplateHeader> headers = new ArrayList<>();
  private int reach;
  private int earlier = -1;

  private SheetSurvey(int headerRow) {
    this.headerRow = headerRow;
  }

  static SheetSurvey of(XlsxFile file, SheetName sheet, int headerRow) throws IOException {
    SheetSurvey survey = new SheetSurvey(headerRow);
    file.read(sheet, survey);
    return survey;
  }

  @Override
  public boolean row(SheetRow row) {
    reach = Math.max(reach, row.reach());
    if (row.number() == headerRow || row.number() == headerRow - 1) {
      List<String> cells = new ArrayList<>();
      for (int i = 0; i < row.width(); i++) {
        cells.add(row.text(i));
      }
      headers.add(TemplateHeader.of(cells));
      earlier = cells.indexOf(AnnotatedWorkbook.COLUMN);
    }
    return true;
  }

  @Override
  public void merged(int firstRow, int firstColumn, int lastRow, int lastColumn) {
    // A title may be merged over all the columns that a sheet has.
    if (lastRow >= headerRow && lastColumn + 1 < CellAddress.COLUMNS) {
      reach = Math.max(reach, lastColumn + 1);
    }
  }

  int headerRow() {
    return headerRow;
  }

  /** The template's columns, from the one or two rows of headings. */
  Map<TemplateColumn, Integer> positions() {
    return headers.stream()
        .reduce((above, below) -> above.with(below))
        .map(TemplateHeader::positions)
        .orElse(Map.of());
  }

  /** The column for remarks: the one that holds earlier ones, or the first behind all others. */
  int remarks() {
    return earlier >= 0 ? earlier : reach;
  }

  /** Whether the column holds the remarks of an earlier time. */
  boolean hasRemarks() {
    return earlier >= 0;
  }

  /** Whether there is a column for remarks. */
  boolean hasRoom() {
    return remarks() < CellAddress.COLUMNS;
  }
}
