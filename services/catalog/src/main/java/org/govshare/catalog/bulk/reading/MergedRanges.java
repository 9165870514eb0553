package org.govshare.catalog.bulk.reading;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.govshare.catalog.bulk.template.ColumnGroup;
import org.govshare.catalog.bulk.template.TemplateColumn;
import org.govshare.catalog.bulk.template.TemplateHeader;

/**
 * Judges merged cells: below one resource, in one of the columns that speak of all of it, they are
 * the template's usual form; anywhere else nobody can tell which row they speak of.
 */
final class MergedRanges {

  private final TemplateHeader header;
  private final int headerRow;
  private final Faults faults;
  private int[] firstRows = new int[1_024];
  private int[] lastRows = new int[1_024];
  private int count;

  MergedRanges(TemplateHeader header, int headerRow, Faults faults) {
    this.header = header;
    this.headerRow = headerRow;
    this.faults = faults;
  }

  void resource(int firstRow, int lastRow) {
    if (count == firstRows.length) {
      firstRows = Arrays.copyOf(firstRows, 2 * count);
      lastRows = Arrays.copyOf(lastRows, 2 * count);
    }
    firstRows[count] = firstRow;
    lastRows[count++] = lastRow;
  }

  void merged(int firstRow, int firstColumn, int lastRow, int lastColumn) {
    int at = Arrays.binarySearch(firstRows, 0, count, firstRow);
    int resource = at >= 0 ? at : -at - 2;
    if (lastRow <= headerRow
        || firstColumn == lastColumn && firstRow == lastRow
        || resource < 0
        || firstRow > lastRows[count - 1]) {
      return;
    }
    for (Map.Entry<TemplateColumn, Integer> known : header.positions().entrySet()) {
      int position = known.getValue();
      if (position < firstColumn || position > lastColumn) {
        continue;
      }
      boolean usual =
          firstColumn == lastColumn
              && known.getKey().group() != ColumnGroup.ITEM
              && lastRow <= lastRows[resource];
      if (!usual) {
        blame(known.getKey(), resource, firstRow, lastRow);
      }
      // A range over many columns is one mistake.
      if (firstColumn < lastColumn) {
        return;
      }
    }
  }

  private void blame(TemplateColumn column, int resource, int firstRow, int lastRow) {
    for (int i = resource; i < count && firstRows[i] <= lastRow; i++) {
      faults.add(
          new Fault(
              Math.max(firstRow, firstRows[i]),
              column,
              "merged-cells",
              List.of(String.valueOf(firstRow), String.valueOf(lastRow)),
              null,
              firstRows[i]));
    }
  }
}
