package org.govshare.catalog.proposal;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.govshare.catalog.proposal.schema.DdlParser;
import org.govshare.catalog.proposal.schema.SourceColumn;
import org.govshare.catalog.proposal.schema.SourceTable;
import org.govshare.platform.problem.InputChecks;

/**
 * Tables as the exchange lists them at a node.
 *
 * @param node code of the node, at most 63 characters
 * @param campaignId campaign for which the drafts will be compiled, may be absent
 * @param tables 1 to 200; those that are only written to are passed over
 */
@RegisterForReflection
record InventoryInput(String node, UUID campaignId, List<Table> tables) {

  private static final int SQL_NAME_LIMIT = 63;

  /** A table, in the exchange's own words; a comment may be added. */
  @RegisterForReflection
  record Table(
      String dataSource,
      String kind,
      String direction,
      String schema,
      String name,
      String comment,
      Long approximateRows,
      List<Column> columns,
      List<String> primaryKey,
      List<List<String>> uniqueKeys) {

    Table {
      columns = columns == null ? List.of() : columns;
      primaryKey = primaryKey == null ? List.of() : primaryKey;
    }

    boolean opensForReading() {
      return !"TARGET".equals(direction);
    }

    long rows() {
      return approximateRows == null ? 0 : Math.max(0, approximateRows);
    }

    SourceTable source() {
      Set<String> keys = new HashSet<>(primaryKey);
      return new SourceTable(
          schema,
          name,
          comment,
          columns.stream()
              .map(
                  column ->
                      new SourceColumn(
                          column.name(),
                          column.type(),
                          column.comment(),
                          keys.contains(column.name())))
              .toList(),
          0);
    }
  }

  /** A column of a table. */
  @RegisterForReflection
  record Column(String name, String type, Boolean nullable, Integer position, String comment) {}

  InventoryInput {
    tables = tables == null ? List.of() : tables;
  }

  void check() {
    InputChecks checks =
        new InputChecks()
            .text("node", node, SQL_NAME_LIMIT)
            .that(!tables.isEmpty(), "tables", "required")
            .that(
                tables.size() <= DdlParser.TABLE_LIMIT,
                "tables",
                "too-many",
                DdlParser.TABLE_LIMIT);
    checks.done();
    Set<String> places = new HashSet<>();
    for (int i = 0; i < tables.size(); i++) {
      String at = "tables[" + i + "]";
      checks.with(at, tables.get(i), table -> check(checks, at + ".", table, places));
    }
    checks.done();
  }

  private static void check(InputChecks checks, String at, Table table, Set<String> places) {
    checks
        .text(at + "schema", table.schema(), SQL_NAME_LIMIT)
        .text(at + "name", table.name(), SQL_NAME_LIMIT)
        .that(
            places.add(table.schema() + "\0" + table.name()),
            at + "name",
            "duplicate",
            table.name())
        .optionalText(at + "dataSource", table.dataSource(), SQL_NAME_LIMIT)
        .that(!table.columns().isEmpty(), at + "columns", "required")
        .that(
            table.columns().size() <= DdlParser.COLUMN_LIMIT,
            at + "columns",
            "too-many",
            DdlParser.COLUMN_LIMIT);
    Set<String> names = new HashSet<>();
    for (int i = 0; i < Math.min(table.columns().size(), DdlParser.COLUMN_LIMIT); i++) {
      String columnAt = at + "columns[" + i + "]";
      checks.with(
          columnAt,
          table.columns().get(i),
          column ->
              checks
                  .text(columnAt + ".name", column.name(), SQL_NAME_LIMIT)
                  .that(
                      column.name() == null || names.add(column.name()),
                      columnAt + ".name",
                      "duplicate",
                      column.name())
                  .text(columnAt + ".type", column.type(), 200)
                  .optionalText(columnAt + ".comment", column.comment(), 10_000));
    }
  }
}
