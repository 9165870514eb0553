package org.govshare.exchange.process;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A run of a process.
 *
 * @param id its identifier
 * @param processId the process
 * @param state how far it has come
 * @param requestedBy who started it
 * @param requestedAt when
 * @param endedAt when it ended, absent before
 * @param steps its steps, each after those that it waits for
 * @param edges the order between them
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProcessRunView(
    UUID id,
    UUID processId,
    ProcessState state,
    String requestedBy,
    Instant requestedAt,
    Instant endedAt,
    List<Step> steps,
    List<ProcessDraft.Edge> edges) {

  /**
   * One step.
   *
   * @param serviceId the service
   * @param state how far it has come
   * @param runId its run, once there is one
   * @param reason code of why it failed, stopped or was skipped
   * @param startedAt when its run was asked for
   * @param endedAt when it was over
   */
  @RegisterForReflection
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Step(
      UUID serviceId,
      StepState state,
      UUID runId,
      String reason,
      Instant startedAt,
      Instant endedAt) {}
}
