package org.govshare.exchange.node;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import org.govshare.platform.reactive.paging.PageRequest;

/** Reads and keeps the tables of nodes. */
@Singleton
class InventoryRepository implements PanacheRepositoryBase<StoredTable, StoredTable.Place> {

  Uni<Void> replace(String node, List<StoredTable> tables) {
    return delete("place.node = ?1", node)
        // There is no such thing as keeping nothing.
        .chain(() -> tables.isEmpty() ? Uni.createFrom().voidItem() : persist(tables));
  }

  Uni<List<StoredTable>> page(String node, PageRequest request) {
    return find(
            "place.node = ?1 order by place.dataSource, place.schemaName, place.tableName", node)
        .range(request.offset(), request.offset() + request.size() - 1)
        .list();
  }

  Uni<Long> size(String node) {
    return count("place.node = ?1", node);
  }

  Uni<StoredTable> named(String node, String dataSource, String schema, String table) {
    return find(
            "place.node = ?1 and place.dataSource = ?2 and place.schemaName = ?3"
                + " and place.tableName = ?4",
            node,
            dataSource,
            schema,
            table)
        .firstResult();
  }
}
