package org.govshare.exchange.service;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.ArrayList;
import java.util.List;
import org.govshare.exchange.node.OpenTable;
import org.govshare.protocol.control.ExpectedColumn;

/**
 * All tables of a service as they were when its design was written last. Runs are held against it;
 * it is no part of the design, so that writing the same design again accepts how the tables are
 * now.
 *
 * @param source all columns of the table to read
 * @param target all columns of the table to write, the first if there are several
 * @param targets each table to write, if there are several; null otherwise, and in what was written
 *     before they were remembered
 */
@RegisterForReflection
public record ExpectedTables(
    List<ExpectedColumn> source,
    List<ExpectedColumn> target,
    @JsonInclude(JsonInclude.Include.NON_NULL) List<AtTarget> targets) {

  /** Nothing is known, and nothing is checked. */
  public static final ExpectedTables NONE = new ExpectedTables(List.of(), List.of(), null);

  /**
   * One of several tables to write.
   *
   * @param place where it is
   * @param columns all its columns
   */
  @RegisterForReflection
  public record AtTarget(ServiceDraft.Target place, List<ExpectedColumn> columns) {

    private boolean is(ServiceDraft.Target other) {
      return place.node().equals(other.node())
          && place.dataSource().equals(other.dataSource())
          && place.schema().equals(other.schema())
          && place.table().equals(other.table());
    }
  }

  /** The tables of a design, those to write in the order of its targets. */
  static ExpectedTables of(Design design, OpenTable source, List<OpenTable> written) {
    List<AtTarget> targets = new ArrayList<>();
    for (int i = 0; i < written.size(); i++) {
      targets.add(new AtTarget(design.allTargets().get(i), columns(written.get(i))));
    }
    return new ExpectedTables(
        columns(source),
        targets.getFirst().columns(),
        targets.size() == 1 ? null : List.copyOf(targets));
  }

  /**
   * The columns of a table to write; none if they are not known.
   *
   * @param place where it is
   * @param number which target of the service it is, from 1
   */
  public List<ExpectedColumn> at(ServiceDraft.Target place, int number) {
    if (targets == null) {
      return number == 1 ? target : List.of();
    }
    return targets.stream()
        .filter(it -> it.is(place))
        .findFirst()
        .map(AtTarget::columns)
        .orElse(List.of());
  }

  private static List<ExpectedColumn> columns(OpenTable table) {
    return table.columns().stream()
        .map(it -> new ExpectedColumn(it.name(), it.type(), it.nullable()))
        .toList();
  }
}
