package org.govshare.catalog.export.dcat;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.rio.RDFWriter;
import org.govshare.catalog.export.CatalogueEntry;
import org.govshare.catalog.export.EntryWriter;

/** Hands each entry's statements to a writer that lets them go at once. */
final class StatementEntryWriter implements EntryWriter {

  private final CatalogueGraph graph;
  private final RDFWriter writer;
  private final Set<IRI> described = new HashSet<>();

  StatementEntryWriter(CatalogueGraph graph, Instant time, RDFWriter writer) {
    this.graph = graph;
    this.writer = writer;
    graph.describeExport(time, writer);
    graph.describeTerms(writer, described);
  }

  @Override
  public void write(CatalogueEntry entry) {
    graph.listExport(List.of(entry), writer);
    graph.describe(entry, writer, described);
  }

  @Override
  public void close() {
    writer.endRDF();
  }
}
