package org.govshare.exchange.service;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.UUID;
import org.govshare.protocol.control.MappingStep;
import org.govshare.protocol.control.RowCondition;

/**
 * What goes from where to where, checked.
 *
 * @param source where rows are read
 * @param target where rows are written
 * @param mapping the columns, in the order of the rows
 * @param filter which rows are read
 */
@RegisterForReflection
public record Design(
    ServiceDraft.Source source,
    ServiceDraft.Target target,
    List<Column> mapping,
    List<RowCondition> filter) {

  /** A filter that is absent lets every row through. */
  public Design {
    filter = filter == null ? List.of() : List.copyOf(filter);
  }

  /**
   * One column.
   *
   * @param itemId the granted item
   * @param sourceColumn its column at the source
   * @param targetColumn the column it goes into
   * @param targetType that column's type, as PostgreSQL's {@code format_type} writes it
   * @param steps what is done to its values on the way
   */
  @RegisterForReflection
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Column(
      UUID itemId,
      String sourceColumn,
      String targetColumn,
      String targetType,
      List<MappingStep> steps) {

    /** Steps that are absent are none. */
    public Column {
      steps = steps == null ? List.of() : List.copyOf(steps);
    }
  }
}
