package org.govshare.exchange.parked;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.govshare.protocol.control.ParkedGroup;
import org.govshare.protocol.control.ParkedState;

/**
 * Rows that did not fit, in numbers.
 *
 * @param reportedAt when the target said so, absent if it never had any
 * @param waiting how many wait to be mended
 * @param groups rows that have run, target, reason and state in common, the latest runs first
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
record ParkedRowsView(Instant reportedAt, long waiting, List<RowGroup> groups) {

  /**
   * Parked rows that have something in common.
   *
   * @param runId the run that brought them
   * @param node code of the target that keeps them
   * @param reason code of why they do not fit
   * @param sqlState the database's own code
   * @param constraint the constraint that they break
   * @param column the column that they do not fit
   * @param state what became of them
   * @param rows how many they are
   */
  @RegisterForReflection
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record RowGroup(
      UUID runId,
      String node,
      String reason,
      String sqlState,
      String constraint,
      String column,
      ParkedState state,
      long rows) {

    static RowGroup of(String node, ParkedGroup group) {
      return new RowGroup(
          group.runId(),
          node,
          group.reason(),
          group.sqlState(),
          group.constraint(),
          group.column(),
          group.state(),
          group.rows());
    }
  }

  static ParkedRowsView of(Instant reportedAt, List<RowGroup> groups) {
    long waiting =
        groups.stream()
            .filter(it -> it.state() == ParkedState.WAITING)
            .mapToLong(RowGroup::rows)
            .sum();
    return new ParkedRowsView(reportedAt, waiting, groups);
  }
}
