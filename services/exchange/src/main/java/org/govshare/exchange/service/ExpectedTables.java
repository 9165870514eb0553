package org.govshare.exchange.service;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.govshare.exchange.node.OpenTable;
import org.govshare.protocol.control.ExpectedColumn;
import org.govshare.protocol.control.Side;

/**
 * Both tables of a service as they were when its design was written last. Runs are held against it;
 * it is no part of the design, so that writing the same design again accepts how the tables are
 * now.
 *
 * @param source all columns of the table to read
 * @param target all columns of the table to write
 */
@RegisterForReflection
public record ExpectedTables(List<ExpectedColumn> source, List<ExpectedColumn> target) {

  /** Nothing is known, and nothing is checked. */
  public static final ExpectedTables NONE = new ExpectedTables(List.of(), List.of());

  static ExpectedTables of(OpenTable source, OpenTable target) {
    return new ExpectedTables(columns(source), columns(target));
  }

  /** The columns of one end's table. */
  public List<ExpectedColumn> of(Side side) {
    return side == Side.SOURCE ? source : target;
  }

  private static List<ExpectedColumn> columns(OpenTable table) {
    return table.columns().stream()
        .map(it -> new ExpectedColumn(it.name(), it.type(), it.nullable()))
        .toList();
  }
}
