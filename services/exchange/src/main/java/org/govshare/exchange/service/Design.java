package org.govshare.exchange.service;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.UUID;

/**
 * What goes from where to where, checked.
 *
 * @param source where rows are read
 * @param target where rows are written
 * @param mapping the columns, in the order of the rows
 */
@RegisterForReflection
public record Design(ServiceDraft.Source source, ServiceDraft.Target target, List<Column> mapping) {

  /**
   * One column.
   *
   * @param itemId the granted item
   * @param sourceColumn its column at the source
   * @param targetColumn the column it goes into
   * @param targetType that column's type, as PostgreSQL's {@code format_type} writes it
   */
  @RegisterForReflection
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Column(UUID itemId, String sourceColumn, String targetColumn, String targetType) {}
}
