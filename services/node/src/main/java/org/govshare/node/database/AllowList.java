package org.govshare.node.database;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Tables that a node opens to the exchange. What is not listed is closed. */
public final class AllowList {
  private final Set<TableName> tables;

  private AllowList(Set<TableName> tables) {
    this.tables = tables;
  }

  /** Reads entries of the form {@code schema.table}. */
  public static AllowList of(List<String> entries) {
    Set<TableName> tables = new TreeSet<>();
    entries.forEach(entry -> tables.add(TableName.parse(entry)));
    return new AllowList(tables);
  }

  /** Whether a table is listed. */
  public boolean contains(TableName table) {
    return tables.contains(table);
  }

  /** The listed tables, in alphabetical order. */
  public Set<TableName> tables() {
    return tables;
  }
}
