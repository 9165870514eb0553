package org.govshare.catalog.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.govshare.catalog.bulk.template.TemplateColumn;

/** The template's columns as comma-separated values after RFC 4180, in UTF-8. */
final class CsvEntryWriter implements EntryWriter {

  private final Writer out;

  /**
   * @param mark whether the file begins with a byte order mark, by which a spreadsheet program
   *     knows the encoding
   */
  CsvEntryWriter(OutputStream out, boolean mark) throws IOException {
    this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    if (mark) {
      this.out.write('\uFEFF');
    }
    String separator = "";
    for (TemplateColumn column : TemplateColumn.values()) {
      this.out.write(separator);
      this.out.write(field(column.header()));
      separator = ",";
    }
    this.out.write("\r\n");
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
    String separator = "";
    for (TemplateColumn column : TemplateColumn.values()) {
      out.write(separator);
      Object value = row.value(column);
      if (value instanceof BigDecimal number) {
        out.write(number.stripTrailingZeros().toPlainString());
      } else if (value instanceof Number number) {
        out.write(number.toString());
      } else if (value != null) {
        out.write(field(CellText.of(value.toString())));
      }
      separator = ",";
    }
    out.write("\r\n");
  }

  private static String field(String text) {
    boolean plain =
        text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
            && text.equals(text.strip());
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }

  @Override
  public void close() throws IOException {
    out.flush();
  }
}
