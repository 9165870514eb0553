package org.govshare.exchange.node;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.List;
import org.govshare.exchange.json.JsonText;
import org.govshare.protocol.control.CaptureFitness;
import org.govshare.protocol.control.InventoryColumn;
import org.govshare.protocol.control.InventoryDataSource;
import org.govshare.protocol.control.InventoryTable;

/** A table of a node's inventory. */
@Entity
@Table(name = "inventory_table")
class StoredTable {

  /**
   * Where it is.
   *
   * @param node code of the node
   * @param dataSource code of the data source
   * @param schemaName schema
   * @param tableName name
   */
  @Embeddable
  record Place(String node, String dataSource, String schemaName, String tableName) {}

  @RegisterForReflection
  record Structure(
      List<InventoryColumn> columns,
      List<String> primaryKey,
      List<List<String>> uniqueKeys,
      CaptureFitness capture,
      String comment) {}

  @EmbeddedId private Place place;
  private String kind;
  private String direction;
  private long approximateRows;
  private String structure;

  /** For the persistence provider. */
  protected StoredTable() {}

  StoredTable(String node, InventoryDataSource source, InventoryTable table) {
    place = new Place(node, source.code(), table.schema(), table.name());
    kind = source.kind();
    direction = source.direction();
    approximateRows = table.approximateRows();
    structure =
        JsonText.write(
            new Structure(
                table.columns(),
                table.primaryKey(),
                table.uniqueKeys(),
                table.capture(),
                table.comment()));
  }

  OpenTable open() {
    Structure read = JsonText.read(structure, Structure.class);
    return new OpenTable(
        place.dataSource(),
        kind,
        direction,
        place.schemaName(),
        place.tableName(),
        approximateRows,
        read.columns(),
        read.primaryKey(),
        read.uniqueKeys(),
        read.capture(),
        read.comment());
  }
}
