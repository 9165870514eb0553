package org.govshare.catalog.bulk.organisation;

import org.govshare.catalog.bulk.xlsx.CellKind;
import org.govshare.catalog.bulk.xlsx.SheetRow;

/**
 * What a cell holds, kept when its row is gone.
 *
 * @param kind what it is
 * @param text its text without blanks around it, {@code null} if it is empty
 */
record SheetCell(CellKind kind, String text) {

  static final SheetCell EMPTY = new SheetCell(CellKind.EMPTY, null);

  static SheetCell of(SheetRow row, int column) {
    CellKind kind = column < row.width() ? row.kind(column) : CellKind.EMPTY;
    if (kind == CellKind.EMPTY || row.text(column) == null) {
      return EMPTY;
    }
    String text = row.text(column).replace('\u3000', ' ').replace('\u00A0', ' ').strip();
    // A formula without a value is still one.
    return text.isEmpty() && kind == CellKind.TEXT ? EMPTY : new SheetCell(kind, text);
  }
}
