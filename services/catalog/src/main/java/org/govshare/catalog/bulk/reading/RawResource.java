package org.govshare.catalog.bulk.reading;

import java.util.ArrayList;
import java.util.List;
import org.govshare.catalog.bulk.template.TemplateColumn;
import org.govshare.catalog.resource.ResourceChecks;

/** The rows of one resource, as texts. */
final class RawResource {

  /** What the resource's own columns say, and in which row that stands first. */
  private final RawItem own;

  private final int[] rows = new int[TemplateColumn.values().length];
  private final List<RawItem> items = new ArrayList<>();
  private int lastRow;
  private int itemCount;
  private boolean faulty;

  RawResource(int row) {
    this.own = new RawItem(row);
    this.lastRow = row;
  }

  int row() {
    return own.row();
  }

  int lastRow() {
    return lastRow;
  }

  String value(TemplateColumn column) {
    return own.value(column);
  }

  /** The row to look at for a column: where its value stands, else the first. */
  int rowOf(TemplateColumn column) {
    int row = rows[column.ordinal()];
    return row == 0 ? own.row() : row;
  }

  void put(TemplateColumn column, String value, int row) {
    own.put(column, value);
    rows[column.ordinal()] = row;
  }

  void spoil(TemplateColumn column) {
    own.spoil(column);
  }

  boolean isSpoilt(TemplateColumn column) {
    return own.isSpoilt(column);
  }

  List<RawItem> items() {
    return items;
  }

  /** Adds a row's item; of what is beyond the limit only the number is kept. */
  void add(RawItem item) {
    lastRow = item.row();
    itemCount++;
    if (items.size() <= ResourceChecks.ITEM_LIMIT) {
      items.add(item);
    }
  }

  int itemCount() {
    return itemCount;
  }

  void markFaulty() {
    faulty = true;
  }

  boolean isFaulty() {
    return faulty;
  }
}
