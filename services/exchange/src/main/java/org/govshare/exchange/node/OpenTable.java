package org.govshare.exchange.node;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.govshare.protocol.control.CaptureFitness;
import org.govshare.protocol.control.InventoryColumn;

/**
 * A table that a node's own allow-list opens.
 *
 * @param dataSource code of the data source within the node
 * @param kind kind of the data source
 * @param direction {@code SOURCE}, {@code TARGET} or {@code BOTH}
 * @param schema its schema
 * @param name its name
 * @param approximateRows the database's own estimate, -1 when it has none
 * @param columns in the table's order; their types as PostgreSQL's {@code format_type} writes them
 * @param primaryKey columns of the primary key, empty without one
 * @param uniqueKeys columns of each unique key over all rows
 * @param capture whether its changes can be captured; absent where the node does not permit it
 * @param comment the database's comment on it; absent if there is none or the agent does not tell
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OpenTable(
    String dataSource,
    String kind,
    String direction,
    String schema,
    String name,
    long approximateRows,
    List<InventoryColumn> columns,
    List<String> primaryKey,
    List<List<String>> uniqueKeys,
    CaptureFitness capture,
    String comment) {

  /** A column by its name. */
  public Optional<InventoryColumn> column(String columnName) {
    return columns.stream().filter(it -> it.name().equals(columnName)).findFirst();
  }

  /** Whether exactly these columns, in any order, are a primary or unique key. */
  public boolean isUnique(List<String> names) {
    Set<String> asked = Set.copyOf(names);
    return asked.size() == names.size()
        && (asked.equals(Set.copyOf(primaryKey))
            || uniqueKeys.stream().anyMatch(key -> asked.equals(Set.copyOf(key))));
  }

  /** Whether rows may be read from it. */
  public boolean opensForReading() {
    return !direction.equals("TARGET");
  }

  /** Whether rows may be written to it. */
  public boolean opensForWriting() {
    return !direction.equals("SOURCE");
  }
}
