package org.govshare.catalog.bulk.organisation;

import java.util.Map;

/**
 * A row of a sheet.
 *
 * @param number its number, from 1
 * @param cells what it says, by field
 */
record SheetLine(int number, Map<String, SheetCell> cells) {

  SheetLine {
    cells = Map.copyOf(cells);
  }

  SheetCell cell(String field) {
    return cells.getOrDefault(field, SheetCell.EMPTY);
  }
}
