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
 * @param target where rows are written, the first place if there are several
 * @param mapping the columns, in the order of the rows
 * @param filter which rows are read
 * @param suite algorithms, or null for {@code INTL}: designs from before there was a choice stay as
 *     they were written
 * @param targets all places where rows are written, or null if there is one: likewise
 * @param lanes how many channels side by side bring rows to each, or null for one: likewise
 * @param replaces true if a run's rows take the place of all that the targets hold, else null:
 *     likewise
 */
@RegisterForReflection
public record Design(
    ServiceDraft.Source source,
    ServiceDraft.Target target,
    List<Column> mapping,
    List<RowCondition> filter,
    @JsonInclude(JsonInclude.Include.NON_NULL) CryptoSuite suite,
    @JsonInclude(JsonInclude.Include.NON_NULL) List<ServiceDraft.Target> targets,
    @JsonInclude(JsonInclude.Include.NON_NULL) Integer lanes,
    @JsonInclude(JsonInclude.Include.NON_NULL) Boolean replaces) {

  /** A filter that is absent lets every row through; the usual suite is not written. */
  public Design {
    filter = filter == null ? List.of() : List.copyOf(filter);
    suite = suite == CryptoSuite.INTL ? null : suite;
    targets = targets == null || targets.size() < 2 ? null : List.copyOf(targets);
    lanes = lanes == null || lanes == 1 ? null : lanes;
    replaces = Boolean.TRUE.equals(replaces) ? true : null;
  }

  /** Every place where rows are written. */
  public List<ServiceDraft.Target> allTargets() {
    return targets == null ? List.of(target) : targets;
  }

  /** How many channels bring rows to each target. */
  public int laneCount() {
    return lanes == null ? 1 : lanes;
  }

  /** Whether a run's rows take the place of all that the targets hold. */
  public boolean replacing() {
    return replaces != null;
  }

  /** What is brought to one target, whatever the number of lanes and what becomes of other rows. */
  public Design single(int number) {
    return new Design(source, allTargets().get(number), mapping, filter, suite, null, null, null);
  }

  /** The same, held to the rows of a grant as well. */
  public Design within(List<RowCondition> granted) {
    List<RowCondition> all =
        Stream.concat(granted.stream(), filter.stream().filter(it -> !granted.contains(it)))
            .toList();
    return new Design(source, target, mapping, all, suite, targets, lanes, replaces);
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
