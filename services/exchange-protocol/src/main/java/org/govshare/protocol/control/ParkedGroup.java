package org.govshare.protocol.control;

import java.util.Objects;
import java.util.UUID;

/**
 * Parked rows that have run, reason and state in common.
 *
 * @param runId the run that brought them
 * @param reason kebab-case code of why they do not fit
 * @param sqlState the database's own code
 * @param constraint the constraint that they break, or null
 * @param column the column that they do not fit, or null
 * @param state what became of them
 * @param rows how many they are
 */
public record ParkedGroup(
    UUID runId,
    String reason,
    String sqlState,
    String constraint,
    String column,
    ParkedState state,
    Long rows) {
  /** Refuses a group that counts nothing. */
  public ParkedGroup {
    Objects.requireNonNull(runId, "runId");
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(state, "state");
    if (rows == null || rows < 0) {
      throw new IllegalArgumentException("a group of parked rows has a number of rows");
    }
  }
}
