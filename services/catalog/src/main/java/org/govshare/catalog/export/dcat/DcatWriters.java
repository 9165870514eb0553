package org.govshare.catalog.export.dcat;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import org.govshare.catalog.export.EntryWriter;
import org.govshare.catalog.export.ExportFormat;

/** Writes entries as DCAT-AP 3, however many they are. */
@Singleton
public final class DcatWriters {

  private final CatalogueGraph graph;

  DcatWriters(CatalogueGraph graph) {
    this.graph = graph;
  }

  /** A writer of one of the three syntaxes. */
  public EntryWriter begin(ExportFormat format, OutputStream out) throws IOException {
    RdfSyntax syntax = RdfSyntax.of(format);
    return syntax == RdfSyntax.JSONLD
        ? new JsonLdEntryWriter(graph, out)
        : new StatementEntryWriter(graph, syntax.begin(out));
  }
}
