package org.govshare.catalog.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import org.govshare.catalog.bulk.template.TemplateColumn;
import org.govshare.catalog.table.CsvTable;

/** The template's columns as comma-separated values in UTF-8. */
final class CsvEntryWriter implements EntryWriter {

  private final CsvTable table;

  /**
   * @param mark whether the file begins with a byte order mark, by which a spreadsheet program
   *     knows the encoding
   */
  CsvEntryWriter(OutputStream out, boolean mark) throws IOException {
    table =
        new CsvTable(new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)), mark);
    table.row(Stream.of(TemplateColumn.values()).map(TemplateColumn::header).toList());
  }

  @Override
  public void write(CatalogueEntry entry) throws IOException {
    if (entry.items().isEmpty()) {
      row(new TemplateRow(entry, Optional.empty()));
    }
    for (EntryItem item : entry.items()) {
      row(new TemplateRow(entry, Optional.of(item)));
    }
  }

  private void row(TemplateRow row) throws IOException {
    table.row(Stream.of(TemplateColumn.values()).map(row::value).toList());
  }

  @Override
  public void close() throws IOException {
    table.close();
  }
}
