package org.govshare.catalog.export.dcat;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import org.govshare.catalog.export.EntryWriter;
import org.govshare.catalog.export.ExportFormat;

/** Writes entries as DCAT-AP 3, however many they are. */
@Singleton
public final class DcatWriters {

  private final CatalogueGraph graph;
  private final Clock clock;

  DcatWriters(CatalogueGraph graph, Clock clock) {
    this.graph = graph;
    this.clock = clock;
  }

  /** A writer of one of the three syntaxes. */
  public EntryWriter begin(ExportFormat format, OutputStream out) throws IOException {
    RdfSyntax syntax = RdfSyntax.of(format);
    return syntax == RdfSyntax.JSONLD
        ? new JsonLdEntryWriter(graph, clock.instant(), out)
        : new StatementEntryWriter(graph, clock.instant(), syntax.begin(out));
  }
}
