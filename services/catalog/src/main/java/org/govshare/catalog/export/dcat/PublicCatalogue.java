package org.govshare.catalog.export.dcat;

import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.rio.RDFWriter;
import org.govshare.catalog.export.CatalogueEntry;
import org.govshare.catalog.export.EntryReader;
import org.govshare.catalog.export.ItemScope;
import org.govshare.catalog.resource.OpenType;
import org.govshare.catalog.resource.ResourceState;
import org.govshare.platform.problem.NotFound;

/** What the world may read of the catalogue. Blocks; to be called on a worker thread. */
@Singleton
final class PublicCatalogue {

  private final OpenResources open;
  private final EntryReader reader;
  private final CatalogueGraph graph;

  PublicCatalogue(OpenResources open, EntryReader reader, CatalogueGraph graph) {
    this.open = open;
    this.reader = reader;
    this.graph = graph;
  }

  /**
   * A document to be sent.
   *
   * @param body the whole of it; a page is bounded
   * @param modified when what it says changed last
   * @param page which page it is, empty for a single dataset
   */
  record Document(byte[] body, Optional<Instant> modified, Optional<OpenPage> page) {}

  /** A page of the catalogue. */
  Document page(Optional<UUID> after, int size, RdfSyntax syntax) {
    OpenResources.Extent extent = open.extent();
    OpenPage page = open.page(after, size, extent.total());
    List<CatalogueEntry> entries = read(page.ids());
    return new Document(
        written(syntax, entries, extent, Optional.of(page)), extent.changed(), Optional.of(page));
  }

  /**
   * One dataset.
   *
   * @throws NotFound if the series has no open version (404), whether or not it exists
   */
  Document dataset(UUID series, RdfSyntax syntax) {
    List<CatalogueEntry> entries =
        open.published(series).map(id -> read(List.of(id))).orElse(List.of());
    if (entries.isEmpty()) {
      throw new NotFound("dataset-not-found", series);
    }
    return new Document(
        written(syntax, entries, open.extent(), Optional.empty()),
        Optional.of(entries.get(0).updatedAt()),
        Optional.empty());
  }

  /** Reads what is open still: a resource may be withdrawn after its page was put together. */
  private List<CatalogueEntry> read(List<UUID> ids) {
    List<CatalogueEntry> entries = new ArrayList<>(ids.size());
    try {
      reader.read(ids, ItemScope.OPEN, entries::add);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return entries.stream()
        .filter(entry -> entry.state() == ResourceState.PUBLISHED)
        .filter(entry -> entry.openType() == OpenType.OPEN)
        .toList();
  }

  private byte[] written(
      RdfSyntax syntax,
      List<CatalogueEntry> entries,
      OpenResources.Extent extent,
      Optional<OpenPage> page) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      RDFWriter writer = syntax.begin(out);
      Set<IRI> described = new HashSet<>();
      graph.describePublic(extent.since(), extent.changed(), writer);
      graph.listPublic(entries, writer);
      page.ifPresent(shown -> graph.page(shown, writer));
      graph.describeTerms(writer, described);
      entries.forEach(entry -> graph.describe(entry, writer, described));
      writer.endRDF();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return out.toByteArray();
  }
}
