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
    Instant endedAt) {

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
