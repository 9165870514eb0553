package org.govshare.catalog.bulk.reading;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.govshare.catalog.bulk.template.ColumnGroup;
import org.govshare.catalog.bulk.template.TemplateColumn;
import org.govshare.catalog.bulk.template.TemplateHeader;
import org.govshare.catalog.bulk.xlsx.CellKind;
import org.govshare.catalog.bulk.xlsx.SheetRow;

/**
 * Puts the rows of one resource together. A resource begins where its name or its provider changes;
 * where they are repeated, merged or left blank, the resource above goes on.
 */
final class RowGrouping {

  private static final TemplateColumn[] COLUMNS = TemplateColumn.values();

  private final int[] positions = new int[COLUMNS.length];
  private final boolean date1904;
  private final Faults faults;
  private final Consumer<RawResource> next;
  private final CellValue[] cells = new CellValue[COLUMNS.length];
  private final Read[] last = new Read[COLUMNS.length];
  private RawResource current;

  RowGrouping(TemplateHeader header, boolean date1904, Faults faults, Consumer<RawResource> next) {
    this.date1904 = date1904;
    this.faults = faults;
    this.next = next;
    Arrays.fill(positions, -1);
    for (Map.Entry<TemplateColumn, Integer> known : header.positions().entrySet()) {
      positions[known.getKey().ordinal()] = known.getValue();
    }
  }

  void row(SheetRow row) {
    boolean any = false;
    for (TemplateColumn column : COLUMNS) {
      int position = positions[column.ordinal()];
      CellValue cell =
          position < 0 || position >= row.width() ? null : value(row, position, column);
      cells[column.ordinal()] = cell == null || cell.text() == null ? null : cell;
      any |= cells[column.ordinal()] != null;
    }
    if (!any) {
      return;
    }
    if (current == null || begins()) {
      end();
      current = new RawResource(row.number());
    }
    RawItem item = new RawItem(row.number());
    for (TemplateColumn column : COLUMNS) {
      CellValue cell = cells[column.ordinal()];
      if (cell != null && column.group() == ColumnGroup.RESOURCE) {
        takeForResource(column, cell, row.number());
      } else if (cell != null) {
        takeForItem(column, cell, item);
      } else if (column.group() == ColumnGroup.INHERITED && !current.items().isEmpty()) {
        inherit(column, item);
      }
    }
    current.add(item);
  }

  /** A cell as it stood in the sheet, and what it says. */
  private record Read(String text, CellKind kind, CellValue value) {}

  /** Rows of one resource repeat most of what is above them; that is judged once. */
  private CellValue value(SheetRow row, int position, TemplateColumn column) {
    Read above = last[column.ordinal()];
    String text = row.text(position);
    CellKind kind = row.kind(position);
    if (above == null || above.kind() != kind || !Objects.equals(above.text(), text)) {
      above = new Read(text, kind, CellValue.of(row, position, column, date1904));
      last[column.ordinal()] = above;
    }
    return above.value();
  }

  private boolean begins() {
    String name = text(TemplateColumn.NAME);
    if (name == null) {
      String code = text(TemplateColumn.CODE);
      return code != null
          && current.value(TemplateColumn.CODE) != null
          && !code.equals(current.value(TemplateColumn.CODE));
    }
    return !name.equals(current.value(TemplateColumn.NAME))
        || differs(TemplateColumn.PROVIDER)
        || differs(TemplateColumn.PROVIDER_CODE);
  }

  private boolean differs(TemplateColumn column) {
    String here = text(column);
    String above = current.value(column);
    return here != null && above != null && !here.equals(above);
  }

  private String text(TemplateColumn column) {
    CellValue cell = cells[column.ordinal()];
    return cell == null ? null : cell.text();
  }

  private void takeForResource(TemplateColumn column, CellValue cell, int row) {
    String above = current.value(column);
    if (above == null && !current.isSpoilt(column)) {
      if (cell.reason() != null) {
        current.spoil(column);
        fault(row, column, cell);
        // The name still tells where the resource ends.
        if (column == TemplateColumn.NAME) {
          current.put(column, cell.text(), row);
        }
      } else {
        current.put(column, cell.text(), row);
      }
    } else if (above != null && !above.equals(cell.text()) && !current.isSpoilt(column)) {
      current.markFaulty();
      faults.add(
          new Fault(
              row,
              column,
              column == TemplateColumn.CODE ? "different-codes" : "differs-within-resource",
              List.of(above, String.valueOf(current.rowOf(column))),
              cell.text(),
              current.row()));
    }
  }

  private void takeForItem(TemplateColumn column, CellValue cell, RawItem item) {
    if (cell.reason() != null) {
      item.spoil(column);
      fault(item.row(), column, cell);
    } else {
      item.put(column, cell.text());
    }
  }

  private void inherit(TemplateColumn column, RawItem item) {
    RawItem above = current.items().get(current.items().size() - 1);
    item.put(column, above.value(column));
    if (above.isSpoilt(column)) {
      item.spoil(column);
    }
  }

  private void fault(int row, TemplateColumn column, CellValue cell) {
    current.markFaulty();
    faults.add(
        new Fault(
            row,
            column,
            cell.reason(),
            List.of(String.valueOf(column.limit())),
            cell.text(),
            current.row()));
  }

  /** Hands over the last resource. */
  void end() {
    if (current != null) {
      RawResource done = current;
      current = null;
      next.accept(done);
    }
  }
}
