package org.govshare.catalog.bulk.organisation;

import io.smallrye.mutiny.Uni;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.govshare.catalog.organisation.EntryInput;
import org.govshare.catalog.organisation.EntryService;

/**
 * The sheet of one kind of entry.
 *
 * @param <I> what each row becomes
 */
abstract class EntrySheet<I extends EntryInput> {

  private final String path;
  private final String title;
  private final Map<String, SheetColumn> columns;

  /**
   * @param path how it is called in addresses
   * @param title name of the sheet in the template
   */
  EntrySheet(String path, String title, List<SheetColumn> columns) {
    this.path = path;
    this.title = title;
    Map<String, SheetColumn> byField = new LinkedHashMap<>();
    columns.forEach(column -> byField.put(column.field(), column));
    this.columns = Collections.unmodifiableMap(byField);
  }

  final String path() {
    return path;
  }

  final String title() {
    return title;
  }

  /** The columns by their fields, in order. */
  final Map<String, SheetColumn> columns() {
    return columns;
  }

  /** What keeps the entries. */
  abstract EntryService<?, I, ?> entries();

  /** What rows may refer to by name, for a department. */
  abstract Uni<Map<String, UUID>> references(String department);

  /** What a row says. */
  abstract I input(String department, LineReader line, Map<String, UUID> references);
}
