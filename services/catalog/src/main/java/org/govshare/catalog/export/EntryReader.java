package org.govshare.catalog.export;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Reads entries in batches, in one snapshot of the database: however long it takes, the set is as
 * it was when reading began. Blocks; to be called on a worker thread.
 */
@Singleton
public class EntryReader {

  /** Entries held at once; their items come along in one query. */
  static final int BATCH = 200;

  private final AgroalDataSource database;

  EntryReader(AgroalDataSource database) {
    this.database = database;
  }

  /** Takes entries as they are read. */
  @FunctionalInterface
  public interface Sink {

    /** Takes the next one. */
    void accept(CatalogueEntry entry) throws IOException;
  }

  /**
   * Reads these versions in the order given; one that is gone meanwhile is left out.
   *
   * @param scope which of their items are shown
   */
  public void read(List<UUID> ids, ItemScope scope, Sink sink) throws IOException {
    try (Connection connection = database.getConnection()) {
      begin(connection);
      try {
        CategoryTree tree = CategoryTree.read(connection);
        for (int from = 0; from < ids.size(); from += BATCH) {
          List<UUID> batch = ids.subList(from, Math.min(from + BATCH, ids.size()));
          for (CatalogueEntry entry : batch(connection, batch, scope, tree)) {
            sink.accept(entry);
          }
        }
      } finally {
        connection.rollback();
      }
    } catch (SQLException failure) {
      throw new UncheckedIOException(new IOException("entries cannot be read", failure));
    }
  }

  private static void begin(Connection connection) throws SQLException {
    connection.setReadOnly(true);
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    connection.setAutoCommit(false);
  }

  private static List<CatalogueEntry> batch(
      Connection connection, List<UUID> ids, ItemScope scope, CategoryTree tree)
      throws SQLException {
    Array keys = connection.createArrayOf("uuid", ids.toArray());
    Map<UUID, List<EntryItem>> items = EntryRows.items(connection, keys, scope);
    Map<UUID, CatalogueEntry> entries = EntryRows.entries(connection, keys, scope, tree, items);
    List<CatalogueEntry> inOrder = new ArrayList<>(ids.size());
    for (UUID id : ids) {
      CatalogueEntry entry = entries.get(id);
      if (entry != null) {
        inOrder.add(entry);
      }
    }
    return inOrder;
  }
}
