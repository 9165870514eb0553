package org.govshare.catalog.export;

import jakarta.inject.Singleton;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.govshare.catalog.export.dcat.DcatWriters;

/** Writes resources in any format. Blocks; to be called on a worker thread. */
@Singleton
class ExportWriters {

  private final EntryReader reader;
  private final DcatWriters dcat;

  ExportWriters(EntryReader reader, DcatWriters dcat) {
    this.reader = reader;
    this.dcat = dcat;
  }

  /**
   * Writes these resources with all their items.
   *
   * @param mark whether CSV begins with a byte order mark
   * @param progress is told how many are written
   */
  void write(
      List<UUID> resources,
      ExportFormat format,
      boolean mark,
      OutputStream target,
      LongConsumer progress)
      throws IOException {
    OutputStream out = new BufferedOutputStream(target, 1 << 16);
    try (EntryWriter writer = writer(format, mark, out)) {
      long[] done = {0};
      reader.read(
          resources,
          ItemScope.ALL,
          entry -> {
            writer.write(entry);
            progress.accept(++done[0]);
          });
    }
    out.flush();
  }

  private EntryWriter writer(ExportFormat format, boolean mark, OutputStream out)
      throws IOException {
    return switch (format) {
      case XLSX -> new XlsxEntryWriter(out);
      case CSV -> new CsvEntryWriter(out, mark);
      case XML -> new XmlEntryWriter(out);
      case JSONLD, TURTLE, RDF_XML -> dcat.begin(format, out);
    };
  }
}
