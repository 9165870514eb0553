package org.govshare.catalog.bulk.reading;

import java.util.ArrayList;
import java.util.List;
import org.govshare.catalog.bulk.template.TemplateColumn;
import org.govshare.catalog.bulk.template.TemplateHeader;
import org.govshare.catalog.bulk.xlsx.SheetListener;
import org.govshare.catalog.bulk.xlsx.SheetRow;

/** Looks for the template's headings at the top of a sheet, then reads the rows below. */
final class TemplateSheet implements SheetListener {

  private static final int HEADER_WITHIN = 20;

  private final Rows rows;
  private TemplateHeader header;
  private int headerRow;
  private int width;
  private boolean began;
  private boolean any;

  TemplateSheet(Rows rows) {
    this.rows = rows;
  }

  /** Takes what is below the headings. */
  interface Rows {

    /**
     * @return whether to read on
     */
    boolean begin(TemplateHeader header, int headerRow, int width);

    void row(SheetRow row);

    void merged(int firstRow, int firstColumn, int lastRow, int lastColumn);
  }

  @Override
  public boolean row(SheetRow row) {
    any |= row.width() > 0;
    if (began) {
      rows.row(row);
      return true;
    }
    List<String> cells = texts(row);
    TemplateHeader here = TemplateHeader.of(cells);
    if (header == null) {
      if (here.size() >= TemplateHeader.ENOUGH) {
        header = here;
        headerRow = row.number();
        width = row.width();
      }
      return header != null || row.number() < HEADER_WITHIN;
    }
    boolean second = row.number() == headerRow + 1 && adds(here);
    if (second) {
      header = header.with(here);
      headerRow++;
      width = Math.max(width, row.width());
    }
    began = true;
    if (!rows.begin(header, headerRow, width)) {
      return false;
    }
    if (!second) {
      rows.row(row);
    }
    return true;
  }

  private boolean adds(TemplateHeader here) {
    return here.positions().keySet().stream()
            .filter(column -> !header.positions().containsKey(column))
            .count()
        >= 2;
  }

  private static List<String> texts(SheetRow row) {
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < row.width(); i++) {
      cells.add(row.text(i));
    }
    return cells;
  }

  @Override
  public void merged(int firstRow, int firstColumn, int lastRow, int lastColumn) {
    if (began) {
      rows.merged(firstRow, firstColumn, lastRow, lastColumn);
    }
  }

  /** Whether the sheet is one in the template, be it without rows. */
  boolean found() {
    return header != null;
  }

  /** Whether there are rows below the headings. */
  boolean hasRows() {
    return began;
  }

  /** Whether any cell holds anything. */
  boolean hasContent() {
    return any;
  }

  int headerRow() {
    return headerRow;
  }

  List<TemplateColumn> missing() {
    return header.missing();
  }
}
