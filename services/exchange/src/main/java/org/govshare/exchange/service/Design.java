package org.govshare.exchange.service;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.govshare.protocol.control.MappedColumn;
import org.govshare.protocol.control.MappingStep;
import org.govshare.protocol.control.RowCondition;
import org.govshare.protocol.crypto.CryptoSuite;

/**
 * What goes from where to where, checked.
 *
 * @param source where rows are read
 * @param target where rows are written
 * @param mapping the columns, in the order of the rows
 * @param filter which rows are read
 * @param suite algorithms, or null for {@code INTL}: designs from before there was a choice stay as
 *     they were written
 */
@RegisterForReflection
public record Design(
    ServiceDraft.Source source,
    ServiceDraft.Target target,
    List<Column> mapping,
    List<RowCondition> filter,
    @JsonInclude(JsonInclude.Include.NON_NULL) CryptoSuite suite) {

  /** A filter that is absent lets every row through; the usual suite is not written. */
  public Design {
    filter = filter == null ? List.of() : List.copyOf(filter);
    suite = suite == CryptoSuite.INTL ? null : suite;
  }

  /** The same, held to the rows of a grant as well. */
  public Design within(List<RowCondition> granted) {
    List<RowCondition> all =
        Stream.concat(granted.stream(), filter.stream().filter(it -> !granted.contains(it)))
            .toList();
    return new Design(source, target, mapping, all, suite);
  }

  /** The algorithms. */
  public CryptoSuite algorithms() {
    return suite == null ? CryptoSuite.INTL : suite;
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

    /** The column as nodes are told. */
    public MappedColumn mapped() {
      return new MappedColumn(sourceColumn, targetColumn, targetType, steps);
    }
  }
}
