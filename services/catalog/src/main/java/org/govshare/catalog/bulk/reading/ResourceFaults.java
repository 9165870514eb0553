package org.govshare.catalog.bulk.reading;

import java.util.Arrays;
import java.util.List;
import org.govshare.catalog.bulk.template.TemplateColumn;
import org.govshare.catalog.bulk.template.Words;

/** Collects the faults of one resource; each cell is blamed once. */
final class ResourceFaults {

  private final RawResource raw;
  private final Faults faults;

  ResourceFaults(RawResource raw, Faults faults) {
    this.raw = raw;
    this.faults = faults;
  }

  void add(TemplateColumn column, String reason, Object... arguments) {
    if (!raw.isSpoilt(column)) {
      raw.spoil(column);
      add(raw.rowOf(column), column, reason, raw.value(column), arguments);
    }
  }

  /** The same with what was probably meant. */
  void suggest(TemplateColumn column, String meant, String reason, Object... arguments) {
    if (!raw.isSpoilt(column)) {
      raw.spoil(column);
      raw.markFaulty();
      faults.add(
          new Fault(
              raw.rowOf(column),
              column,
              reason,
              words(arguments),
              raw.value(column),
              meant,
              raw.row()));
    }
  }

  void add(RawItem item, TemplateColumn column, String reason, Object... arguments) {
    if (!item.isSpoilt(column)) {
      item.spoil(column);
      add(item.row(), column, reason, item.value(column), arguments);
    }
  }

  private void add(
      int row, TemplateColumn column, String reason, String value, Object... arguments) {
    raw.markFaulty();
    faults.add(new Fault(row, column, reason, words(arguments), value, raw.row()));
  }

  private static List<String> words(Object... arguments) {
    return Arrays.stream(arguments).map(Words::of).toList();
  }
}
