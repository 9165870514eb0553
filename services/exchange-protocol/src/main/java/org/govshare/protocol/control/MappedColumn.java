package org.govshare.protocol.control;

import java.util.List;

/**
 * One column of a mapping.
 *
 * @param source column at the source
 * @param target column at the target
 * @param targetType type of the target's column, as PostgreSQL's {@code format_type} writes it
 * @param steps what is done to the value on its way, in this order; none to take it as it is
 */
public record MappedColumn(
    String source, String target, String targetType, List<MappingStep> steps) {

  /** Steps that are absent are none. */
  public MappedColumn {
    steps = steps == null ? List.of() : List.copyOf(steps);
  }

  /** A column whose values are taken as they are. */
  public MappedColumn(String source, String target, String targetType) {
    this(source, target, targetType, List.of());
  }
}
