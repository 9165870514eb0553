package org.govshare.exchange.reconciliation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;

/**
 * A reconciliation.
 *
 * @param id its identifier
 * @param runId the run after which it was asked for
 * @param targetNumber which of the run's targets is compared, from 1
 * @param state its state
 * @param source the source's answer, absent before it came
 * @param target the target's answer, absent before it came
 * @param reason why it failed
 * @param requestedBy who asked
 * @param requestedAt when
 * @param endedAt when the last answer came
 * @param automatic whether the service's setting asked for it, after a run
 * @param whole whether the tables were compared as wholes, because an agent is of an earlier
 *     version; a table that is written meanwhile may differ for that alone
 * @param course how far it has come, absent in comparisons as wholes
 * @param found what was found, absent before its end
 * @param parkedRows rows of the service that are parked at the target and wait; they are among
 *     those that differ
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReconciliationView(
    UUID id,
    UUID runId,
    int targetNumber,
    ReconciliationState state,
    End source,
    End target,
    String reason,
    String requestedBy,
    Instant requestedAt,
    Instant endedAt,
    boolean automatic,
    boolean whole,
    Course course,
    Found found,
    Long parkedRows) {

  /**
   * How far it has come.
   *
   * @param look number of the look, from 1
   * @param round how often rows have been compared one by one
   * @param groups groups of keys that are looked at; 0 stands for all
   * @param rows rows that are looked at again
   */
  @RegisterForReflection
  public record Course(int look, int round, int groups, int rows) {}

  /**
   * What was found.
   *
   * @param missing rows that the target lacks
   * @param altered rows that the target has with other values
   * @param surplus rows that the source lacks. A full copy and increments carry no deletes, and
   *     others may write to the target's table: only in change capture they speak of a fault
   * @param moving rows that differ and that the source has written since the run; they are not
   *     called different
   * @param partial whether more differs than was looked at; the figures are those of what was
   * @param marked whether the source knows what was there when the last complete run began; without
   *     that every row that differs is called moving
   * @param mendable whether rows can be sent again
   */
  @RegisterForReflection
  public record Found(
      long missing,
      long altered,
      long surplus,
      long moving,
      boolean partial,
      boolean marked,
      boolean mendable) {}

  /**
   * One end's answer.
   *
   * @param rows how many rows its table has
   * @param digest keyed digest of them, whatever their order
   */
  @RegisterForReflection
  public record End(long rows, String digest) {

    static End of(Long rows, String digest) {
      return rows == null ? null : new End(rows, digest);
    }
  }
}
