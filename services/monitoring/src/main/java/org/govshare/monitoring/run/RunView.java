package org.govshare.monitoring.run;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A run and what its ends have reported.
 *
 * @param requestedAt when it was asked for
 * @param changedAt since when it is in its state
 * @param source what the source has sent, or {@code null} if it has not reported
 * @param target what the target has committed, or {@code null} if it has not reported
 */
@RegisterForReflection
record RunView(
    UUID id,
    Service service,
    RunState state,
    Instant requestedAt,
    Instant changedAt,
    End source,
    End target) {

  /**
   * The service that ran.
   *
   * @param code its code, or {@code null} if the exchange has not told of it
   * @param name its name, or {@code null}
   * @param domain code of its domain, or {@code null}
   */
  @RegisterForReflection
  @Schema(name = "ServiceOfRun")
  record Service(UUID id, String code, String name, String domain) {}

  /**
   * One end's figures, cumulative.
   *
   * @param messages frames
   * @param rows rows in them
   * @param bytes their bytes before compression
   * @param wireBytes bytes of the frames
   * @param reportedAt when it last reported growth
   */
  @RegisterForReflection
  @Schema(name = "EndOfRun")
  record End(
      String node, long messages, long rows, long bytes, long wireBytes, Instant reportedAt) {}
}
