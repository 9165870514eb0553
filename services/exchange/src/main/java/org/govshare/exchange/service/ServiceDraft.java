package org.govshare.exchange.service;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.UUID;

/**
 * An exchange service as its designer writes it.
 *
 * @param code lower-case letters, digits and dashes, at most 64, a letter first; cannot be changed
 * @param name at most 200 characters
 * @param domain code of the domain it belongs to
 * @param process name of the business process it is part of, at most 100 characters
 * @param grantId the grant it rests on
 * @param mode what a run transfers
 * @param source where rows are read
 * @param target where rows are written
 * @param mapping which granted item goes into which column, at most 500
 */
@RegisterForReflection
public record ServiceDraft(
    String code,
    String name,
    String domain,
    String process,
    UUID grantId,
    Mode mode,
    Source source,
    Target target,
    List<Mapping> mapping) {

  /**
   * Where rows are read.
   *
   * @param node code of the provider's node
   * @param dataSource code of its data source
   * @param schema schema of the table
   * @param table name of the table
   * @param keyColumns a primary or unique key without nulls, all of it mapped
   * @param watermarkColumn column that grows with each change; only and always for {@code
   *     INCREMENT}
   */
  @RegisterForReflection
  public record Source(
      String node,
      String dataSource,
      String schema,
      String table,
      List<String> keyColumns,
      String watermarkColumn) {}

  /**
   * Where rows are written.
   *
   * @param node code of the requester's node
   * @param dataSource code of its data source
   * @param schema schema of the table
   * @param table name of the table
   * @param keyColumns the columns that the source's key columns go into, in the same order
   */
  @RegisterForReflection
  public record Target(
      String node, String dataSource, String schema, String table, List<String> keyColumns) {}

  /**
   * One column.
   *
   * @param itemId the granted item
   * @param sourceColumn its column at the source
   * @param targetColumn the column it goes into
   */
  @RegisterForReflection
  public record Mapping(UUID itemId, String sourceColumn, String targetColumn) {}
}
