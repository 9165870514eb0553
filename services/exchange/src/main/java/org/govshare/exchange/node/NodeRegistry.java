package org.govshare.exchange.node;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.govshare.protocol.control.InventoryDataSource;
import org.govshare.protocol.control.InventoryReported;
import org.govshare.protocol.control.InventoryTable;

/** What the other features know of nodes and what nodes say of themselves. */
@Singleton
public class NodeRegistry {

  private static final Set<String> DIRECTIONS = Set.of("SOURCE", "TARGET", "BOTH");

  private final NodeRepository nodes;
  private final InventoryRepository inventory;
  private final FormerKeyRepository formerKeys;

  NodeRegistry(
      NodeRepository nodes, InventoryRepository inventory, FormerKeyRepository formerKeys) {
    this.nodes = nodes;
    this.inventory = inventory;
    this.formerKeys = formerKeys;
  }

  /** A node, or {@code null} if there is none of that code. */
  @WithSession
  public Uni<RegisteredNode> find(String code) {
    return nodes.findById(code).map(node -> node == null ? null : node.registered());
  }

  /** The keys that a node has changed of its own accord, the latest first. */
  @WithSession
  public Uni<List<FormerKey>> formerKeys(String code) {
    return formerKeys.of(code);
  }

  /** A table of a node's inventory, or {@code null} if the node does not open it. */
  @WithSession
  public Uni<OpenTable> table(String node, String dataSource, String schema, String table) {
    return inventory
        .named(node, dataSource, schema, table)
        .map(found -> found == null ? null : found.open());
  }

  /** Remembers that an agent has started; in the caller's transaction. */
  public Uni<Void> started(String code, Instant at, String agentVersion) {
    return nodes.locked(code).invoke(node -> node.heard(at, agentVersion)).replaceWithVoid();
  }

  /**
   * Replaces a node's inventory unless the one at hand is newer; in the caller's transaction.
   *
   * @throws IllegalArgumentException if the report is not well formed
   */
  public Uni<Void> report(String code, InventoryReported report) {
    List<StoredTable> tables =
        report.dataSources().stream()
            .flatMap(source -> source.tables().stream().map(table -> stored(code, source, table)))
            .toList();
    Set<String> places = new HashSet<>();
    for (InventoryDataSource source : report.dataSources()) {
      for (InventoryTable table : source.tables()) {
        if (!places.add(source.code() + '\0' + table.schema() + '\0' + table.name())) {
          throw new IllegalArgumentException("a table is reported twice: " + table.name());
        }
      }
    }
    return nodes
        .locked(code)
        .chain(
            node ->
                node.takesInventory(report.at(), report.abilities())
                    ? inventory.replace(code, tables)
                    : Uni.createFrom().voidItem());
  }

  private static StoredTable stored(String code, InventoryDataSource source, InventoryTable table) {
    boolean whole =
        source.code() != null
            && source.kind() != null
            && DIRECTIONS.contains(String.valueOf(source.direction()))
            && table.schema() != null
            && table.name() != null
            && table.columns() != null
            && table.columns().stream().allMatch(c -> c.name() != null && c.type() != null)
            && table.primaryKey() != null
            && table.uniqueKeys() != null;
    if (!whole) {
      throw new IllegalArgumentException("an inventory has a table that is not described in full");
    }
    return new StoredTable(code, source, table);
  }
}
