package org.govshare.catalog.export;

import java.io.IOException;

/**
 * Writes entries in one format, one after the other, holding no more than a few of them. The
 * document is whole after {@link #close()}; a writer that is not closed has written nothing usable.
 */
public interface EntryWriter extends AutoCloseable {

  /** Writes the next entry. */
  void write(CatalogueEntry entry) throws IOException;

  /** Ends the document; the stream beneath stays open. */
  @Override
  void close() throws IOException;
}
