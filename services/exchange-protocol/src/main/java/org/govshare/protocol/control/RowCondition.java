package org.govshare.protocol.control;

import java.util.List;
import java.util.Objects;

/**
 * What a row must fulfil to be read; of several conditions, all.
 *
 * @param column column at the source
 * @param operator how it is compared
 * @param values with what, as text of the column's type
 */
public record RowCondition(String column, RowOperator operator, List<String> values) {

  /** Refuses a condition whose values are not those of its operator. */
  public RowCondition {
    Objects.requireNonNull(column, "column");
    Objects.requireNonNull(operator, "operator");
    values = values == null ? List.of() : List.copyOf(values);
    if (!operator.takes(values.size())) {
      throw new IllegalArgumentException(operator + " does not take " + values.size() + " values");
    }
  }
}
