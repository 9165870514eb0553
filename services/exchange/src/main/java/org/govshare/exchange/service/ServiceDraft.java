package org.govshare.exchange.service;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.govshare.protocol.control.MappingFunction;
import org.govshare.protocol.control.RowOperator;
import org.govshare.protocol.crypto.CryptoSuite;

/**
 * An exchange service as its designer writes it.
 *
 * @param code lower-case letters, digits and dashes, at most 64, a letter first; cannot be changed
 * @param name at most 200 characters
 * @param domain code of the domain it belongs to
 * @param process name of the business process it is part of, at most 100 characters
 * @param grantId the grant it rests on
 * @param mode what a run transfers
 * @param suite algorithms that protect it on the way; {@code INTL} if absent
 * @param source where rows are read
 * @param target where rows are written; the first of the targets if they are several
 * @param mapping which granted item goes into which column, at most 500
 * @param filter which rows are read, by columns of granted items; all if there is none
 * @param targets every place where rows are written, at most 16 of one department with columns of
 *     the same names and types; may be left out if there is one, as {@code target} may be if these
 *     are given
 * @param lanes how many channels side by side bring rows to each target, 1 to 8; 1 if absent
 * @param replaces whether a run's rows take the place of all that the targets hold; only for {@code
 *     FULL}, not if absent
 */
@RegisterForReflection
public record ServiceDraft(
    String code,
    String name,
    String domain,
    String process,
    UUID grantId,
    Mode mode,
    CryptoSuite suite,
    Source source,
    Target target,
    List<Mapping> mapping,
    List<Condition> filter,
    @JsonInclude(JsonInclude.Include.NON_NULL) List<Target> targets,
    @JsonInclude(JsonInclude.Include.NON_NULL) Integer lanes,
    @JsonInclude(JsonInclude.Include.NON_NULL) Boolean replaces) {

  /** Completes what is left out. */
  public ServiceDraft {
    suite = suite == null ? CryptoSuite.INTL : suite;
    target = target == null && targets != null && !targets.isEmpty() ? targets.getFirst() : target;
  }

  /** Whether a run's rows take the place of all that the targets hold. */
  boolean replacing() {
    return Boolean.TRUE.equals(replaces);
  }

  /** Every place where rows are written; empty if none is named. */
  List<Target> allTargets() {
    if (targets != null && !targets.isEmpty()) {
      return targets;
    }
    return target == null ? List.of() : List.of(target);
  }

  /** The same with one target alone. */
  ServiceDraft with(Target only) {
    return new ServiceDraft(
        code, name, domain, process, grantId, mode, suite, source, only, mapping, filter, null,
        lanes, replaces);
  }

  /**
   * Where rows are read.
   *
   * @param node code of the provider's node
   * @param dataSource code of its data source
   * @param schema schema of the table
   * @param table name of the table
   * @param keyColumns a primary or unique key without nulls, all of it mapped; may be left out if
   *     the service replaces its targets' content
   * @param watermarkColumn column that grows with each change; only and always for {@code
   *     INCREMENT}
   * @param overlap how far a run goes back behind the last watermark where the source's database
   *     does not show how long transactions have been open, as {@code PT1H}, from a second to 31
   *     days; for {@code INCREMENT} only. Without it such a run is refused; with it each complete
   *     run is followed by a reconciliation
   */
  @RegisterForReflection
  public record Source(
      String node,
      String dataSource,
      String schema,
      String table,
      List<String> keyColumns,
      String watermarkColumn,
      @JsonInclude(JsonInclude.Include.NON_NULL) String overlap) {

    /** A key that is absent has no columns. */
    public Source {
      keyColumns = keyColumns == null ? List.of() : keyColumns;
    }

    /** How far increments overlap; null if they do not. */
    public Duration behind() {
      return overlap == null ? null : Duration.parse(overlap);
    }
  }

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
      String node, String dataSource, String schema, String table, List<String> keyColumns) {

    /** A key that is absent has no columns. */
    public Target {
      keyColumns = keyColumns == null ? List.of() : keyColumns;
    }
  }

  /**
   * One column.
   *
   * @param itemId the granted item
   * @param sourceColumn its column at the source
   * @param targetColumn the column it goes into
   * @param steps what is done to its values on the way, at most 20; none to take them as they are
   */
  @RegisterForReflection
  public record Mapping(UUID itemId, String sourceColumn, String targetColumn, List<Step> steps) {}

  /**
   * What is done to a value.
   *
   * @param function what
   * @param arguments with what, as the function asks
   */
  @RegisterForReflection
  public record Step(MappingFunction function, List<String> arguments) {}

  /**
   * What a row must fulfil; of several conditions, all.
   *
   * @param column a granted item's column at the source
   * @param operator how it is compared
   * @param values with what, as text
   */
  @RegisterForReflection
  public record Condition(String column, RowOperator operator, List<String> values) {}
}
